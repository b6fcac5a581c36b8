import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { PaintMeter } from './PaintMeter.ts';

// 10,000 groups, 500 organizations, the palette over 10,000 groups and their claim values. Prints figures and judges none.

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Types a text letter by letter; the time of each until it is painted. */
async function typing(page: Page, meter: PaintMeter, text: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (const letter of text) times.push((await meter.sample(() => page.keyboard.type(letter))).paint);
  return times;
}

function tell(what: string, times: readonly number[]): void {
  const worst = Math.max(...times);
  console.log(`${what}: median ${Math.round(median(times))} ms, worst ${Math.round(worst)} ms of ${times.length}`);
}

test('10,000 groups', async ({ page, simulator, open }) => {
  await simulator.reset('a large organization');
  const meter = await PaintMeter.on(page);
  await open('/organizations/engineering/groups', 'owner');
  await expect(page.getByText('10,000 of 10,000')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a group' }).focus();
  tell('search groups', await typing(page, meter, 'team-0932'));
  await page.getByRole('searchbox', { name: 'Find a group' }).fill('');
  const members = page.getByRole('button', { name: 'Members', exact: true });
  const sorting: number[] = [];
  for (let times = 0; times < 6; times += 1) sorting.push((await meter.sample(() => members.click())).paint);
  tell('sort groups', sorting);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  tell('search in the palette', await typing(page, meter, 'team-09321'));
  await expect(page.getByRole('option')).toHaveCount(1);
});

test('500 organizations', async ({ page, simulator, open }) => {
  await simulator.reset('five hundred organizations');
  const meter = await PaintMeter.on(page);
  await open('/organizations', 'owner');
  await expect(page.getByText('500 of 500')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find an organization' }).focus();
  tell('search organizations', await typing(page, meter, 'team 49'));
  await page.getByRole('searchbox', { name: 'Find an organization' }).fill('');
  const name = page.getByRole('button', { name: 'Organization', exact: true });
  const sorting: number[] = [];
  for (let times = 0; times < 6; times += 1) sorting.push((await meter.sample(() => name.click())).paint);
  tell('sort organizations', sorting);
});
