import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { theme } from '../theme.ts';
import { type RenderAppOptions, renderApp } from './renderApp.tsx';

/**
 * Mounts a part of a page alone, with the theme and the cache of the product, over a simulator as in `renderApp`.
 *
 * @returns what Testing Library's `render` does, with the simulator, a person (`user`) who acts, and the cache
 */
export async function renderPart(part: ReactNode, options: RenderAppOptions = {}) {
  const { simulator, user, client, unmount } = await renderApp('/nowhere', options);
  unmount();
  client.clear();
  localStorage.clear();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ThemeProvider theme={theme}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ThemeProvider>
  );
  return { ...render(part, { wrapper }), simulator, user, client };
}
