import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Chip from '@mui/material/Chip';
import { styled } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import type { Target } from '../../../domain/settings.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { KindWords } from '../kinds.ts';
import type { TargetOption, Targets } from '../useTargets.ts';
import { useCreateTarget } from './createTarget.tsx';

interface TargetPickerProps {
  readonly id: string;
  readonly words: KindWords;
  readonly targets: Targets;
  readonly value: readonly Target[];
  readonly onChange: (value: readonly Target[]) => void;
  readonly disabled?: boolean;
}

const shownOptions = 30;
const filterOptions = createFilterOptions<TargetOption>({
  limit: shownOptions,
  stringify: ({ label, name, target }) => `${label} ${name} ${target}`,
});

/** Not a target: the entry that makes one. */
const newTarget = ' new';

/** The entry that makes what is typed, unless something is called just that. */
function newOption(options: readonly TargetOption[], typed: string, thing: string): TargetOption[] {
  const name = typed.trim();
  if (name === '' || options.some((option) => option.name === name || option.label === name)) return [];
  return [{ target: newTarget, label: `Create ${thing} “${name}”…`, name: '', isAmbiguous: false }];
}

/** A combobox that shows names of groups, roles or organizations and stores their ids. Several can be chosen. */
export function TargetPicker({ id, words, targets, value, onChange, disabled = false }: TargetPickerProps) {
  const open = useMemo(() => targets.options?.filter(({ target }) => !value.includes(target)) ?? [], [targets, value]);
  const create = useCreateTarget();
  const [typed, setTyped] = useState('');
  // The same array as long as nothing changes: for another one the input would be emptied.
  const selected = useMemo(
    () => value.map((target) => targets.find(target) ?? unknownOption(target)),
    [targets, value],
  );
  return (
    <Autocomplete
      multiple
      autoHighlight
      disableCloseOnSelect
      id={id}
      disabled={disabled}
      options={open}
      value={selected}
      onInputChange={(_, text) => setTyped(text)}
      onChange={(_, options) => {
        const chosen = options.map(({ target }) => target).filter((target) => target !== newTarget);
        if (chosen.length === options.length) onChange(chosen);
        else create?.(typed.trim(), (target) => onChange([...value, target]));
      }}
      getOptionLabel={({ label }) => label}
      getOptionKey={({ target }) => target}
      isOptionEqualToValue={(option, chosen) => option.target === chosen.target}
      filterOptions={(options, state) => [
        ...filterOptions(options, state),
        ...(create && targets.options ? newOption(targets.options, state.inputValue, words.target) : []),
      ]}
      loading={targets.options === undefined}
      loadingText={targets.error ? 'The list can’t be loaded.' : 'Loading…'}
      noOptionsText={words.noTargetsLeft}
      renderValue={(options, getItemProps) =>
        options.map((option, index) => {
          const { key, ...itemProps } = getItemProps({ index });
          return <Chip key={key} size="small" label={option.label} title={option.target} {...itemProps} />;
        })
      }
      renderOption={({ key, ...optionProps }, option) => (
        <li key={key} {...optionProps}>
          <OptionText option={option} />
        </li>
      )}
      renderInput={({ slotProps }) => (
        <TextInput
          ref={slotProps.input.ref}
          startAdornment={slotProps.input.startAdornment}
          endAdornment={slotProps.input.endAdornment}
          onMouseDown={slotProps.input.onMouseDown}
          sx={{ flexWrap: 'wrap', gap: 0.5, py: '3px' }}
          placeholder={value.length === 0 ? words.targetPlaceholder : ''}
          slotProps={{
            input: {
              ...slotProps.htmlInput,
              'aria-describedby': `${id}-hint`,
              style: { minWidth: 60, width: 0, flexGrow: 1, padding: '4px 0' },
            },
          }}
        />
      )}
    />
  );
}

const Quiet = styled('span')(({ theme }) => ({ color: (theme.vars ?? theme).palette.text.secondary, fontSize: 12 }));

function OptionText({ option: { label, name, target, isAmbiguous } }: { readonly option: TargetOption }) {
  return (
    <span>
      {label}{' '}
      {name !== '' && (label !== name || isAmbiguous) && (
        <Quiet>
          <Mono>{isAmbiguous ? `${name} · ${target}` : name}</Mono>
        </Quiet>
      )}
    </span>
  );
}

/** Keeps a target that names nothing (known) in the list until the person takes it out. */
function unknownOption(target: Target): TargetOption {
  return { target, label: target, name: target, isAmbiguous: false };
}
