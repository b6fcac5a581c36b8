import { expect, test } from './journey.ts';
import { addRow, draftBar, row } from './mapping.ts';

const engineering = '/organizations/engineering/idp-sync';

test('a draft survives whatever one does but discarding it', async ({ open, noise }) => {
  noise.allowStatus(403);
  const page = await open(engineering);
  const filter = page.getByLabel('Regex filter');
  const leaving = page.getByRole('dialog', { name: 'Leave with unsaved changes?' });
  await filter.fill('^eng-');
  await addRow(page, 'platform-admins', 'Platform');
  await page.getByRole('button', { name: 'Delete eng-qa' }).click();
  const counted = '3 unsaved changes: filter, 1 mapping added, 1 mapping removed';
  await expect(draftBar(page)).toContainText(counted);

  await test.step('another tab of the page has a draft of its own', async () => {
    await page.getByRole('tab', { name: 'Role sync settings' }).click();
    await expect(page.getByLabel('Role sync field')).toHaveValue('roles');
    await expect(draftBar(page)).toHaveCount(0);
    await addRow(page, 'eng-security', 'Organization Auditor', 'role');
    await expect(draftBar(page)).toContainText('1 unsaved change: 1 mapping added');
    await page.getByRole('tab', { name: 'Group sync settings' }).click();
    await expect(draftBar(page)).toContainText(counted);
    await expect(filter).toHaveValue('^eng-');
  });

  await test.step('a link asks first, and staying stays', async () => {
    await page.getByRole('link', { name: 'Groups', exact: true }).click();
    await leaving.getByRole('button', { name: 'Stay' }).click();
    await expect(leaving).toHaveCount(0);
    await expect(filter).toHaveValue('^eng-');
    await page.getByRole('link', { name: 'Groups', exact: true }).click();
    await leaving.getByRole('button', { name: 'Keep draft and leave' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();
    await page.goBack();
    await expect(draftBar(page)).toContainText(counted);
    await expect(page.getByText(/Your unsaved draft of .* is back\./)).toBeVisible();
  });

  await test.step('another organization has its own draft', async () => {
    await page.getByRole('navigation', { name: 'Engineering' }).getByRole('button', { name: 'Engineering' }).click();
    await page.getByRole('dialog', { name: 'Switch organization' }).getByRole('link', { name: 'Acme' }).click();
    await leaving.getByRole('button', { name: 'Keep draft and leave' }).click();
    await expect(page).toHaveURL(/\/organizations\/coder\/idp-sync/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: /^You can’t see/ })).toBeVisible();
    await expect(draftBar(page)).toHaveCount(0);
    await page.goBack();
    await expect(draftBar(page)).toContainText(counted);
  });

  await test.step('a reload of the page asks, and brings it back', async () => {
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toBe(1);
    await expect(draftBar(page)).toContainText(counted);
    await expect(filter).toHaveValue('^eng-');
    await expect(row(page, 'platform-admins')).toContainText('New');
    await expect(row(page, 'eng-qa')).toHaveCount(0);
  });

  await test.step('discarding can be undone', async () => {
    await draftBar(page).getByRole('button', { name: 'Discard' }).click();
    await expect(row(page, 'eng-qa')).toBeVisible();
    await expect(filter).toHaveValue('^[a-z][a-z0-9-]*$');
    await draftBar(page).getByRole('button', { name: 'Undo' }).click();
    await expect(draftBar(page)).toContainText(counted);
    await draftBar(page).getByRole('button', { name: 'Discard' }).click();
    await expect(draftBar(page)).toContainText('Draft discarded.');
    await page.getByRole('link', { name: 'Groups', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();
  });
});

test('the organization switcher is gone after the guard has asked', async ({ open, noise }) => {
  noise.allowStatus(403);
  const page = await open(engineering);
  await page.getByRole('button', { name: 'Delete eng-qa' }).click();
  await page.getByRole('navigation', { name: 'Engineering' }).getByRole('button', { name: 'Engineering' }).click();
  await page.getByRole('dialog', { name: 'Switch organization' }).getByRole('link', { name: 'Acme' }).click();
  await page.getByRole('button', { name: 'Keep draft and leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'IdP Sync' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('nothing is called unsaved that isn’t', async ({ open, simulator }) => {
  const page = await open(engineering);
  const filter = page.getByLabel('Regex filter');
  const undo = draftBar(page).getByRole('button', { name: 'Undo' });
  await expect(page.getByRole('status').filter({ hasText: '25 mappings' })).toBeVisible();
  await expect(draftBar(page)).toHaveCount(0);

  await test.step('what is typed and taken back', async () => {
    await filter.fill('^x');
    await expect(draftBar(page)).toContainText('1 unsaved change: filter');
    await filter.fill('^[a-z][a-z0-9-]*$');
    await expect(draftBar(page)).toHaveCount(0);
  });

  await test.step('undo, step by step, and redo', async () => {
    await page.getByRole('switch', { name: 'Auto create missing groups' }).click();
    await page.getByRole('button', { name: 'Delete eng-qa' }).click();
    await page.getByRole('button', { name: 'Delete eng-gpu' }).click();
    await expect(draftBar(page)).toContainText('3 unsaved changes');
    await undo.click();
    await expect(row(page, 'eng-gpu')).toBeVisible();
    await undo.click();
    await undo.click();
    await expect(draftBar(page)).toContainText('No unsaved changes');
    await expect(draftBar(page).getByRole('button', { name: 'Save' })).toBeDisabled();
    await draftBar(page).getByRole('button', { name: 'Redo' }).click();
    await expect(page.getByRole('switch', { name: 'Auto create missing groups' })).toBeChecked();
    await undo.click();
  });

  await test.step('a row that comes back is no change', async () => {
    await page.getByRole('button', { name: 'Delete eng-release' }).click();
    await addRow(page, 'eng-release', 'Release Engineering');
    await expect(draftBar(page)).toHaveCount(0);
  });

  await test.step('saved is saved', async () => {
    await addRow(page, 'platform-admins', 'Platform');
    await draftBar(page).getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
    await page.reload();
    await expect(row(page, 'platform-admins')).toContainText('Platform');
    await expect(draftBar(page)).toHaveCount(0);
    const { mapping } = await simulator.api('GET', '/organizations/engineering/settings/idpsync/groups');
    expect(Object.keys(mapping)).toHaveLength(26);
  });
});
