import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';
import { preview, row } from './mapping.ts';

const claims = {
  orgs: ['eng'],
  email: 'ada@acme.example',
  sub: 'subject-4711',
  groups: [
    'eng-platform',
    'frontend',
    'of-subject-4711',
    ...Array.from({ length: 200 }, (_, index) => `nobody-${index}`),
  ],
};

test.slow();

test('the way of each value: as a list, as a picture, from a row and as text for a ticket', async ({ open }) => {
  const page = await open('/organizations/engineering/idp-sync?tab=groups', 'owner');
  const panel = preview(page);
  await panel.getByLabel('Claims or token').fill(JSON.stringify(claims));
  const values = panel.getByRole('list', { name: 'Why, value by value' }).getByRole('listitem');

  await test.step('steps, codes and the filter by outcome', async () => {
    await expect(values.first()).toContainText(/eng-platform.*row \d+ → joins Platform mapped/);
    await panel.getByRole('button', { name: 'Land 2' }).click();
    await expect(values).toHaveCount(2);
    await panel.getByRole('button', { name: 'All 203' }).click();
  });

  await test.step('which values lead to a target, and to a row of the editor', async () => {
    await panel.getByRole('list', { name: 'Groups' }).getByRole('button', { name: 'Platform' }).click();
    await expect(values).toHaveCount(1);
    await panel.getByRole('button', { name: 'Show all values' }).click();
    await row(page, 'eng-backend').getByRole('button', { name: 'Edit eng-backend' }).click();
    await page.getByRole('button', { name: 'Which values lead here?' }).click();
    await expect(panel.getByText('No value leads to row eng-backend')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await panel.getByRole('button', { name: 'Show all values' }).click();
    await panel.getByRole('button', { name: /^Show row \d+, eng-platform$/ }).click();
    await expect(row(page, 'eng-platform')).toHaveAttribute('data-shown', 'true');
  });

  await test.step('the picture, by keyboard: 200 values in one fold', async () => {
    await panel.getByRole('button', { name: 'Picture' }).focus();
    await page.keyboard.press('Enter');
    const fold = panel.getByRole('button', { name: '201 values' });
    await fold.focus();
    await expectAccessible(page, 'picture');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'nobody-0', exact: true })).toBeVisible();
    await panel.getByRole('button', { name: 'Fold values again' }).press('Enter');
    await page.getByLabel('Regex filter').fill('^eng-');
    await expect(panel.getByRole('list', { name: 'Lines' })).toContainText('only as saved');
    const table = panel.getByRole('table', { name: 'Which claim values lead where' });
    await expect(table.getByRole('row', { name: /^frontend nothing: stopped by the filter Frontend$/ })).toBeAttached();
    await expectAccessible(page, 'picture of a draft');
  });

  await test.step('a ticket has nobody’s name in it', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await panel.getByRole('button', { name: 'Copy for a ticket' }).click();
    await expect(panel.getByText('The browser doesn’t let this page copy.')).toBeVisible();
    const text = await panel.getByLabel('Text for a ticket').inputValue();
    expect(text).toContain('of-•••');
    expect(text).not.toMatch(/subject-4711|ada@/);
  });

  await test.step('the whole login has both answers, and links to rows', async () => {
    await panel.getByRole('link', { name: 'Preview a whole login' }).click();
    await page.getByRole('button', { name: 'Keep draft and leave' }).click();
    await page.getByLabel('Claims or token').fill(JSON.stringify(claims));
    await expect(page.getByRole('region', { name: 'With your unsaved changes' })).toContainText('This login works');
    await expect(page.getByRole('region', { name: 'As saved' })).toContainText('This login works');
    const engineering = page.getByRole('region', { name: 'In Engineering' });
    await engineering.getByRole('button', { name: 'Picture' }).first().click();
    await expect(engineering.getByRole('group', { name: 'Where they lead' })).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page, 'whole login with a draft, narrow');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await engineering.getByRole('button', { name: 'List' }).first().click();
    await engineering.getByRole('link', { name: /^Show row \d+, eng-platform$/ }).click();
    await expect(row(page, 'eng-platform')).toHaveAttribute('data-shown', 'true');
    expect(new URL(page.url()).search).toBe('?tab=groups');
  });
});
