import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { AppRoutes } from './AppRoutes.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { theme } from './theme.ts';

/** The whole product. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
    <ThemeProvider
      theme={theme}
      defaultMode="system"
      modeStorageKey="coder-idp-sync.color-mode"
      noSsr
      disableTransitionOnChange
    >
      <CssBaseline enableColorScheme />
      <CrashBoundary>
        <QueryClientProvider client={client}>
          <BrowserRouter basename={import.meta.env.BASE_URL}>
            <AppRoutes />
          </BrowserRouter>
        </QueryClientProvider>
      </CrashBoundary>
    </ThemeProvider>
  );
}
