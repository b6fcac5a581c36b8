import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';
import { addRow, draftBar, row } from './mapping.ts';

test('a custom role is made, given by a claim value, changed, and deleted', async ({ simulator, open }) => {
  const tab = await open('/organizations/engineering/roles');
  const roles = tab.getByRole('table', { name: 'Roles' });
  await expect(roles.getByRole('row').filter({ hasText: 'Release Manager' })).toContainText('release-captain');
  await expectAccessible(tab, 'roles');

  await test.step('made', async () => {
    await tab.getByRole('button', { name: 'Create custom role' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Create a custom role in Engineering' });
    await dialog.getByLabel('Name', { exact: true }).fill('Sync-Operator');
    await expect(dialog.getByText('Coder stores it as sync-operator')).toBeVisible();
    await dialog.getByLabel('Display name').fill('Sync operator');
    const sync = dialog.getByRole('group', { name: 'IdP Sync settings' });
    await sync.getByLabel('read').check();
    await sync.getByLabel('update').check();
    await expectAccessible(tab, 'a new role');
    await dialog.getByRole('button', { name: 'Create custom role' }).click();
    const sheet = tab.getByRole('dialog', { name: 'Sync operator' });
    await expect(sheet).toContainText('read, update');
    await expectAccessible(tab, 'a role');
    await sheet.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('given by a claim value, under the name that mappings store', async () => {
    await tab.getByRole('link', { name: 'IdP Sync', exact: true }).click();
    await tab.getByRole('tab', { name: 'Role sync settings' }).click();
    await addRow(tab, 'sync-team', 'Sync operator', 'role');
    await draftBar(tab).getByRole('button', { name: 'Save' }).click();
    await expect(row(tab, 'sync-team', 'role')).not.toContainText('New');
    const saved = await simulator.api('GET', '/organizations/engineering/settings/idpsync/roles');
    expect(saved.mapping['sync-team']).toEqual(['sync-operator']);
  });

  await test.step('deleted, and taken out of its mapping in a draft', async () => {
    await tab.getByRole('link', { name: 'Roles', exact: true }).click();
    await expect(roles.getByRole('row').filter({ hasText: 'Sync operator' })).toContainText('sync-team');
    await roles.getByRole('button', { name: 'Sync operator', exact: true }).click();
    await tab.getByRole('button', { name: 'Delete role' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Delete Sync operator?' });
    await expect(dialog).toContainText('1 mapping points to it');
    await dialog.getByLabel('Type sync-operator to delete it').fill('sync-operator');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(draftBar(tab)).toContainText('1 unsaved change');
    await expect(row(tab, 'sync-team', 'role')).toHaveCount(0);
  });
});
