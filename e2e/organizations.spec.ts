import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';

test('the overview leads to the organization with the most problems', async ({ simulator, open }) => {
  const tab = await open('/organizations', 'owner');
  const table = tab.getByRole('table', { name: 'Organizations' });
  await expect(tab.getByText('organizations have problems')).toBeVisible();
  await expect(tab.getByRole('region', { name: 'Organization sync of the deployment' })).toContainText('7 mappings');
  await expectAccessible(tab, 'organizations');
  await tab.getByRole('button', { name: 'Problems first' }).click();
  const first = table.getByRole('row').nth(1);
  await expect(first).toContainText('Engineering');
  await expect(first).toContainText('25 mappings');
  const problems = (await first.getByRole('cell').nth(1).textContent())?.match(/(\d+) problems/)?.[1];
  await first.getByRole('link', { name: 'Group sync of Engineering: groups' }).first().click();
  await expect(tab.getByRole('button', { name: `Problems only (${problems})` })).toBeVisible();
  expect((await simulator.requests()).filter(({ method }) => method === 'PATCH')).toEqual([]);
});

test('500 organizations: what is in sight is asked for, and all of it when problems are wanted first', async ({
  page,
  simulator,
  open,
}) => {
  test.slow();
  await simulator.reset('five hundred organizations');
  await open('/organizations', 'owner');
  const table = page.getByRole('table', { name: 'Organizations' });
  await expect(table.getByRole('row').nth(1)).toContainText(/mapping|Off/);
  const asked = async () =>
    (await simulator.requests()).filter(({ path }) => path.includes('/settings/idpsync/')).length;
  await page.waitForLoadState('networkidle');
  expect(await asked()).toBeLessThan(150);
  await expectAccessible(page, '500 organizations');
  await page.getByRole('searchbox', { name: 'Find an organization' }).fill('team 33');
  await expect(page.getByText('11 of 500')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find an organization' }).fill('');
  await page.getByRole('button', { name: 'Problems first' }).click();
  await expect(page.getByText(/Looking for problems: \d+ of 500/)).toBeVisible();
  await expect(page.getByText(/^\d+ organizations have problems$/)).toBeVisible({ timeout: 60_000 });
  await expect(table.getByRole('row').nth(1)).toContainText('Engineering');
});
