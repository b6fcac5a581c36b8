import type { Page } from '@playwright/test';
import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';
import { addRow, draftBar, row } from './mapping.ts';

/** Opens the palette with the keyboard, and types once it has the focus. */
async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('combobox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type(text);
}

test('anything is a few letters away, by keyboard alone', async ({ page, open }) => {
  await open('/organizations/engineering/idp-sync', 'owner');
  await expect(page.getByLabel('Group sync field')).toHaveValue('groups');
  const palette = page.getByRole('dialog', { name: 'Search' });

  await search(page, 'eng-plat');
  await expect(palette.getByRole('option', { name: 'eng-platform' })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page, 'the palette');
  await page.keyboard.press('Enter');
  await expect(row(page, 'eng-platform')).toHaveAttribute('data-shown', 'true');

  await search(page, 'release manager');
  await expect(palette.getByRole('option', { name: 'Release Manager' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Release Manager' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await search(page, 'acme');
  await expect(palette.getByRole('option', { name: 'Acme coder' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/organizations\/coder\//);
});

test('leaving unsaved changes through the palette asks first', async ({ page, open }) => {
  await open('/organizations/engineering/idp-sync');
  await addRow(page, 'platform-admins', 'Platform');
  await expect(draftBar(page)).toContainText('1 unsaved change');
  await search(page, 'groups');
  await expect(page.getByRole('option', { name: 'Groups Engineering' })).toBeVisible();
  await page.keyboard.press('Enter');
  const leaving = page.getByRole('dialog').filter({ hasText: /unsaved/i });
  await expect(leaving).toBeVisible();
  await expect(page).toHaveURL(/idp-sync/);
});

test('10,000 groups and 10,000 claim values are found as one types', async ({ page, simulator, open }) => {
  test.slow();
  await simulator.reset('a large organization');
  await open('/organizations/engineering/groups');
  await expect(page.getByText('10,000 of 10,000')).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Search' });
  await search(page, 'team-09321');
  await expect(palette.getByRole('option')).toHaveText([/Team 9321|team-09321/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /9321/ })).toBeVisible();
});
