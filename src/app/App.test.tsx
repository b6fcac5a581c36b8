import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from './testing/renderApp.tsx';

test('an owner sees every organization', async () => {
  await renderApp('/');
  expect(await screen.findByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Engineering' })).toBeVisible();
});
