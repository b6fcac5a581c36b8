import { expect, test } from './journey.ts';
import { addRow, composer, draftBar, preview, row } from './mapping.ts';

const engineering = '/organizations/engineering/idp-sync';

test('who may read and not change sees everything, and why nothing can be changed', async ({ open }) => {
  const page = await open(engineering, 'reader');
  await expect(page.getByText('You can’t change the sync settings of Engineering')).toBeVisible();
  await expect(page.getByText('idpsync_settings:update')).toBeVisible();
  await expect(row(page, 'eng-backend')).toContainText('Backend');
  await expect(page.getByLabel('Group sync field')).not.toBeEditable();
  await expect(page.getByLabel('Regex filter')).not.toBeEditable();
  await expect(page.getByRole('switch', { name: 'Auto create missing groups' })).toBeDisabled();
  await expect(composer(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^(Delete|Edit|Duplicate|Map|Save)/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export policy' })).toBeEnabled();
});

test('who may not read is told why, and whom to ask', async ({ open, noise }) => {
  noise.allowStatus(403);
  const page = await open(engineering, 'member');
  await expect(page.getByRole('heading', { name: 'You can’t see the sync settings of Engineering' })).toBeVisible();
  await expect(page.getByText('idpsync_settings:read')).toBeVisible();
  await expect(page.getByText(/You can ask .*Organization Admin/)).toBeVisible();
  await page.goto('/deployment/idp-org-sync');
  await expect(page.getByText('organization sync of the deployment')).toBeVisible();
});

test('an address that leads nowhere leads on', async ({ open }) => {
  const page = await open('/organizations/nowhere/idp-sync');
  await expect(page.getByRole('heading', { level: 1, name: 'Unknown organization' })).toBeVisible();
  await page
    .getByRole('list', { name: 'Organizations that you can see' })
    .getByRole('link', { name: 'Engineering' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'IdP Sync' })).toBeVisible();
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to organizations' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await page.goto(`${engineering}?tab=nonsense`);
  await expect(page.getByRole('tab', { name: 'Group sync settings' })).toHaveAttribute('aria-selected', 'true');
});

test('settings that can’t be read are never a blank form, and can be tried again', async ({
  simulator,
  open,
  noise,
}) => {
  noise.allowStatus(500);
  await simulator.apply('group settings answer 500');
  const page = await open(engineering);
  const alert = page.getByRole('alert');
  const retry = page.getByRole('button', { name: 'Retry' });
  await expect(alert).toContainText('database system is in recovery mode');
  await expect(page.getByLabel('Group sync field')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);

  await simulator.apply('everything works again');
  await simulator.apply('group settings answer with garbage');
  await retry.click();
  await expect(alert).toContainText('Unexpected answer from the deployment');
  await expect(alert).toContainText('field');
  await expect(page.getByLabel('Group sync field')).toHaveCount(0);

  await simulator.apply('everything works again');
  await simulator.apply('group settings answer with a web page');
  await retry.click();
  await expect(alert).toContainText('This isn’t Coder’s API');

  await simulator.apply('everything works again');
  await simulator.apply('group settings answer with a null list');
  await retry.click();
  await expect(page.getByLabel('Group sync field')).toHaveValue('groups');
  await expect(row(page, 'eng-release')).toContainText('No group');
});

test('each part that fails says so, and the rest can be used', async ({ simulator, open, noise }) => {
  noise.allowStatus(500);
  await simulator.apply('groups answer 500');
  await simulator.apply('field values answer 500');
  await simulator.apply('available fields answer 500');
  const page = await open(engineering);
  await expect(page.getByText('The list of groups can’t be loaded, so ids may stand in place of names.')).toBeVisible();
  await expect(page.getByText('The values of this claim can’t be loaded.')).toBeVisible();
  await expect(preview(page).getByLabel('Claims or token')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Regex filter').fill('^eng-');
  await expect(draftBar(page)).toContainText('1 unsaved change: filter');
  await simulator.apply('everything works again');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(row(page, 'eng-backend')).toContainText('Backend');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('40 values seen', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Regex filter')).toHaveValue('^eng-');
});

test('nothing answers: the page says so, and goes on when something does', async ({ page, simulator, open, noise }) => {
  noise.allowNoAnswer();
  await open('/organizations');
  await expect(page.getByRole('heading', { level: 1, name: 'Organizations' })).toBeVisible();
  await page.route('**/api/v2/**', (route) => route.abort());
  await page.getByRole('link', { name: 'Engineering', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('The deployment can’t be reached');
  await page.unroute('**/api/v2/**');
  await page.getByRole('button', { name: 'Retry' }).first().click();
  await expect(row(page, 'eng-backend')).toBeVisible();
  await addRow(page, 'platform-admins', 'Platform');
  await page.route('**/api/v2/**', (route) => route.abort());
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  await expect(draftBar(page).getByRole('alert')).toContainText('The deployment can’t be reached');
  await page.unroute('**/api/v2/**');
  await draftBar(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
  const { mapping } = await simulator.api('GET', '/organizations/engineering/settings/idpsync/groups');
  expect(Object.keys(mapping)).toContain('platform-admins');
});

test('an organization without group sync starts with its first row', async ({ open, simulator }) => {
  const page = await open('/organizations/contractors/idp-sync', 'owner');
  await expect(page.getByRole('heading', { name: 'No group mappings' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export policy' })).toBeDisabled();
  await expect(page.getByText('If empty, group sync is deactivated.')).toBeVisible();
  await page.getByLabel('Group sync field').fill('groups');
  await page.keyboard.press('Escape');
  await addRow(page, 'northwind-people', 'Northwind');
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  const review = page.getByRole('dialog', { name: 'Review changes to group sync of Contractors & Partners' });
  await expect(review).toContainText('Switches group sync on: it reads the claim “groups”.');
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
  expect(await simulator.api('GET', '/organizations/contractors/settings/idpsync/groups')).toMatchObject({
    field: 'groups',
    mapping: { 'northwind-people': [expect.any(String)] },
  });
});

test('without a licence the page says that nothing is applied; without enterprise code, that there is nothing', async ({
  simulator,
  open,
  noise,
}) => {
  noise.allowStatus(403, 404);
  await simulator.apply('not licensed');
  const page = await open(engineering);
  await expect(page.getByText('not applied at login until the deployment’s licence has the feature')).toBeVisible();
  await expect(row(page, 'eng-backend')).toBeVisible();
  await expect(page.getByText('The list of groups can’t be loaded')).toBeVisible();
  await simulator.apply('an AGPL build without enterprise routes');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This build of Coder has no IdP sync' })).toBeVisible();
  await expect(page.getByLabel('Group sync field')).toHaveCount(0);
});
