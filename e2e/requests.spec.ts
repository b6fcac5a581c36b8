import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { composer, draftBar, preview, row } from './mapping.ts';

const engineering = '/organizations/engineering/idp-sync';

/** Everything that the page loads by itself is there. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText('28 of 40 seen values pass')).toBeVisible();
  await expect(preview(page).getByLabel('Claims or token')).toBeVisible();
  await page.waitForLoadState('networkidle');
}

test('opening the page takes eight requests at most', async ({ page, simulator, open }) => {
  await open('/organizations');
  await expect(page.getByRole('link', { name: 'Engineering', exact: true })).toBeVisible();
  // What the page before asks for isn't counted.
  await page.waitForLoadState('networkidle');
  await simulator.forgetRequests();
  await page.goto(engineering);
  await settled(page);
  const sent = (await simulator.requests()).map(({ method, path }) => `${method} ${path}`);
  expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(8);
  expect(sent.filter((request, index) => sent.indexOf(request) !== index)).toEqual([]);
});

test('typing sends little, and pasting claims nothing', async ({ simulator, open }) => {
  const page = await open(engineering);
  await settled(page);
  await test.step('typing the name of a field asks for its values once it stands still', async () => {
    const field = page.getByLabel('Group sync field');
    await field.click();
    await expect(page.getByRole('option', { name: 'memberOf' })).toBeVisible();
    await page.keyboard.press('Escape');
    await simulator.forgetRequests();
    await field.press('ControlOrMeta+A');
    await field.pressSequentially('memberOf');
    await expect(page.getByText('eng-networking').first()).toBeVisible();
    await expect(page.getByText('1 value seen', { exact: false })).toBeVisible();
    const sent = (await simulator.requests()).filter(({ path }) => path.endsWith('/field-values'));
    // A busy machine may make a pause of its own, but not between every two letters.
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThanOrEqual(2);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard' }).click();
    await settled(page);
  });

  await test.step('claims that are pasted leave the page in no way', async () => {
    await preview(page).getByLabel('Claims or token').fill('{"groups": ["eng-backend"]}');
    await expect(preview(page).getByRole('status')).toContainText('1 group added');
    await page.waitForLoadState('networkidle');
    await simulator.forgetRequests();
    const all: string[] = [];
    page.on('request', (request) => all.push(request.url()));
    await preview(page).getByLabel('Claims or token').fill('{"groups": ["eng-qa", "secret-project", "eng-sre"]}');
    await expect(preview(page).getByRole('status')).toContainText('3 groups added');
    expect(await simulator.requests()).toEqual([]);
    expect(all).toEqual([]);
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href);
    expect(stored).not.toContain('secret-project');
  });
});

test('the page can be used before the list of groups has arrived', async ({ page, open }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/api\/v2\/organizations\/[^/]+\/groups$/, async (route) => {
    await arrived;
    await route.continue();
  });
  await open(engineering);
  await expect(row(page, 'eng-backend')).toContainText('Backend');
  await page.getByLabel('Regex filter').fill('^eng-');
  await expect(draftBar(page)).toContainText('1 unsaved change: filter');
  await composer(page).getByRole('combobox', { name: 'Coder group' }).click();
  await expect(page.getByText('Loading…')).toBeVisible();
  arrive();
  await expect(page.getByRole('option', { name: 'Architecture Board' })).toBeVisible();
});
