import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Chip from '@mui/material/Chip';
import type { Subject } from '../../domain/claim-tests/ClaimTest.ts';
import { shownName } from '../../domain/shownName.ts';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

/** Something that one can be in, by name. */
export interface NameOption {
  readonly subject: Subject;
  readonly name: string;
}

interface NamePickerProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly options: readonly NameOption[];
  readonly value: readonly NameOption[];
  readonly onChange: (value: readonly NameOption[]) => void;
}

const headings: Readonly<Record<Subject, string>> = {
  organizations: 'Organizations',
  groups: 'Groups',
  roles: 'Roles',
};
const things: Readonly<Record<Subject, string>> = { organizations: 'organization', groups: 'group', roles: 'role' };
const filterOptions = createFilterOptions<NameOption>({ limit: 100, stringify: ({ name }) => name });

/** A combobox of organizations, groups and roles by name. Several can be chosen. */
export function NamePicker({ id, label, hint, options, value, onChange }: NamePickerProps) {
  return (
    <Field id={id} label={label} hint={hint}>
      <Autocomplete
        multiple
        autoHighlight
        disableCloseOnSelect
        filterSelectedOptions
        id={id}
        options={options}
        value={[...value]}
        onChange={(_, chosen) => onChange(chosen)}
        groupBy={({ subject }) => headings[subject]}
        getOptionLabel={({ name }) => name}
        getOptionKey={keyOf}
        isOptionEqualToValue={(option, chosen) => keyOf(option) === keyOf(chosen)}
        filterOptions={filterOptions}
        renderValue={(chosen, getItemProps) =>
          chosen.map((option, index) => {
            const { key, ...itemProps } = getItemProps({ index });
            return (
              <Chip
                key={key}
                size="small"
                label={`${things[option.subject]} ${shownName(option.name)}`}
                {...itemProps}
              />
            );
          })
        }
        renderInput={({ slotProps }) => (
          <TextInput
            ref={slotProps.input.ref}
            startAdornment={slotProps.input.startAdornment}
            endAdornment={slotProps.input.endAdornment}
            onMouseDown={slotProps.input.onMouseDown}
            sx={{ flexWrap: 'wrap', gap: 0.5, py: '3px' }}
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
    </Field>
  );
}

function keyOf({ subject, name }: NameOption): string {
  return `${subject} ${name}`;
}
