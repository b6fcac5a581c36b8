import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SearchIcon } from './icons.tsx';
import { TextInput } from './TextInput.tsx';

interface SearchInputProps {
  /** Name of the input; also shown in it while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How much was found: "3 of 120". Announced as it changes. */
  readonly result?: string;
}

/** Narrows what is below it as one types. */
export function SearchInput({ label, value, onChange, result }: SearchInputProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, '& > :first-of-type': { maxWidth: 320 } }}>
      <TextInput
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={label}
        startAdornment={<SearchIcon fontSize="small" sx={{ mr: 1, color: 'text.secondary' }} />}
        slotProps={{ input: { 'aria-label': label, type: 'search', autoComplete: 'off', spellCheck: false } }}
      />
      <Typography variant="body2" color="textSecondary" role="status" noWrap sx={{ flexShrink: 0 }}>
        {result}
      </Typography>
    </Box>
  );
}
