import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { type User, usersQuery } from '../../api/people.ts';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

interface PersonPickerProps {
  readonly person: User | undefined;
  readonly onChange: (person: User | undefined) => void;
  readonly hint: ReactNode;
}

/** Chooses the person whose present memberships the plan is compared with. */
export function PersonPicker({ person, onChange, hint }: PersonPickerProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [input, setInput] = useState('');
  const search = useSettled(input === person?.displayName ? '' : input);
  const { data, error, isPending } = useQuery({
    ...usersQuery(search),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  return (
    <Field id={id} label="Compare with" hint={hint}>
      <Autocomplete
        id={id}
        open={isOpen}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        options={data ?? []}
        value={person ?? null}
        onChange={(_, next) => onChange(next ?? undefined)}
        inputValue={input}
        onInputChange={(_, next) => setInput(next)}
        filterOptions={(options) => options}
        getOptionLabel={({ displayName }) => displayName}
        getOptionKey={(user) => user.id}
        isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
        loading={isPending}
        loadingText="Looking people up…"
        noOptionsText={error ? 'People can’t be looked up.' : 'Nobody found'}
        slotProps={{ paper: { sx: { border: 1, borderColor: 'divider', boxShadow: 6 } } }}
        clearText="Compare with nobody"
        openText="Choose a person"
        renderOption={({ key, ...optionProps }, user) => (
          <Box component="li" key={key} {...optionProps}>
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="body2">{user.displayName}</Typography>
              <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
                {user.email}
              </Typography>
            </Box>
          </Box>
        )}
        renderInput={({ slotProps }) => (
          <TextInput
            ref={slotProps.input.ref}
            endAdornment={slotProps.input.endAdornment}
            onMouseDown={slotProps.input.onMouseDown}
            placeholder="Username or email"
            sx={{ pr: '30px' }}
            slotProps={{ input: { ...slotProps.htmlInput, 'aria-describedby': `${id}-hint` } }}
          />
        )}
      />
    </Field>
  );
}

/** The text as it was when typing last paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
