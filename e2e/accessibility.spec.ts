import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { addRow, composer, draftBar, preview, row } from './mapping.ts';

const engineering = '/organizations/engineering/idp-sync';
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

/** Nothing that axe finds against WCAG 2.2 AA. */
async function expectClean(page: Page, what: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  // Without frames there is nothing that its second page would be good for.
  const { violations } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n')}`);
  expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
}

/** The same in light and in dark colours. */
async function expectCleanInBoth(page: Page, what: string): Promise<void> {
  await expectClean(page, what, 'light');
  await expectClean(page, what, 'dark');
}

/** Everything can be reached by scrolling in one direction. */
async function expectNoOverflow(page: Page, what: string): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect.soft(scrollWidth, `width of ${what}`).toBeLessThanOrEqual(clientWidth);
}

const pages = [
  ['organizations', '/organizations', 'Contractors & Partners'],
  ['groups', '/organizations/engineering/groups', 'Architecture Board'],
  ['roles', '/organizations/engineering/roles', 'Organization Admin'],
  ['group sync', engineering, 'values seen'],
  ['role sync', `${engineering}?tab=roles`, 'Not seen in'],
  ['legacy mappings', '/organizations/coder/idp-sync', 'Legacy group mappings'],
  ['nothing configured', '/organizations/contractors/idp-sync', 'No group mappings'],
  ['organization sync', '/deployment/idp-org-sync', 'was deleted, or never existed'],
  ['server flags', '/deployment/oidc', 'Who may log in'],
  ['login preview', '/preview', 'What a whole login would do'],
  ['claim tests', '/preview?tab=tests', 'What a whole login would do'],
  ['unknown page', '/no/such/page', 'Page not found'],
] as const;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('every page, wide and narrow, light and dark', async ({ page, open }) => {
  test.slow();
  await page.setViewportSize(wide);
  await page.goto('/login');
  await expect(page.getByLabel('Email')).toBeVisible();
  await expectCleanInBoth(page, 'sign-in');
  await open('/organizations', 'owner');
  for (const [name, path, sign] of pages) {
    await page.setViewportSize(wide);
    await page.goto(path);
    await expect(page.getByText(sign).first()).toBeVisible();
    await expectClean(page, `${name}, wide`, 'light');
    await page.setViewportSize(narrow);
    await expect(page.getByText(sign).first()).toBeVisible();
    await expectClean(page, `${name}, narrow`, 'dark');
    await expectNoOverflow(page, `${name} at ${narrow.width} px`);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoOverflow(page, `${name} at 320 px`);
  }
});

test('links to other organizations are large enough to hit', async ({ page, open }) => {
  await open('/organizations/nowhere/idp-sync', 'owner');
  await expect(page.getByRole('heading', { level: 1, name: 'Unknown organization' })).toBeVisible();
  await expectCleanInBoth(page, 'unknown organization');
});

