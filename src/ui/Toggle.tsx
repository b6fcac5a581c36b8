import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface ToggleProps {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  /** Undefined: it can be seen and not changed. */
  readonly onChange: ((checked: boolean) => void) | undefined;
  /** What it means as it stands. */
  readonly children: ReactNode;
}

/** A native checkbox that looks and is announced like a switch. */
const Switch = styled('input')(({ theme }) => {
  const { palette } = theme.vars ?? theme;
  return {
    appearance: 'none',
    position: 'relative',
    width: 34,
    height: 20,
    margin: 0,
    borderRadius: 10,
    border: `1px solid ${palette.control}`,
    backgroundColor: palette.soft.neutral,
    cursor: 'pointer',
    transition: 'background-color 120ms',
    '&::after': {
      content: '""',
      position: 'absolute',
      top: 2,
      left: 2,
      width: 14,
      height: 14,
      borderRadius: 7,
      backgroundColor: palette.text.secondary,
      transition: 'transform 120ms',
    },
    '&:checked': { backgroundColor: palette.primary.main, borderColor: palette.primary.main },
    '&:checked::after': { transform: 'translateX(14px)', backgroundColor: palette.primary.contrastText },
    '&:disabled': { cursor: 'default', opacity: 0.55 },
  };
});

/** A setting that is on or off, with its label and one line on what that means. */
export function Toggle({ id, label, checked, onChange, children }: ToggleProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 1.25, alignItems: 'center', mt: 2 }}>
      <Switch
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={onChange === undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      <Typography component="label" htmlFor={id} sx={{ fontWeight: 600 }}>
        {label}
      </Typography>
      <Typography id={`${id}-hint`} variant="caption" color="textSecondary" sx={{ gridColumn: 2 }}>
        {children}
      </Typography>
    </Box>
  );
}
