import InputBase from '@mui/material/InputBase';
import { styled } from '@mui/material/styles';

/** A one-line or multi-line input with the product's frame. Its label stands outside, in a {@link Field}. */
export const TextInput = styled(InputBase)(({ theme }) => ({
  width: '100%',
  minHeight: 36,
  padding: '0 10px',
  borderRadius: theme.shape.borderRadius,
  border: `1px solid ${(theme.vars ?? theme).palette.control}`,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  fontSize: theme.typography.body1.fontSize,
  '& .MuiInputBase-input': { padding: '7px 0', height: 'auto', lineHeight: '20px' },
  '&:hover': { borderColor: (theme.vars ?? theme).palette.text.secondary },
  '&.Mui-focused': {
    borderColor: (theme.vars ?? theme).palette.primary.main,
    outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}`,
    outlineOffset: -1,
  },
  '&.Mui-error': { borderColor: (theme.vars ?? theme).palette.error.main },
  '&.Mui-disabled': { backgroundColor: (theme.vars ?? theme).palette.action.disabledBackground },
}));