test('what opens while one edits', async ({ page, simulator, open }) => {
  test.slow();
  await page.setViewportSize(wide);
  await open(engineering);
  await expect(row(page, 'eng-backend')).toContainText('Backend');

  await composer(page).getByLabel('IdP group name').fill('eng-new');
  await expect(page.getByRole('option', { name: 'Use eng-new' })).toBeVisible();
  await expectClean(page, 'list of values', 'light');
  await composer(page).getByRole('combobox', { name: 'Coder group' }).click();
  await expect(page.getByRole('option', { name: 'Backend' })).toBeVisible();
  expect(await page.getByRole('option').count()).toBeLessThanOrEqual(50);
  await expectCleanInBoth(page, 'list of groups');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Map them' }).first().click();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await expectCleanInBoth(page, 'values without a row');
  await expectNoOverflow(page, 'values without a row');
  await page.getByRole('button', { name: 'Close the list' }).click();

  await page.getByRole('button', { name: 'Edit eng-devex' }).click();
  await page.getByLabel('Regex filter').fill('(');
  await expect(page.getByText('The server refuses this filter')).toBeVisible();
  await preview(page).getByLabel('Claims or token').fill('{"groups": ["eng-qa"');
  await expectCleanInBoth(page, 'row form, refused filter, paste with a mistake');
  await page.getByRole('form', { name: 'Edit eng-devex' }).getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel('Regex filter').fill('^[a-z]');

  await page.getByRole('button', { name: 'Delete eng-backend' }).click();
  await addRow(page, 'platform-admins', 'Platform');
  await preview(page)
    .getByLabel('Claims or token')
    .fill('{"groups": ["eng-backend", "platform-admins", "ops", "Eng-Mobile"]}');
  await expect(preview(page).getByRole('status')).toContainText('This login works');
  await expectCleanInBoth(page, 'draft and preview');

  await page.setViewportSize(narrow);
  await page
    .getByRole('button', { name: /Preview/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectClean(page, 'sheet of the preview', 'dark');
  await expectNoOverflow(page, 'sheet of the preview');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectNoOverflow(page, 'draft, narrow');

  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  const review = page.getByRole('dialog', { name: /^Review changes/ });
  await expect(review).toBeVisible();
  await expectClean(page, 'review, narrow', 'dark');
  await page.setViewportSize(wide);
  await expectClean(page, 'review, wide', 'light');
  await simulator.apply('another admin changes the same row meanwhile');
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('dialog', { name: /changed this while you edited$/ })).toBeVisible();
  await expectClean(page, 'conflict, wide', 'light');
  await page.setViewportSize(narrow);
  await expectClean(page, 'conflict, narrow', 'dark');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.setViewportSize(wide);

  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Leave with unsaved changes?' })).toBeVisible();
  await expectClean(page, 'guard', 'light');
  await page.getByRole('button', { name: 'Stay' }).click();
  for (const [name, colors] of [
    ['Admin settings', 'light'],
    ['Colour theme', 'dark'],
    ['Oksana Admiraal', 'light'],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectClean(page, name, colors);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await page.getByRole('navigation', { name: 'Engineering' }).getByRole('button', { name: 'Engineering' }).click();
  await expect(page.getByRole('dialog', { name: 'Switch organization' })).toBeVisible();
  await expectClean(page, 'organization switcher', 'dark');
});

test('what can’t be shown or changed', async ({ page, simulator, open, noise }) => {
  noise.allowStatus(401, 403, 500);
  await page.setViewportSize(narrow);
  await open(engineering, 'reader');
  await expect(page.getByText('You can’t change')).toBeVisible();
  await expectClean(page, 'read-only', 'light');
  await expectNoOverflow(page, 'read-only');
  await page.goto('/deployment/idp-org-sync');
  await expect(page.getByRole('heading', { name: /You can’t see/ })).toBeVisible();
  await expectClean(page, 'denied', 'dark');
  await simulator.apply('group settings answer 500');
  await page.goto(engineering);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectClean(page, 'failed load', 'light');
  await simulator.apply('the session expires');
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
  await expectClean(page, 'sign-in over the page', 'dark');
});

test('at 200 % everything is still there', async ({ browser, baseURL, simulator }) => {
  const context = await browser.newContext({
    viewport: { width: 720, height: 450 },
    deviceScaleFactor: 2,
    baseURL: baseURL ?? '',
  });
  const page = await context.newPage();
  await simulator.reset();
  await page.goto(engineering);
  await page.getByLabel('Email').fill('org-admin@example.com');
  await page.getByLabel('Password', { exact: true }).fill('SomeSecret-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await addRow(page, 'platform-admins', 'Platform');
  await expectNoOverflow(page, 'draft at 720 px');
  await expect(draftBar(page).getByRole('button', { name: 'Save' })).toBeInViewport();
  await context.close();
});

test('who wants less motion gets none', async ({ page, open }) => {
  await open(engineering);
  await page.getByRole('button', { name: 'Delete eng-backend' }).click();
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog', { name: /^Review changes/ })).toBeVisible();
  const longest = await page.evaluate(() =>
    Math.max(0, ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0))),
  );
  expect(longest).toBeLessThanOrEqual(1);
});
