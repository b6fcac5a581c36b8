import type { ColorSystemOptions } from '@mui/material/styles';

/** Colours beyond MUI's own, in both colour schemes. Texts in them pass WCAG AA on paper, page and their soft ground. */
export interface ProductPalette {
  /** Ground of what lies lower than the page: code, table heads. */
  readonly sunken: string;
  /** Edge of a control: 3:1 against what is around it. */
  readonly control: string;
  /** What a login or a draft adds, keeps and removes. */
  readonly added: string;
  readonly kept: string;
  readonly removed: string;
  /** Quiet grounds under texts of that meaning. */
  readonly soft: Readonly<Record<'primary' | 'info' | 'success' | 'warning' | 'error' | 'neutral', string>>;
}

declare module '@mui/material/styles' {
  interface Palette extends ProductPalette {}
  interface PaletteOptions extends Partial<ProductPalette> {}
}

export const lightPalette: NonNullable<ColorSystemOptions['palette']> = {
  primary: { main: '#155a70', dark: '#0d4556', light: '#2b7790', contrastText: '#ffffff' },
  secondary: { main: '#4a5460', contrastText: '#ffffff' },
  info: { main: '#2a5a88', contrastText: '#ffffff' },
  success: { main: '#1b6b3c', contrastText: '#ffffff' },
  warning: { main: '#865000', contrastText: '#ffffff' },
  error: { main: '#b02a22', dark: '#8e1f19', contrastText: '#ffffff' },
  text: { primary: '#1a1f24', secondary: '#535d68', disabled: '#808a95' },
  background: { default: '#f6f7f8', paper: '#ffffff' },
  divider: '#dfe3e7',
  action: { hover: 'rgba(26, 31, 36, 0.05)', selected: 'rgba(21, 90, 112, 0.09)', active: '#535d68' },
  sunken: '#eef0f2',
  control: '#7c8691',
  added: '#1b6b3c',
  kept: '#535d68',
  removed: '#b02a22',
  soft: {
    primary: '#e2eff3',
    info: '#e6eff7',
    success: '#e5f3ea',
    warning: '#fbf0d9',
    error: '#fcebe9',
    neutral: '#eef0f2',
  },
};

export const darkPalette: NonNullable<ColorSystemOptions['palette']> = {
  primary: { main: '#7cc3d8', dark: '#a4d8e6', light: '#5fa9c0', contrastText: '#05222b' },
  secondary: { main: '#aab4bf', contrastText: '#14181b' },
  info: { main: '#8fbbe6', contrastText: '#0a1c2c' },
  success: { main: '#7dcc98', contrastText: '#06210f' },
  warning: { main: '#e6b35e', contrastText: '#271a02' },
  error: { main: '#f19188', dark: '#f6b0a9', contrastText: '#2c0806' },
  text: { primary: '#e6e9ec', secondary: '#a5afb9', disabled: '#74808b' },
  background: { default: '#111417', paper: '#181c20' },
  divider: '#2b3137',
  action: { hover: 'rgba(230, 233, 236, 0.06)', selected: 'rgba(124, 195, 216, 0.14)', active: '#a5afb9' },
  sunken: '#0c0f11',
  control: '#6f7a85',
  added: '#7dcc98',
  kept: '#a5afb9',
  removed: '#f19188',
  soft: {
    primary: '#14303a',
    info: '#182b3d',
    success: '#163021',
    warning: '#322710',
    error: '#3b1d1b',
    neutral: '#22282d',
  },
};
