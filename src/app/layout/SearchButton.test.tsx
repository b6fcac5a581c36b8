import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { groupId } from '../../../mocks/seed/organizations.ts';
import { renderApp } from '../testing/renderApp.tsx';

const page = '/organizations/security/groups';

async function openPalette(path: string, as = 'owner') {
  const { user, simulator } = await renderApp(path, { as });
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: 'Search' });
  const input = within(palette).getByRole('combobox', { name: 'Search' });
  await waitFor(() => expect(input).toHaveFocus());
  const options = () =>
    within(palette)
      .queryAllByRole('option')
      .map(({ textContent }) => textContent);
  return { user, simulator, palette, input, options };
}

test('a group is found and opened without a mouse', async () => {
  const { user, palette, input } = await openPalette(page);
  await user.paste('application');
  const option = await within(palette).findByRole('option', { name: /Application Security/ });
  await waitFor(() => expect(input).toHaveAttribute('aria-activedescendant', option.id));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: 'Application Security' })).toBeVisible();
  expect(location.search).toBe(`?group=${groupId('security', 'appsec')}`);
  expect(screen.queryByRole('dialog', { name: 'Search' })).not.toBeInTheDocument();
});

test('arrow keys go round; Escape gives the focus back', async () => {
  const { user, palette, input, options } = await openPalette(page);
  await waitFor(() => expect(options().length).toBeGreaterThan(8));
  const active = () => palette.ownerDocument.getElementById(input.getAttribute('aria-activedescendant') ?? '');
  const first = active();
  await user.keyboard('{ArrowUp}');
  expect(active()).not.toBe(first);
  await user.keyboard('{ArrowDown}');
  expect(active()).toBe(first);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  const button = screen.getByRole('button', { name: 'Search' });
  await user.click(button);
  await screen.findByRole('dialog', { name: 'Search' });
  await user.keyboard('{Escape}');
  expect(button).toHaveFocus();
});

test('a claim value leads to its row', async () => {
  const { user, palette } = await openPalette(page);
  await user.paste('sec-app');
  expect(await within(palette).findByRole('option', { name: /sec-app.*group sync · mapped/ })).toBeVisible();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'IdP Sync' })).toBeVisible();
  expect(await screen.findByTestId('group-sec-app')).toHaveAttribute('data-shown', 'true');
});

test('another organization is gone to, and the heading has the focus', async () => {
  const { user, palette } = await openPalette(page);
  await user.paste('emea');
  expect(await within(palette).findByRole('option', { name: /EMEA Field/ })).toBeVisible();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'IdP Sync' })).toHaveFocus());
  expect(location.pathname).toBe('/organizations/emea/idp-sync');
});

test('what isn’t found is said', async () => {
  const { user, palette } = await openPalette(page);
  await user.paste('no such thing');
  expect(await within(palette).findByText('Nothing has “no such thing” in its name.')).toBeVisible();
});

test('only what one may see is offered', async () => {
  const { user, options } = await openPalette('/organizations/engineering/groups', 'member');
  await waitFor(() => expect(options().join()).toMatch(/Organizations/));
  expect(options().join()).not.toMatch(/IdP|OIDC/);
  await user.paste('platform');
  await waitFor(() => expect(options()).toEqual([]));
});

Element.prototype.scrollIntoView = () => undefined;
