import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';

/** The name of a thing in a table, which opens it. */
export const OpenButton = styled(ButtonBase)(({ theme }) => ({
  font: 'inherit',
  fontWeight: 500,
  textAlign: 'left',
  borderRadius: 4,
  color: theme.vars.palette.primary.main,
  overflowWrap: 'anywhere',
  '&:hover': { textDecoration: 'underline' },
}));
