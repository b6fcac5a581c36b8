import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { composer, preview } from '../mapping.ts';
import { PaintMeter } from './PaintMeter.ts';

// 10,000 rows, 10,000 groups, 5,000 claim values. Prints figures and judges none: they depend on the machine.

const address = '/organizations/engineering/idp-sync';
const repeats = 12;
const manyValues = Array.from({ length: 200 }, (_, index) => `ldap-${String(index * 7).padStart(5, '0')}`);

interface Line {
  readonly what: string;
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  /** Tasks longer than 50 ms after one input, together, in ms. */
  readonly longTasks: number;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      lines.map(({ what, n, median, p95, longTasks }) => [
        what,
        { n, 'median ms': Math.round(median), 'p95 ms': Math.round(p95), 'long tasks ms': Math.round(longTasks) },
      ]),
    ),
  );
}

/** Loads the page anew, again and again. */
async function measureOpening(page: Page): Promise<readonly Line[]> {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-testid^="group-"]')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('table')));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  const first: number[] = [];
  const table: number[] = [];
  for (let index = 0; index < 10; index += 1) {
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('table').length > 0);
    const times = await page.evaluate(() => ({
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      table: performance.getEntriesByName('table')[0]?.startTime ?? Number.NaN,
    }));
    first.push(times.first);
    table.push(times.table);
  }
  const line = (what: string, values: readonly number[]) => ({
    what,
    n: values.length,
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    longTasks: 0,
  });
  return [line('first contentful paint', first), line('rows can be read', table)];
}

/** JavaScript in kB as gzip would send it: what the document itself names, and all that is fetched until rows are there. */
async function measureTransfer(page: Page): Promise<readonly [named: number, fetched: number]> {
  const document = (await (await page.goto(address))?.text()) ?? '';
  await expect(page.getByTestId(/^group-/).first()).toBeVisible();
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.endsWith('.js')),
  );
  const kilobytes = async (urls: readonly string[]) => {
    const sizes = urls.map(async (url) => gzipSync(await (await fetch(url)).text()).length);
    return Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000);
  };
  const named = scripts.filter((url) => document.includes(new URL(url).pathname));
  return [await kilobytes(named), await kilobytes(scripts)];
}

type Measure = (what: string, act: (index: number) => Promise<void>, between?: () => Promise<void>) => Promise<void>;

/** @returns how to measure one thing several times, and what was measured so far */
function recorder(meter: PaintMeter): { readonly lines: readonly Line[]; readonly measure: Measure } {
  const lines: Line[] = [];
  const measure: Measure = async (what, act, between) => {
    const paints: number[] = [];
    const busy: number[] = [];
    for (let index = 0; index < repeats; index += 1) {
      const sample = await meter.sample(() => act(index));
      paints.push(sample.paint);
      busy.push(sample.busy);
      await between?.();
      await meter.settle();
    }
    lines.push({
      what,
      n: paints.length,
      median: quantile(paints, 0.5),
      p95: quantile(paints, 0.95),
      longTasks: quantile(busy, 0.5),
    });
  };
  return { lines, measure };
}

