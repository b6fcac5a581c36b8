import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface FieldProps {
  /** Id of the control; its hint has `${id}-hint`, which the control names in `aria-describedby`. */
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Says what is wrong, in place of the hint. */
  readonly error?: ReactNode;
  readonly children: ReactNode;
}

/** A label, its control, and one line under it. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography component="label" htmlFor={id} variant="body2" sx={{ display: 'block', fontWeight: 600, mb: 0.5 }}>
        {label}
      </Typography>
      {children}
      <Typography
        id={`${id}-hint`}
        component="div"
        variant="caption"
        sx={{ mt: 0.5, color: error ? 'error.main' : 'text.secondary', overflowWrap: 'anywhere' }}
      >
        {error ?? hint}
      </Typography>
    </Box>
  );
}
