import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';
import { draftBar, preview, row } from './mapping.ts';

test('an auditor reads the server’s flags and writes down what to set', async ({ open }) => {
  const page = await open('/organizations', 'auditor');
  await page.getByRole('button', { name: 'Admin settings' }).click();
  await page.getByRole('menuitem', { name: 'Deployment' }).click();
  await expect(page).toHaveURL(/\/deployment\/oidc$/);
  const claims = page.getByRole('region', { name: 'Which claims are read' });
  await expect(claims.getByText('offline_access')).toBeVisible();
  await expect(claims.getByText('Environment')).toBeVisible();
  const plan = page.getByRole('region', { name: 'What to set' });
  await plan.getByLabel('Allow list').fill('staff');
  await plan.getByRole('radio', { name: 'Entra ID' }).check();
  await expect(plan.getByText('Entra has no scope groups and refuses the login.')).toBeVisible();
  await plan.getByLabel('Scopes').fill('openid,profile,email,GroupMember.Read.All');
  await expect(plan.getByText('Entra has no scope groups')).toHaveCount(0);
  await plan.getByRole('radio', { name: 'YAML file' }).check();
  await expect(plan.getByLabel('For the server')).toHaveValue(/groupAllowed:|allowedGroups:|groupAllowList:/);
  // Nothing half under the bar at the top, which axe would take for small.
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page, 'OIDC');
  await page.setViewportSize({ width: 390, height: 844 });
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});

test('somebody without the permission reads who has it', async ({ open }) => {
  const page = await open('/deployment/oidc', 'user-admin');
  await expect(page.getByRole('heading', { name: 'You can’t see the server’s flags' })).toBeVisible();
  await expect(page.getByText('deployment_config:read')).toContainText('an Owner or Auditor');
});

test('the flags for groups become a draft, which the preview holds against what is saved', async ({
  open,
  simulator,
}) => {
  const page = await open('/organizations/coder/idp-sync', 'owner');
  await page.getByRole('button', { name: 'Migrate from server flags' }).click();
  const dialog = page.getByRole('dialog', { name: 'Migrate from server flags' });
  await expect(dialog.getByText('4 mappings give what they gave')).toBeVisible();
  await expect(dialog.getByText('One mapping can’t be resolved')).toBeVisible();
  await expectAccessible(page, 'migrating');
  await dialog.getByRole('button', { name: 'Make it a draft' }).click();
  await expect(row(page, 'it-staff')).toContainText('IT');
  await preview(page).getByLabel('Claims or token').fill('{"groups": ["it-staff"]}');
  await expect(preview(page).getByRole('list', { name: 'Groups' }).getByRole('listitem')).toContainText('IT');
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('IdP group sync settings updated.')).toBeVisible();
  const saved = await simulator.api('GET', '/organizations/coder/settings/idpsync/groups');
  expect(Object.keys(saved.mapping)).toEqual(['c-level', 'fin', 'hr', 'it-staff']);
  expect(saved.legacy_group_name_mapping).toBeUndefined();
});