async function measureUnmapped(page: Page, meter: PaintMeter): Promise<readonly Line[]> {
  const { lines, measure } = recorder(meter);
  const panel = page.getByRole('region', { name: 'Seen without a mapping' });
  await measure('open and close the list', (index) =>
    panel.getByRole('button', { name: index % 2 === 0 ? 'Map them' : 'Close the list' }).click(),
  );
  await panel.getByRole('button', { name: 'Map them' }).click();
  await expect(panel.getByText('Looking for names…')).toHaveCount(0, { timeout: 30_000 });
  await panel.getByRole('searchbox', { name: 'Search values' }).click();
  await measure('type in the search', (index) => page.keyboard.press('ldap-0001234'[index] ?? 'x'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await meter.settle();
  await measure('tick a value', (index) =>
    panel
      .getByRole('checkbox', { name: /^Map / })
      .nth(index % 8)
      .click(),
  );
  await panel.getByRole('button', { name: 'Untick all' }).click();
  await measure(
    'tick all',
    () => panel.getByRole('button', { name: /^Tick/ }).click(),
    () => panel.getByRole('button', { name: 'Untick all' }).click(),
  );
  await measure(
    'add what is ticked',
    async () => {
      await panel.getByRole('button', { name: /^Tick/ }).click();
      await panel.getByRole('button', { name: /^Add / }).click();
    },
    () => page.getByRole('button', { name: 'Undo', exact: true }).click(),
  );
  return lines;
}

async function measureInputs(page: Page, meter: PaintMeter): Promise<readonly Line[]> {
  const { lines, measure } = recorder(meter);
  const rows: string[] = [];
  const type = (text: string) => (index: number) => page.keyboard.press(text[index % text.length] ?? 'a');
  const empty = async () => {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('Delete');
    await meter.settle();
  };

  await page.getByLabel('Group sync field').click();
  await page.keyboard.press('End');
  await measure('type in the field', type('abcdefghijkl'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await meter.settle();

  await page.getByLabel('Regex filter').click();
  await empty();
  await measure('type in the filter', type('^ldap-[0-9]+'));
  await page.getByRole('button', { name: 'Discard' }).click();
  await meter.settle();

  await page.getByRole('searchbox', { name: 'Search mappings' }).click();
  await measure('type in the search', type('ldap-0012345'));
  await empty();

  await measure('sort', (index) =>
    page.getByRole('button', { name: index % 2 === 0 ? 'Coder group' : 'IdP group', exact: true }).click(),
  );
  await measure('problems only, on and off', () => page.getByRole('button', { name: /^Problems only/ }).click());

  const picker = composer(page).getByRole('combobox', { name: 'Coder group' });
  await measure(
    'open the group picker',
    () => picker.click(),
    () => page.keyboard.press('Escape'),
  );
  await picker.click();
  await measure('type in the group picker', type('team 1234567'));
  await empty();
  await page.keyboard.press('Escape');

  await composer(page).getByLabel('IdP group name').click();
  await measure('type in the value', type('ldap-0012345'));
  await empty();

  const add = composer(page).getByRole('button', { name: 'Add IdP group' });
  const fill = async (value: string) => {
    await composer(page).getByLabel('IdP group name').fill(value);
    await picker.fill(value.replace('new-', 'team-01'));
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await meter.settle();
  };
  for (let index = 0; index < repeats; index += 1) rows.push(`new-${100 + index}`);
  await fill('new-199');
  await measure(
    'add a row',
    () => add.click(),
    () => fill(rows.shift() ?? 'new-198'),
  );
  await page.getByRole('searchbox', { name: 'Search mappings' }).fill('');
  await meter.settle();
  await measure('delete a row', () =>
    page
      .getByRole('button', { name: /^Delete ./ })
      .first()
      .click(),
  );
  await measure('undo', () => page.getByRole('button', { name: 'Undo' }).click());
  await page
    .getByRole('button', { name: /^Edit ./ })
    .first()
    .click();
  await meter.settle();
  await measure('type in a row', type('abcdefghijkl'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  const claims = preview(page).getByLabel('Claims or token');
  await claims.click();
  await measure(
    'paste claims of 200 groups',
    () => page.keyboard.insertText(JSON.stringify({ groups: manyValues })),
    empty,
  );
  await page.keyboard.insertText(JSON.stringify({ groups: manyValues }));
  await page.getByLabel('Regex filter').click();
  await meter.settle();
  await measure('type in the filter, with a preview', type('|[a-z]+-[0-9]'));
  return lines;
}

test('the IdP Sync page of a large organization', async ({ page, simulator, open, noise }) => {
  noise.allowStatus(404);
  await simulator.reset('a large organization');
  const meter = await PaintMeter.on(page);
  await open(address);
  await expect(page.getByTestId(/^group-/).first()).toBeVisible();
  const [named, fetched] = await measureTransfer(page);
  console.log(`JavaScript, gzip: ${named} kB named by the document, ${fetched} kB once rows are there`);
  print('Opening', await measureOpening(page));
  await expect(page.getByText(/seen values pass/)).toBeVisible({ timeout: 30_000 });
  await expect(preview(page).getByLabel('Claims or token')).toBeVisible();
  await meter.settle();
  print('From the input to the next paint', await measureInputs(page, meter));
});

test('seen values without a row, by the thousand', async ({ page, simulator, open, noise }) => {
  noise.allowStatus(404);
  await simulator.reset('a large organization');
  const path = '/organizations/engineering/settings/idpsync/groups';
  const [, ...groups]: { readonly id: string; readonly name: string }[] = await simulator.api(
    'GET',
    '/organizations/engineering/groups',
  );
  // Renamed rows: every seen value is without one, and like one.
  const mapping = Object.fromEntries(
    groups.slice(0, 5000).map(({ id }, index) => [`LDAP ${String(index * 2).padStart(5, '0')}`, [id]]),
  );
  await simulator.api('PATCH', path, {
    field: 'groups',
    mapping,
    regex_filter: null,
    auto_create_missing_groups: false,
  });
  const meter = await PaintMeter.on(page);
  await open(address);
  await expect(page.getByRole('region', { name: 'Seen without a mapping' })).toContainText('ignored', {
    timeout: 30_000,
  });
  await meter.settle();
  print('Values without a row: from the input to the next paint', await measureUnmapped(page, meter));
});

test('a paste of 1 MB', async ({ page, simulator, open, noise }) => {
  noise.allowStatus(404);
  await simulator.reset('a large organization');
  const meter = await PaintMeter.on(page);
  await open(address);
  const claims = preview(page).getByLabel('Claims or token');
  await expect(claims).toBeVisible();
  await expect(page.getByText(/seen values pass/)).toBeVisible({ timeout: 30_000 });
  const pastes = {
    '5,000 values': Array.from({ length: 5000 }, (_, index) => `ldap-${String(index * 2).padStart(5, '0')}`),
    '200 values': manyValues,
  };
  const { lines, measure } = recorder(meter);
  const shown: Line[] = [];
  for (const [what, groups] of Object.entries(pastes)) {
    const fill = 'x'.repeat(1_000_000 - JSON.stringify(groups).length);
    const times: number[] = [];
    for (let index = 0; index < repeats; index += 1) {
      const clear = preview(page).getByRole('button', { name: 'Clear', exact: true });
      if (await clear.isVisible()) await clear.click();
      await meter.settle();
      const last = `${what} ${index}`;
      const text = JSON.stringify({ groups: [last, ...groups], fill });
      await page.evaluate((pasted) => {
        window.paintRecorder.pasted = pasted;
      }, text);
      times.push(await meter.until(last, () => pasteInto(page)));
      await meter.settle();
    }
    shown.push({ what, n: times.length, median: quantile(times, 0.5), p95: quantile(times, 0.95), longTasks: 0 });
    await preview(page).getByLabel('Compare with').click();
    await measure(`type a person, with ${what}`, (index) => page.keyboard.press('selma owusuu'[index] ?? 'x'));
    await page.keyboard.press('Escape');
    await page.getByLabel('Group sync field').click();
    await measure(`type in the field, with ${what}`, (index) => page.keyboard.press('abcdefghijkl'[index] ?? 'x'));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByLabel('Regex filter').click();
    await measure(`type in the filter, with ${what}`, (index) => page.keyboard.press('|[a-z]+-[0-9]'[index] ?? 'x'));
    await page.getByRole('button', { name: 'Discard' }).click();
    await meter.settle();
  }
  print('From the paste of 1 MB to its result', shown);
  print('From the input to the next paint, with a paste of 1 MB', lines);
});

/** As a paste does. Playwright would send a megabyte of keys. */
async function pasteInto(page: Page): Promise<void> {
  await preview(page)
    .getByLabel('Claims or token')
    .evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', window.paintRecorder.pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
}
