import { readFile } from 'node:fs/promises';
import { expect, test } from './journey.ts';
import { addRow, draftBar, preview, row } from './mapping.ts';

const settings = '/organizations/engineering/settings/idpsync/roles';

test('roles: a value grants a role without a row until it is blocked, and the file is what is saved', async ({
  simulator,
  open,
}) => {
  const page = await open('/organizations/engineering/idp-sync?tab=roles');
  await expect(page.getByLabel('Role sync field')).toHaveValue('roles');
  await expect(page.getByLabel('Regex filter')).toHaveCount(0);
  await expect(page.getByRole('switch')).toHaveCount(0);

  await test.step('what is wrong with a row, and what mends it', async () => {
    const publisher = row(page, 'publisher', 'role');
    await expect(publisher).toContainText('There is no role “Template-Publisher” here. It gives nothing.');
    await publisher.getByRole('button', { name: 'Use “template-publisher”' }).click();
    await expect(publisher).toContainText('template-publisher');
    await expect(publisher).not.toContainText('There is no role');
  });

  await test.step('a value that is the name of a role', async () => {
    await preview(page).getByLabel('Claims or token').fill('{"roles": ["organization-admin", "eng-audit"]}');
    const trace = preview(page).getByRole('list', { name: 'Why, value by value' }).getByRole('listitem');
    await expect(trace.filter({ hasText: 'organization-admin' })).toContainText('taken for a role name');
    await expect(trace.filter({ hasText: 'eng-audit' })).toContainText('Organization Auditor');
  });

  await addRow(page, 'security-lead', 'Organization User Admin', 'role');
  await expect(row(page, 'security-lead', 'role')).toContainText('Organization User Admin');
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  const review = page.getByRole('dialog', { name: 'Review changes to role sync of Engineering' });
  await expect(review).toContainText('publisher');
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('IdP role sync settings updated.')).toBeVisible();

  await test.step('the login gives what the preview said', async () => {
    const { changes } = await simulator.login('sso-org-admin', {
      groups: [],
      orgs: ['eng'],
      roles: ['security-lead', 'eng-audit'],
    });
    expect(changes.roles.added.join()).toContain('organization-user-admin');
    expect(changes.roles.added.join()).toContain('organization-auditor');
    expect(changes.roles.removed.join()).toContain('organization-admin');
  });

  await test.step('the exported file is what is saved', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export policy' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('engineering_roles-policy.json');
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    const saved = await simulator.api('GET', settings);
    // The server keeps "maps to nothing" as `[]` or as `null`; sync takes both for the same.
    expect(file).toEqual({ ...saved, mapping: { ...saved.mapping, retired: [] } });
    expect(file.mapping['security-lead']).toEqual(['organization-user-admin']);
    expect(file.mapping.publisher).toEqual(['template-publisher']);
  });
});

test('groups: the exported file is what is saved, not what is being edited', async ({ simulator, open }) => {
  const page = await open('/organizations/data/idp-sync', 'owner');
  await addRow(page, 'data-berlin', 'data-team-berlin');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export policy' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('data_groups-policy.json');
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(file).toEqual(await simulator.api('GET', '/organizations/data/settings/idpsync/groups'));
  await simulator.api('PATCH', '/organizations/emea/settings/idpsync/groups', file);
  expect(await simulator.api('GET', '/organizations/emea/settings/idpsync/groups')).toEqual(file);
});
