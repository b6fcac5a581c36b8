import { expect, test } from './journey.ts';
import { addRow, draftBar, preview, row } from './mapping.ts';

test('an organization admin maps a group, sees what it will do, saves it, and a login does just that', async ({
  simulator,
  open,
}) => {
  const claims = { preferred_username: 'priya.raman', groups: ['eng-build', 'platform-admins'] };
  const page = await open('/organizations');
  await page.getByRole('link', { name: 'Engineering', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'IdP Sync' })).toBeVisible();
  await expect(page.getByLabel('Group sync field')).toHaveValue('groups');

  await test.step('what logins carry and nothing names is offered', async () => {
    const unmapped = page.getByRole('region', { name: 'Seen without a mapping' });
    await unmapped.getByRole('button', { name: 'Map them' }).click();
    await expect(unmapped.getByRole('row').filter({ hasText: 'platform-admins' })).toContainText('Ignored');
  });

  await addRow(page, 'platform-admins', 'Platform');
  await expect(row(page, 'platform-admins')).toContainText('Platform');
  await expect(row(page, 'platform-admins')).toContainText('New');
  await expect(draftBar(page)).toContainText('1 unsaved change');

  await test.step('the preview tells the draft from what is saved', async () => {
    await preview(page).getByLabel('Claims or token').fill(JSON.stringify(claims));
    const groups = preview(page).getByRole('list', { name: 'Groups' });
    await expect(groups.getByRole('listitem').filter({ hasText: 'Platform' })).toContainText(
      'not given as saved, added with the draft',
    );
    await expect(groups.getByRole('listitem').filter({ hasText: 'Build Infrastructure' })).not.toContainText(
      'as saved',
    );
  });

  await test.step('a change that only adds is saved with one click', async () => {
    await draftBar(page).getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(row(page, 'platform-admins')).not.toContainText('New');
    const saved = await simulator.api('GET', '/organizations/engineering/settings/idpsync/groups');
    expect(Object.keys(saved.mapping)).toContain('platform-admins');
  });

  await test.step('the next login gives the group', async () => {
    const { changes } = await simulator.login('priya.raman');
    expect(changes.groups.added).toHaveLength(1);
    expect(changes.groups.removed).toEqual([]);
    const groups: { id: string; name: string; members: { username: string }[] }[] = await simulator.api(
      'GET',
      '/organizations/engineering/groups',
    );
    const platform = groups.find(({ name }) => name === 'platform');
    expect(platform?.members.map(({ username }) => username)).toContain('priya.raman');
    await page.getByRole('link', { name: 'Groups', exact: true }).click();
    await page.reload();
    await expect(page.getByRole('row').filter({ hasText: platform?.id ?? '?' })).toContainText(
      String(platform?.members.length),
    );
  });
});
