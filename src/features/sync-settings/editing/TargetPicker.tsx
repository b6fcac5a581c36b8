import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Chip from '@mui/material/Chip';
import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import type { Target } from '../../../domain/settings.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { KindWords } from '../kinds.ts';
import type { TargetOption, Targets } from '../useTargets.ts';

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

/** A combobox that shows names of groups, roles or organizations and stores their ids. Several can be chosen. */
export function TargetPicker({ id, words, targets, value, onChange, disabled = false }: TargetPickerProps) {
  const open = useMemo(() => targets.options?.filter(({ target }) => !value.includes(target)) ?? [], [targets, value]);
  const selected = value.map((target) => targets.find(target) ?? unknownOption(target));
  return (
    <Autocomplete
      multiple
      autoHighlight
      disableCloseOnSelect
      id={id}
      disabled={disabled}
      options={open}
      value={selected}
      onChange={(_, options) => onChange(options.map(({ target }) => target))}
      getOptionLabel={({ label }) => label}
      getOptionKey={({ target }) => target}
      isOptionEqualToValue={(option, chosen) => option.target === chosen.target}
      filterOptions={filterOptions}
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
      {(label !== name || isAmbiguous) && (
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
