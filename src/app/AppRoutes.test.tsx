import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderApp } from './testing/renderApp.tsx';

const lead = /^What people get in Engineering from the claims of their login/;

test('home leads somebody with several organizations to the list', async () => {
  await renderApp('/');
  expect(await screen.findByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  const list = await screen.findByRole('table', { name: 'Organizations' });
  expect(within(list).getByRole('link', { name: 'Engineering' })).toHaveAttribute(
    'href',
    '/organizations/engineering/idp-sync',
  );
  expect(within(list).getByText('Default')).toBeVisible();
});

test('home leads somebody with one organization to its IdP Sync', async () => {
  await renderApp('/', {
    intercept: async (request) => {
      if (!request.url.endsWith('/organizations')) return undefined;
      const [id, name] = ['0b8e2c54-31f0-4d0c-8f5e-6f1f5a0f7a10', 'only'];
      return Response.json([{ id, name, display_name: 'Only', is_default: true }]);
    },
  });
  expect(await screen.findByText(/^What people get in Only/)).toBeVisible();
  expect(location.pathname).toBe('/organizations/only/idp-sync');
});

test.each(['engineering', 'ENGINEERING', 'id'])('an organization is found by %s', async (by) => {
  const { simulator } = await renderApp('/nowhere');
  const [organization] = [...simulator.state.organizations.values()].filter(({ name }) => name === 'engineering');
  const text = by === 'id' ? organization?.id : by;
  await renderApp(`/organizations/${text}/idp-sync`, { simulator });
  expect(await screen.findByText(lead)).toBeVisible();
  expect(document.title).toBe('IdP Sync – Engineering – Coder IdP Sync');
});

test('an unknown organization is named, with those that there are', async () => {
  await renderApp('/organizations/nope/idp-sync');
  expect(await screen.findByRole('heading', { name: 'No organization “nope”' })).toBeVisible();
  const list = screen.getByRole('list', { name: 'Organizations that you can see' });
  expect(within(list).getByRole('link', { name: 'Engineering' })).toBeVisible();
});

test('an address without a page', async () => {
  await renderApp('/organizations/engineering/nothing');
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
});

test('a member is told which permission is missing, and who can help', async () => {
  await renderApp('/organizations/engineering/idp-sync', { as: 'member' });
  expect(await screen.findByRole('heading', { name: 'You can’t see the sync settings of Engineering' })).toBeVisible();
  expect(screen.getByText(/idpsync_settings:read.*Organization User Admin of Engineering/)).toBeVisible();
});

test('an organization admin is told that organization sync needs more', async () => {
  await renderApp('/deployment', { as: 'org-admin' });
  expect(
    await screen.findByRole('heading', { name: 'You can’t see organization sync of the deployment' }),
  ).toBeVisible();
  expect(location.pathname).toBe('/deployment/idp-org-sync');
  expect(screen.getByText(/an Owner or User Admin\./)).toBeVisible();
});

test('Admin settings offers the deployment only to those who may see it', async () => {
  const owner = await renderApp('/organizations');
  await owner.user.click(await screen.findByRole('button', { name: 'Admin settings' }));
  expect(await screen.findByRole('menuitem', { name: 'Deployment' })).toHaveAttribute('href', '/deployment');
  owner.unmount();

  const member = await renderApp('/organizations', { as: 'member' });
  await member.user.click(await screen.findByRole('button', { name: 'Admin settings' }));
  expect(await screen.findByRole('menuitem', { name: 'Organizations' })).toBeVisible();
  await waitFor(() => expect(member.client.isFetching()).toBe(0));
  expect(screen.queryByRole('menuitem', { name: 'Deployment' })).not.toBeInTheDocument();
});

test('a change of page names it, focuses its heading and announces it', async () => {
  const { user } = await renderApp('/organizations/engineering/groups');
  const side = await screen.findByRole('navigation', { name: 'Engineering' });
  await screen.findByRole('table', { name: 'Groups' });
  expect(screen.getByRole('heading', { level: 1 })).not.toHaveFocus();
  await user.click(within(side).getByRole('link', { name: 'Roles' }));
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Roles' })).toHaveFocus());
  expect(document.title).toBe('Roles – Engineering – Coder IdP Sync');
  const announced = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  await waitFor(() => expect(announced()).toContain('Roles – Engineering'));
  expect(within(side).getByRole('link', { name: 'Roles' })).toHaveAttribute('aria-current', 'page');
});

test('the switcher keeps the page and its tab', async () => {
  const { user } = await renderApp('/organizations/engineering/idp-sync?tab=roles');
  await user.click(await screen.findByRole('button', { name: 'Engineering' }));
  const dialog = await screen.findByRole('dialog', { name: 'Switch organization' });
  expect(within(dialog).getByRole('link', { name: 'Engineering' })).toHaveAttribute('aria-current', 'true');
  await user.click(within(dialog).getByRole('link', { name: 'Data Science' }));
  expect(await screen.findByText(/^What people get in Data Science/)).toBeVisible();
  expect(location.pathname + location.search).toBe('/organizations/data/idp-sync?tab=roles');
});

test('a failed load says why, and Retry asks again', async () => {
  let down = true;
  const { user } = await renderApp('/organizations/engineering/groups', {
    intercept: (request) =>
      down && request.url.endsWith('/groups') ? Promise.reject(new TypeError('Failed to fetch')) : undefined,
  });
  const alert = await screen.findByRole('alert', {}, { timeout: 3000 });
  expect(alert).toHaveTextContent('The deployment can’t be reached');
  down = false;
  await user.click(within(alert).getByRole('button', { name: 'Retry' }));
  expect(await screen.findByRole('table', { name: 'Groups' })).toBeVisible();
});

test('what a server has decided isn’t asked twice', async () => {
  const { simulator } = await renderApp('/organizations/engineering/groups', {
    intercept: (request) =>
      request.url.endsWith('/groups') ? Response.json({ message: 'Forbidden.' }, { status: 403 }) : undefined,
  });
  expect(await screen.findByRole('heading', { name: 'You may not load the groups' })).toBeVisible();
  expect(simulator.requests.filter(({ path }) => path.endsWith('/groups'))).toHaveLength(0);
});

test('a crash of a page leaves the rest in place', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const { client } = await renderApp('/organizations/engineering/roles');
  await screen.findByRole('table', { name: 'Roles' });
  const [role] = client.getQueryCache().findAll({ predicate: ({ queryKey }) => queryKey.at(-1) === 'roles' });
  role?.setData([{ name: 5 }]);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('What you have edited is kept');
  expect(within(alert).getByRole('button', { name: 'Reload' })).toBeVisible();
  expect(screen.getByRole('navigation', { name: 'Engineering' })).toBeVisible();
  expect(error).toHaveBeenCalled();
});

test('groups are found by name and id; the id can be copied', async () => {
  const { user } = await renderApp('/organizations/engineering/groups');
  const search = await screen.findByRole('searchbox', { name: 'Find a group' });
  const table = screen.getByRole('table', { name: 'Groups' });
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(10);
  await user.type(search, 'backend');
  await waitFor(() => expect(within(table).getAllByRole('row')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Copy id of Backend' }));
  expect(await screen.findByText('Copied')).toBeVisible();
  expect(await navigator.clipboard.readText()).toMatch(/^[0-9a-f-]{36}$/);
  await user.clear(search);
  await user.type(search, 'nothing like this');
  expect(await screen.findByText('No group matches')).toBeVisible();
});

test('roles say which are custom', async () => {
  await renderApp('/organizations/engineering/roles');
  const table = await screen.findByRole('table', { name: 'Roles' });
  const row = within(table).getByRole('row', { name: /Release Manager/ });
  expect(within(row).getByRole('cell', { name: 'Custom' })).toBeVisible();
});
