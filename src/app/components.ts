import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';

const height = 36;
const smallHeight = 28;

/** The focus ring of everything that can have the focus. */
const ring = (theme: Omit<Theme, 'components'> & CssVarsTheme) => ({
  outline: `2px solid ${theme.vars.palette.primary.main}`,
  outlineOffset: 2,
});

/** How MUI's components look in this product. */
export const components: Components<Omit<Theme, 'components'> & CssVarsTheme> = {
  MuiCssBaseline: {
    styleOverrides: (theme) => ({
      ':root': { '--font-mono': theme.typography.fontFamilyMono },
      body: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'break-word' },
      a: { color: theme.vars.palette.primary.main, textUnderlineOffset: '0.2em', textDecorationThickness: '1px' },
      ':focus-visible': ring(theme),
      '[tabindex="-1"]:focus-visible': { outline: 'none' },
      'code, kbd, pre': { fontFamily: theme.typography.fontFamilyMono, fontSize: '0.9286em' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          transitionDuration: '0.01ms !important',
          scrollBehavior: 'auto !important',
        },
      },
    }),
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: ({ theme }) => ({ '&.Mui-focusVisible': ring(theme) }) },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, color: 'primary' },
    styleOverrides: {
      root: { minHeight: height, padding: '0 14px', minWidth: 0, whiteSpace: 'nowrap' },
      sizeSmall: { minHeight: smallHeight, padding: '0 10px', fontSize: '0.8125rem' },
      outlined: ({ theme }) => ({
        color: theme.vars.palette.text.primary,
        borderColor: theme.vars.palette.control,
        backgroundColor: theme.vars.palette.background.paper,
        '&:hover': { borderColor: theme.vars.palette.text.secondary, backgroundColor: theme.vars.palette.action.hover },
      }),
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        width: height,
        height,
        padding: 0,
        borderRadius: theme.shape.borderRadius,
        color: theme.vars.palette.text.secondary,
        '&:hover': { color: theme.vars.palette.text.primary },
      }),
      sizeSmall: { width: smallHeight, height: smallHeight },
    },
  },
  MuiSvgIcon: { styleOverrides: { root: { fontSize: '1.125rem' }, fontSizeSmall: { fontSize: '1rem' } } },
  MuiInputBase: {
    styleOverrides: {
      root: { fontSize: '0.875rem', minHeight: height },
      input: ({ theme }) => ({
        height: 'auto',
        '&::placeholder': { opacity: 1, color: theme.vars.palette.text.secondary },
      }),
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: ({ theme }) => ({ backgroundColor: theme.vars.palette.background.paper }),
      input: { padding: '7px 12px', height: 'auto' },
      notchedOutline: ({ theme }) => ({ borderColor: theme.vars.palette.control }),
    },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' } },
  },
  MuiMenu: { styleOverrides: { paper: floating, list: { padding: 4 } } },
  MuiPopover: { styleOverrides: { paper: floating } },
  MuiMenuItem: {
    styleOverrides: {
      root: { minHeight: 34, padding: '4px 10px', fontSize: '0.875rem', borderRadius: 4 },
    },
  },
  MuiDialog: {
    styleOverrides: {
      paper: ({ theme }) => ({
        border: `1px solid ${theme.vars.palette.divider}`,
        boxShadow: shadow,
        // So that the content scrolls, and title and buttons stay, in a form too.
        '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 },
      }),
    },
  },
  MuiDialogActions: {
    defaultProps: { disableSpacing: true },
    styleOverrides: { root: { flexWrap: 'wrap', gap: 8, '& > button': { flexShrink: 0 } } },
  },
  MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.75rem' } } },
  MuiChip: { styleOverrides: { root: { borderRadius: 4, fontWeight: 500 } } },
  MuiLink: { defaultProps: { underline: 'always' } },
};

const shadow = '0 8px 28px rgb(0 0 0 / 0.16), 0 1px 3px rgb(0 0 0 / 0.10)';

function floating({ theme }: { readonly theme: Omit<Theme, 'components'> & CssVarsTheme }) {
  return { border: `1px solid ${theme.vars.palette.divider}`, boxShadow: shadow, marginTop: 4 };
}
