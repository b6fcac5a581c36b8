import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';

test('group sync of one organization is copied to two others, without a mouse', async ({ open, simulator }) => {
  await simulator.api('POST', '/organizations/contractors/groups', { name: 'appsec' });
  const page = await open('/organizations/security/idp-sync', 'user-admin');
  await page.getByRole('button', { name: 'Copy to…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Copy group sync of Security & Compliance' });
  await dialog.getByRole('checkbox', { name: 'Contractors & Partners' }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('checkbox', { name: 'EMEA Field' }).focus();
  await page.keyboard.press('Space');
  await expectAccessible(page, 'choosing where to copy to');
  await dialog.getByRole('button', { name: 'Review' }).focus();
  await page.keyboard.press('Enter');

  const contractors = dialog.getByRole('region', { name: 'Contractors & Partners' });
  await expect(contractors.getByText('Mapping added')).toBeVisible();
  await expect(contractors.getByText(/nothing of that name here/)).toContainText('sec-ops → secops');
  await expect(dialog.getByText(/Nothing to change in EMEA Field/)).toBeVisible();
  await expectAccessible(page, 'review of a copy');
  await dialog.getByRole('button', { name: 'Save in 1 organization' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Saved in 1 organization' })).toBeVisible();
  await expectAccessible(page, 'account of a copy');

  const saved = await simulator.api('GET', '/organizations/contractors/settings/idpsync/groups');
  expect(saved.field).toBe('groups');
  expect(Object.keys(saved.mapping)).toEqual(['sec-app']);
});
