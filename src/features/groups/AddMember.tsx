import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import type { Organization } from '../../api/organizations.ts';
import { type Member, membersQuery } from '../../api/people.ts';
import { TextInput } from '../../ui/TextInput.tsx';

interface AddMemberProps {
  readonly organization: Organization;
  readonly isBusy: boolean;
  readonly onAdd: (member: Member) => void;
}

const nobody: Member | null = null;

/** Finds a member of the organization and puts them into the group. The members are asked for on first use. */
export function AddMember({ organization, isBusy, onAdd }: AddMemberProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const { data, error, isPending } = useQuery({
    ...membersQuery(organization.id, wanted),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  return (
    <Autocomplete
      id={id}
      autoHighlight
      blurOnSelect={false}
      disabled={isBusy}
      options={data ?? []}
      value={nobody}
      inputValue={text}
      onInputChange={(_, typed, reason) => setText(reason === 'input' ? typed : '')}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onChange={(_, member) => {
        if (member !== null) onAdd(member);
      }}
      filterOptions={(options) => options}
      getOptionLabel={({ displayName }) => displayName}
      getOptionKey={({ id: key }) => key}
      loading={isPending}
      loadingText={error ? 'The members can’t be loaded.' : 'Loading…'}
      noOptionsText={`No member of ${organization.displayName} has it in their username or email`}
      renderOption={({ key, ...optionProps }, { displayName, email }) => (
        <li key={key} {...optionProps}>
          <Box>
            {displayName}
            <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{email}</Box>
          </Box>
        </li>
      )}
      renderInput={({ slotProps }) => (
        <TextInput
          ref={slotProps.input.ref}
          endAdornment={slotProps.input.endAdornment}
          placeholder="Add a member: username or email"
          slotProps={{ input: { ...slotProps.htmlInput, 'aria-label': 'Add a member' } }}
        />
      )}
    />
  );
}
