import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { groupId, organizationId } from '../../../mocks/seed/organizations.ts';
import { renderApp } from '../testing/renderApp.tsx';

// Four groups: roles are asked for faster in a small table.
const page = '/organizations/security/groups';
const engineering = '/organizations/engineering/groups';
const table = () => screen.findByRole('table', { name: 'Groups' });

async function rowOf(name: string) {
  const row = within(await table())
    .getByText(name)
    .closest('tr');
  if (row === null) throw new Error(`No row of ${name}`);
  return row;
}

test('a group has its source, its people, and the claim values that lead to it', async () => {
  await renderApp(page);
  const row = await rowOf('Application Security');
  expect(await within(row).findByText('sec-app')).toBeVisible();
  expect(within(row).getByText('(same name)')).toBeInTheDocument();
  expect(within(row).getByRole('cell', { name: 'Made here' })).toBeVisible();
  expect(within(row).getByRole('button', { name: 'Copy id of Application Security' })).toBeVisible();
});

test('groups are found by a claim value and sorted by their people', async () => {
  const { user } = await renderApp(page);
  const header = within(await table()).getByRole('button', { name: 'Members' });
  await user.click(header);
  await user.click(header);
  expect(screen.getByRole('columnheader', { name: 'Members' })).toHaveAttribute('aria-sort', 'descending');
  const counts = () => [...document.querySelectorAll('tbody tr')].map((row) => Number(row.children[3]?.textContent));
  expect(counts()).toHaveLength(4);
  expect(counts()).toEqual(counts().toSorted((a, b) => b - a));
  expect(await screen.findByText('sec-ops')).toBeVisible();
  await user.type(screen.getByRole('searchbox', { name: 'Find a group' }), 'sec-ops');
  await waitFor(() => expect(counts()).toHaveLength(1));
});

test('a group is created, with the server’s rules told at the field', async () => {
  const { user, simulator } = await renderApp(page);
  await user.click(await screen.findByRole('button', { name: 'Create group' }));
  const dialog = await screen.findByRole('dialog', { name: 'Create a group in Security & Compliance' });
  const name = within(dialog).getByLabelText('Name');
  await user.paste('New Team');
  await user.keyboard('{Enter}');
  expect(await within(dialog).findByText(/^Letters, digits and single hyphens/)).toBeVisible();
  expect(name).toHaveFocus();
  await user.clear(name);
  await user.paste('appsec');
  await user.keyboard('{Enter}');
  expect(await within(dialog).findByText('A group named "appsec" already exists.')).toBeVisible();
  await user.clear(name);
  await user.paste('new-team');
  await user.click(within(dialog).getByLabelText('Display name'));
  await user.paste('The New Team');
  await user.clear(within(dialog).getByLabelText('Quota allowance'));
  await user.type(within(dialog).getByLabelText('Quota allowance'), '7{Enter}');
  const sheet = await screen.findByRole('dialog', { name: 'The New Team' });
  expect(await within(sheet).findByText('Nobody is in this group.')).toBeVisible();
  const made = [...simulator.state.groups.values()].find((group) => group.name === 'new-team');
  expect(made).toMatchObject({ displayName: 'The New Team', quotaAllowance: 7, source: 'user' });
  expect(new URLSearchParams(location.search).get('group')).toBe(made?.id);
});

test('a group that sync has made keeps a name that nobody could give it', async () => {
  const id = groupId('engineering', 'embedded / firmware');
  const { user, simulator } = await renderApp(`${engineering}?group=${id}`);
  const sheet = await screen.findByRole('dialog', { name: 'embedded / firmware' });
  expect(within(sheet).getByText('Made by group sync (oidc)')).toBeVisible();
  await user.click(within(sheet).getByText('Edit'));
  const dialog = await screen.findByRole('dialog', { name: 'Edit embedded / firmware' });
  await user.type(within(dialog).getByLabelText('Display name'), 'Firmware{Enter}');
  expect(await screen.findByRole('dialog', { name: 'Firmware' })).toBeVisible();
  expect(simulator.state.groups.get(id)).toMatchObject({ name: 'embedded / firmware', displayName: 'Firmware' });
});

test('deleting is typed, names the mappings that would dangle, and takes it out of them in a draft', async () => {
  const id = groupId('security', 'appsec');
  const { user, simulator } = await renderApp(`${page}?group=${id}`);
  await user.click(await screen.findByText('Delete group'));
  const dialog = await screen.findByRole('dialog', { name: 'Delete Application Security?' });
  expect(await within(dialog).findByText('1 mapping points to it')).toBeVisible();
  expect(within(dialog).getByText('sec-app')).toBeVisible();
  expect(within(dialog).getByText('Delete')).toBeDisabled();
  await user.type(within(dialog).getByLabelText('Type appsec to delete it'), 'appsec{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'IdP Sync' })).toBeVisible();
  expect(await screen.findByText(/1 unsaved change/)).toBeVisible();
  expect(simulator.state.groups.has(id)).toBe(false);
  expect(simulator.state.groupSync.get(organizationId('security'))?.mapping?.has('sec-app')).toBe(true);
});

test('members that sync owns are marked, and changing them warns that it won’t last', async () => {
  const id = groupId('engineering', 'platform');
  const { user, simulator } = await renderApp(`${engineering}?group=${id}`);
  const sheet = await screen.findByRole('dialog', { name: 'Platform' });
  expect(await within(sheet).findByText(/undone at each person’s next login/)).toBeVisible();
  const itemOf = async (name: string) => (await within(sheet).findByText(name)).closest('li') ?? sheet;
  const sora = await itemOf('Sora Okonjo');
  expect(within(sora).getByText('Synced')).toBeVisible();
  await user.click(within(sora).getByRole('button', { name: 'Remove Sora Okonjo' }));
  await waitFor(() => expect(within(sheet).queryByText('Sora Okonjo')).not.toBeInTheDocument());
  await user.type(within(sheet).getByLabelText('Add a member'), 'member@');
  await user.click(await screen.findByRole('option', { name: /Mina Berg/ }));
  expect(within(await itemOf('Mina Berg')).queryByText('Synced')).not.toBeInTheDocument();
  const inside = [...simulator.state.users.values()].filter(({ groupIds }) => groupIds.includes(id));
  expect(inside.map(({ username }) => username)).toContain('member');
  expect(inside.map(({ username }) => username)).not.toContain('sso-org-admin');
});

test.each([
  ['owner', true, true],
  ['user-admin', true, true],
  ['org-admin', true, true],
  ['org-user-admin', true, true],
  ['reader', false, true],
  ['auditor', false, false],
  ['template-admin', false, false],
  ['member', false, false],
] as const)('%s: may change %s, may see what leads to them %s', async (as, mayChange, maySee) => {
  await renderApp(engineering, { as });
  await screen.findByText(/^Architecture Board$|^No groups to see$/);
  expect(screen.queryByRole('button', { name: 'Create group' }) !== null).toBe(mayChange);
  if (!mayChange) expect(screen.getByText('You can’t change the groups of Engineering')).toBeVisible();
  const why = screen.queryByText(/isn’t shown: that needs the permission idpsync_settings:read/);
  expect(why === null).toBe(maySee);
});

test('without the feature the page says so', async () => {
  const { simulator, unmount } = await renderApp('/nowhere');
  unmount();
  simulator.applyScenario('not licensed');
  await renderApp(page, { simulator });
  expect(await screen.findByRole('heading', { name: 'Not in this deployment’s licence' })).toBeVisible();
  expect(screen.getByText(/Template RBAC is a Premium feature\./)).toBeVisible();
});
