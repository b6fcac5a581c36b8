import { expect, test } from './journey.ts';
import { draftBar, preview } from './mapping.ts';

/** Values of one person on which even a linear engine has work for seconds. */
const groups = Array.from({ length: 12 }, (_, index) => `${'ab'.repeat(index)}${'a'.repeat(3000)}`);
const freezeMs = 1000;

for (const pattern of ['(?:a?){1000}a{1000}', '(?:.*a){1000}b', '(?:.*a){1000}(?:.*a){1000}']) {
  test(`the page answers while it tries ${pattern}, and says that it costs too much`, async ({ page, open }) => {
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) performance.mark('long', { detail: duration });
      }).observe({ type: 'longtask' });
    });
    await open('/organizations/engineering/idp-sync');
    await expect(page.getByText('28 of 40 seen values pass')).toBeVisible();
    await page.getByLabel('Regex filter').fill(pattern);
    await expect(draftBar(page)).toContainText('filter');
    await preview(page)
      .getByLabel('Claims or token')
      .fill(JSON.stringify({ orgs: ['eng'], groups }));
    const search = page.getByRole('searchbox', { name: 'Search mappings' });
    await search.pressSequentially('eng-build');
    await expect(page.getByText(/^1 of \d+ mappings$/)).toBeVisible();
    await expect(preview(page).getByText('The regex filter takes too long to be tried here')).toBeVisible({
      timeout: 15_000,
    });
    const tasks = await page.evaluate(() =>
      performance.getEntriesByName('long').map((mark) => ('detail' in mark ? Number(mark.detail) : 0)),
    );
    expect(Math.max(0, ...tasks)).toBeLessThan(freezeMs);
  });
}
