import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { organizationId } from '../../../mocks/seed/organizations.ts';
import { customRoleKey } from '../../../mocks/state/State.ts';
import { renderApp } from '../testing/renderApp.tsx';

const page = '/organizations/engineering/roles';
const engineering = organizationId('engineering');
const table = () => screen.findByRole('table', { name: 'Roles' });

test('a role has the name that mappings store, and the claim values that lead to it', async () => {
  const { user } = await renderApp(page);
  const row = within(await table()).getByRole('row', { name: /Release Manager/ });
  expect(within(row).getByText('release-manager', { selector: 'td:nth-of-type(2) *' })).toBeVisible();
  expect(await within(row).findByText('release-captain')).toBeVisible();
  await user.click(within(row).getByRole('button', { name: 'Release Manager' }));
  const sheet = await screen.findByRole('dialog', { name: 'Release Manager' });
  expect(within(sheet).getByRole('link', { name: 'a mapping' })).toHaveAttribute(
    'href',
    '/organizations/engineering/idp-sync?tab=roles&value=release-captain',
  );
  expect(within(sheet).getByText('In the organization')).toBeVisible();
  expect(within(sheet).getByRole('button', { name: 'Edit' })).toBeVisible();
});

test('what is built in can be looked at and not changed', async () => {
  const { user } = await renderApp(page);
  await user.click(await screen.findByRole('button', { name: 'Organization User Admin' }));
  const sheet = await screen.findByRole('dialog', { name: 'Organization User Admin' });
  expect(within(sheet).getByText('Built-in: it can’t be changed')).toBeVisible();
  expect(within(sheet).getByText('IdP Sync settings').nextSibling).toHaveTextContent('read, update');
  expect(within(sheet).queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
});

test('a custom role is created under the server’s rules, and stored in lower case', async () => {
  const { user, simulator } = await renderApp(page);
  await user.click(await screen.findByRole('button', { name: 'Create custom role' }));
  const dialog = await screen.findByRole('dialog', { name: 'Create a custom role in Engineering' });
  const name = within(dialog).getByLabelText('Name');
  const create = within(dialog).getByRole('button', { name: 'Create custom role' });
  for (const [typed, words] of [
    ['incident commander', /^Letters, digits/],
    ['owner', /^Coder keeps this name/],
    ['organization-admin', /^Coder keeps this name/],
    ['Release-Manager', /^There is a role release-manager already/],
    ['x'.repeat(33), /^At most 32 characters/],
  ] as const) {
    await user.clear(name);
    await user.click(name);
    await user.paste(typed);
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText(words)).toBeVisible();
  }
  await user.clear(name);
  await user.click(name);
  await user.paste('Incident-Commander');
  expect(within(dialog).getByText('incident-commander')).toBeVisible();
  await user.type(within(dialog).getByLabelText('Display name'), 'Incident Commander');
  await user.click(within(within(dialog).getByRole('group', { name: 'Groups' })).getByLabelText('read'));
  await user.click(create);
  expect(await screen.findByRole('dialog', { name: 'Incident Commander' })).toBeVisible();
  expect(simulator.state.customRoles.get(customRoleKey(engineering, 'incident-commander'))).toEqual({
    organizationId: engineering,
    name: 'incident-commander',
    displayName: 'Incident Commander',
    permissions: [{ negate: false, resourceType: 'group', action: 'read' }],
  });
});

test('what one lacks can’t be given', async () => {
  const { user } = await renderApp(page, { as: 'org-admin' });
  await user.click(await screen.findByRole('button', { name: 'Create custom role' }));
  const dialog = await screen.findByRole('dialog', { name: 'Create a custom role in Engineering' });
  expect(await within(dialog).findByText(/You can give what you have yourself/)).toBeVisible();
  const workspaces = within(within(dialog).getByRole('group', { name: 'Workspaces' }));
  expect(workspaces.getByLabelText('ssh')).toBeDisabled();
  expect(workspaces.getByLabelText('read')).toBeEnabled();
});

test('a custom role is changed, and its name stays', async () => {
  const { user, simulator } = await renderApp(`${page}?role=sync-reader`);
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  const dialog = await screen.findByRole('dialog', { name: 'Edit Sync Reader' });
  expect(within(dialog).getByLabelText('Name')).toHaveAttribute('readonly');
  const settings = within(within(dialog).getByRole('group', { name: 'IdP Sync settings' }));
  expect(settings.getByLabelText('read')).toBeChecked();
  await user.click(settings.getByLabelText('update'));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(simulator.state.customRoles.get(customRoleKey(engineering, 'sync-reader'))?.permissions).toContainEqual({
      negate: false,
      resourceType: 'idpsync_settings',
      action: 'update',
    }),
  );
  const sheet = await screen.findByRole('dialog', { name: 'Sync Reader' });
  expect(within(sheet).getByText('IdP Sync settings').nextSibling).toHaveTextContent('read, update');
});

test('deleting a role offers to take it out of its mappings', async () => {
  const { user, simulator } = await renderApp(`${page}?role=release-manager`);
  await user.click(await screen.findByRole('button', { name: 'Delete role' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete Release Manager?' });
  expect(await within(dialog).findByText('1 mapping points to it')).toBeVisible();
  await user.type(within(dialog).getByLabelText('Type release-manager to delete it'), 'release-manager');
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText(/1 unsaved change/)).toBeVisible();
  expect(screen.getByRole('tab', { name: /Role sync settings/ })).toHaveAttribute('aria-selected', 'true');
  expect(simulator.state.customRoles.has(customRoleKey(engineering, 'release-manager'))).toBe(false);
  expect(simulator.state.roleSync.get(engineering)?.mapping?.has('release-captain')).toBe(true);
});

test.each([
  ['owner', true],
  ['user-admin', false],
  ['org-admin', true],
  ['org-user-admin', false],
  ['reader', false],
  ['member', false],
] as const)('%s: may change %s', async (as, mayChange) => {
  await renderApp(page, { as });
  await table();
  expect(screen.queryByRole('button', { name: 'Create custom role' }) !== null).toBe(mayChange);
  if (!mayChange) expect(screen.getByText('You can’t change the custom roles of Engineering')).toBeVisible();
});

test('without the feature custom roles stay as they are', async () => {
  const { simulator, unmount } = await renderApp('/nowhere');
  unmount();
  simulator.applyScenario('licensed without multiple organizations');
  await renderApp(page, { simulator });
  expect(await screen.findByText('Custom roles can’t be made or changed')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Create custom role' })).not.toBeInTheDocument();
});
