import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface ChoiceProps<V extends string> {
  /** Says what is chosen. */
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** One line on the chosen one. */
  readonly hint?: ReactNode;
}

const Options = styled('div')(({ theme }) => ({
  display: 'inline-flex',
  flexWrap: 'wrap',
  border: `1px solid ${theme.vars.palette.control}`,
  borderRadius: theme.shape.borderRadius,
  overflow: 'hidden',
  backgroundColor: theme.vars.palette.background.paper,
  '& label': {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: 34,
    padding: '0 12px',
    cursor: 'pointer',
    fontWeight: 500,
    color: theme.vars.palette.text.secondary,
  },
  '& label:hover': { color: theme.vars.palette.text.primary },
  '& label:has(:checked)': {
    color: theme.vars.palette.text.primary,
    backgroundColor: theme.vars.palette.action.selected,
  },
  '& label:has(:focus-visible)': {
    outline: `2px solid ${theme.vars.palette.primary.main}`,
    outlineOffset: -2,
    borderRadius: theme.shape.borderRadius,
  },
  '& input': { position: 'absolute', inset: 0, margin: 0, opacity: 0, cursor: 'pointer' },
}));

/** One of a few, all in sight: native radio buttons that look like one control. */
export function Choice<V extends string>({ label, options, value, onChange, hint }: ChoiceProps<V>) {
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="body2" sx={{ fontWeight: 600, p: 0, mb: 0.5 }}>
        {label}
      </Typography>
      <Options>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </Options>
      {hint !== undefined && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mt: 0.5 }}>
          {hint}
        </Typography>
      )}
    </Box>
  );
}
