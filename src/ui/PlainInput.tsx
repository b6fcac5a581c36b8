import { styled } from '@mui/material/styles';

/** A native one-line input with the product's frame, where MUI's isn't needed. Its label stands in a {@link Field}. */
export const PlainInput = styled('input')(({ theme }) => {
  const { palette } = theme.vars ?? theme;
  return {
    width: '100%',
    minHeight: 36,
    padding: '7px 10px',
    boxSizing: 'border-box',
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${palette.control}`,
    backgroundColor: palette.background.paper,
    color: palette.text.primary,
    font: 'inherit',
    lineHeight: '20px',
    '&::placeholder': { color: palette.text.secondary, opacity: 1 },
    '&:hover': { borderColor: palette.text.secondary },
    '&:focus': { borderColor: palette.primary.main, outline: `2px solid ${palette.primary.main}`, outlineOffset: -1 },
    '&[aria-invalid=true]': { borderColor: palette.error.main },
    '&[data-mono]': { fontFamily: theme.typography.fontFamilyMono, fontSize: '0.8125rem' },
    '&::-webkit-search-cancel-button': { cursor: 'pointer' },
  };
});
