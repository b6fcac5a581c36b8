import { createTheme } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';
import { components } from './components.ts';
import { darkPalette, lightPalette } from './palette.ts';

declare module '@mui/material/styles' {
  interface TypographyVariants {
    /** For claim values, ids and regular expressions. In `sx`: `fontFamily: 'fontFamilyMono'`. */
    readonly fontFamilyMono: string;
  }
  interface TypographyVariantsOptions {
    fontFamilyMono?: string;
  }
}

const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
const fontFamilyMono =
  'ui-monospace, SFMono-Regular, Menlo, Consolas, "Cascadia Mono", "Liberation Mono", "DejaVu Sans Mono", monospace';

/**
 * One theme, two colour schemes as CSS variables; `public/color-scheme.js` sets the attribute before the first paint.
 * Spacing is 8 px, halves are allowed.
 */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-color-scheme' },
  colorSchemes: { light: { palette: lightPalette }, dark: { palette: darkPalette } },
  motion: { reducedMotion: 'system' },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily,
    fontFamilyMono,
    fontSize: 14,
    htmlFontSize: 16,
    fontWeightMedium: 500,
    h1: { fontSize: '1.3125rem', fontWeight: 600, lineHeight: 1.33, letterSpacing: '-0.006em' },
    h2: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.5 },
    h3: { fontSize: '0.875rem', fontWeight: 600, lineHeight: 1.43 },
    body1: { fontSize: '0.875rem', lineHeight: 1.5 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.5 },
    caption: { fontSize: '0.75rem', lineHeight: 1.5 },
    button: { fontSize: '0.875rem', fontWeight: 500, lineHeight: 1.43, textTransform: 'none', letterSpacing: 0 },
  },
  components,
});
