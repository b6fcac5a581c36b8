import { styled } from '@mui/material/styles';

/** A claim value, a claim name or an id: monospaced, with every space in sight, and inert whatever it holds. */
export const Mono = styled('bdi')(({ theme }) => ({
  fontFamily: theme.typography.fontFamilyMono,
  fontSize: '0.93em',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}));
