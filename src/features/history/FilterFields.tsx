import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { type HistoryFilter, noFilter } from './auditFilter.ts';

interface FilterFieldsProps {
  readonly filter: HistoryFilter;
  /** User name → display name of those who have an entry. Any other user name can be typed. */
  readonly people: ReadonlyMap<string, string>;
  readonly onChange: (filter: HistoryFilter) => void;
}

/** Narrows the history to a person and to days. */
export function FilterFields({ filter, people, onChange }: FilterFieldsProps) {
  const change = (part: Partial<HistoryFilter>) => {
    const next = { ...filter, ...part };
    onChange(Object.values(next).some((value) => value !== '') ? next : noFilter);
  };
  const day = (key: 'from' | 'to', label: string) => (
    <Field id={`history-${key}`} label={label}>
      <TextInput
        id={`history-${key}`}
        type="date"
        value={filter[key]}
        onChange={(event) => change({ [key]: event.target.value })}
        sx={{ '& .MuiInputBase-input': { height: 20, fontSize: '0.8125rem' } }}
      />
    </Field>
  );
  return (
    <Box role="search" aria-label="Filter the history">
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr 1fr', sm: 'minmax(0, 1fr) 148px 148px' } }}>
        <Box sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
          <PersonField people={people} username={filter.username} onChange={(username) => change({ username })} />
        </Box>
        {day('from', 'From')}
        {day('to', 'To')}
      </Box>
      {filter !== noFilter && (
        <Button size="small" onClick={() => onChange(noFilter)}>
          Clear the filter
        </Button>
      )}
    </Box>
  );
}

interface PersonFieldProps {
  readonly people: ReadonlyMap<string, string>;
  readonly username: string;
  readonly onChange: (username: string) => void;
}

function PersonField({ people, username, onChange }: PersonFieldProps) {
  return (
    <Field id="history-person" label="Person">
      <Autocomplete
        freeSolo
        autoSelect
        id="history-person"
        options={[...people.keys()]}
        value={username === '' ? null : username}
        onChange={(_, value) => onChange(value?.trim() ?? '')}
        filterOptions={createFilterOptions({ stringify: (option) => `${people.get(option)} ${option}` })}
        renderOption={({ key, ...option }, name) => (
          <Box component="li" key={key} {...option} sx={{ gap: 1, justifyContent: 'space-between !important' }}>
            {people.get(name)}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {name}
            </Box>
          </Box>
        )}
        renderInput={({ slotProps }) => (
          <TextInput
            ref={slotProps.input.ref}
            endAdornment={slotProps.input.endAdornment}
            placeholder="Anybody"
            slotProps={{ input: { ...slotProps.htmlInput, spellCheck: false, autoCapitalize: 'none' } }}
          />
        )}
      />
    </Field>
  );
}
