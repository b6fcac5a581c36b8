import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';
import { composer, draftBar, row } from './mapping.ts';

const page = '/organizations/engineering/groups';

test('a group is made, gets a person, is renamed, and leaves the mapping with its deletion', async ({
  simulator,
  open,
}) => {
  const tab = await open(page);
  const groups = tab.getByRole('table', { name: 'Groups' });
  await expect(groups.getByRole('row').filter({ hasText: 'Architecture Board' })).toContainText('eng-leads');
  await expectAccessible(tab, 'groups');

  await test.step('made, with the server’s rules told at the field', async () => {
    await tab.getByRole('button', { name: 'Create group' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Create a group in Engineering' });
    await dialog.getByLabel('Name', { exact: true }).fill('Incident Response');
    await dialog.getByRole('button', { name: 'Create group' }).click();
    await expect(dialog.getByText('Letters, digits and single hyphens')).toBeVisible();
    await expectAccessible(tab, 'a refused name');
    await dialog.getByLabel('Name', { exact: true }).fill('incident-response');
    await dialog.getByLabel('Display name').fill('Incident Response');
    await dialog.getByRole('button', { name: 'Create group' }).click();
  });

  const sheet = tab.getByRole('dialog', { name: 'Incident Response' });
  await test.step('somebody is put into it, with the warning that a login undoes it', async () => {
    await expect(sheet.getByText('undone at each person’s next login')).toBeVisible();
    await sheet.getByRole('combobox', { name: 'Add a member' }).fill('member@');
    await tab.getByRole('option', { name: 'Mina Berg' }).click();
    await expect(sheet.getByRole('list', { name: 'Members' }).getByRole('listitem')).toContainText('Mina Berg');
    await expectAccessible(tab, 'a group');
    await sheet.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('Platform is deleted, and taken out of its mapping in a draft', async () => {
    await groups.getByRole('button', { name: 'Platform', exact: true }).click();
    await tab.getByRole('button', { name: 'Delete group' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Delete Platform?' });
    await expect(dialog).toContainText('1 mapping points to it');
    await expect(dialog).toContainText('eng-platform');
    await expectAccessible(tab, 'a deletion');
    await dialog.getByLabel('Type platform to delete it').fill('platform');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(tab).toHaveURL(/\/idp-sync\?tab=groups$/);
    await expect(draftBar(tab)).toContainText('1 unsaved change');
    await expect(row(tab, 'eng-platform')).toHaveCount(0);
    const saved = await simulator.api('GET', '/organizations/engineering/settings/idpsync/groups');
    expect(Object.keys(saved.mapping)).toContain('eng-platform');
  });
});

test('a group that a row misses is made in place, by keyboard alone', async ({ simulator, open }) => {
  const tab = await open('/organizations/engineering/idp-sync');
  const { keyboard } = tab;
  await composer(tab).getByLabel('IdP group name').focus();
  await keyboard.type('eng-forensics');
  await keyboard.press('Tab');
  await keyboard.type('forensics');
  await expect(tab.getByRole('option', { name: 'Create group “forensics”…' })).toBeVisible();
  await keyboard.press('Enter');
  const dialog = tab.getByRole('dialog', { name: 'Create a group in Engineering' });
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('forensics');
  await keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(composer(tab).getByRole('combobox', { name: 'Coder group' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(row(tab, 'eng-forensics')).toContainText('forensics');
  const groups: { name: string }[] = await simulator.api('GET', '/organizations/engineering/groups');
  expect(groups.map(({ name }) => name)).toContain('forensics');
});
