import Box from '@mui/material/Box';
import type { UseFormRegisterReturn } from 'react-hook-form';

/** Whether the session is to outlive a reload. Without it the token is nowhere but in memory. */
export function KeepSession({ field }: { readonly field: UseFormRegisterReturn }) {
  return (
    <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 1, cursor: 'pointer' }}>
      <Box
        component="input"
        type="checkbox"
        {...field}
        sx={{ width: 16, height: 16, m: 0, accentColor: 'var(--mui-palette-primary-main)' }}
      />
      Keep me signed in after a reload of this tab
    </Box>
  );
}
