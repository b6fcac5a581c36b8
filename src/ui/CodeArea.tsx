import { styled } from '@mui/material/styles';

/** Text of many lines that is code: read-only, or to paste into. Its label stands in a `Field`. */
export const CodeArea = styled('textarea')(({ theme }) => ({
  display: 'block',
  width: '100%',
  boxSizing: 'border-box',
  minHeight: 160,
  padding: '8px 10px',
  resize: 'vertical',
  tabSize: 2,
  whiteSpace: 'pre',
  overflow: 'auto',
  fontFamily: theme.typography.fontFamilyMono,
  fontSize: '0.8125rem',
  lineHeight: '20px',
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.control}`,
  borderRadius: theme.shape.borderRadius,
  '&::placeholder': { color: theme.vars.palette.text.secondary, opacity: 1 },
  '&:read-only': { backgroundColor: theme.vars.palette.background.default },
  '&:focus': {
    borderColor: theme.vars.palette.primary.main,
    outline: `2px solid ${theme.vars.palette.primary.main}`,
    outlineOffset: -1,
  },
  '&[aria-invalid=true]': { borderColor: theme.vars.palette.error.main },
}));
