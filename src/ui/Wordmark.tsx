import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';

const Name = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(1),
  fontWeight: 600,
  letterSpacing: '-0.01em',
  whiteSpace: 'nowrap',
  color: theme.vars.palette.text.primary,
}));

interface WordmarkProps {
  /** Only the mark on narrow screens. */
  readonly compact?: boolean;
}

/** The product's mark and name: one value, several targets. */
export function Wordmark({ compact = false }: WordmarkProps) {
  return (
    <Name>
      <Box component="svg" aria-hidden viewBox="0 0 32 32" sx={{ width: 24, height: 24, flexShrink: 0 }}>
        <Box component="rect" width="32" height="32" rx="8" sx={{ fill: 'var(--mui-palette-primary-main)' }} />
        <Box
          component="g"
          sx={{ fill: 'none', stroke: 'var(--mui-palette-primary-contrastText)', strokeWidth: 2.5 }}
          strokeLinecap="round"
        >
          <path d="M10 16h2.5c3.5 0 3-6 6.5-6H20M12.5 16H20M10 16h2.5c3.5 0 3 6 6.5 6H20" />
        </Box>
        <Box component="g" sx={{ fill: 'var(--mui-palette-primary-contrastText)' }}>
          <circle cx="8.5" cy="16" r="3" />
          <circle cx="23" cy="10" r="2.5" />
          <circle cx="23" cy="16" r="2.5" />
          <circle cx="23" cy="22" r="2.5" />
        </Box>
      </Box>
      <Box component="span" sx={compact ? { display: { xs: 'none', sm: 'inline' } } : {}}>
        Coder IdP Sync
      </Box>
    </Name>
  );
}
