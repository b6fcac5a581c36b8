import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';

interface PillsProps<V extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few, as small buttons of which one is pressed. */
export function Pills<V extends string>({ label, options, value, onChange }: PillsProps<V>) {
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {options.map((option) => (
        <Pill key={option.value} aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
        </Pill>
      ))}
    </Box>
  );
}

/** A small button that is pressed or not. */
export const Pill = styled(ButtonBase)(({ theme }) => ({
  font: 'inherit',
  fontSize: theme.typography.caption.fontSize,
  padding: '3px 10px',
  minHeight: 24,
  maxWidth: '100%',
  borderRadius: 12,
  border: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
  overflowWrap: 'anywhere',
  '&[aria-pressed="true"]': {
    borderColor: theme.vars.palette.primary.main,
    backgroundColor: theme.vars.palette.soft.primary,
    color: theme.vars.palette.text.primary,
  },
}));
