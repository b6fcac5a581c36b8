import { styled } from '@mui/material/styles';

/** A framed part of a page. */
export const Panel = styled('section')(({ theme }) => ({
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: Number(theme.shape.borderRadius) + 2,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  padding: theme.spacing(2),
  minWidth: 0,
}));
