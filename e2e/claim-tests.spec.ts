import { readFile } from 'node:fs/promises';
import { expectAccessible } from './expectAccessible.ts';
import { expect, test } from './journey.ts';

const engineering = '/organizations/engineering/idp-sync';
const secret = 'ada.lovelace-4711';
const claims = { sub: secret, email: `${secret}@example.com`, orgs: ['eng'], groups: ['eng-platform', 'nobody'] };

test('a paste is kept as a test by keyboard alone; a draft that breaks it is held up; a file brings it back', async ({
  open,
}) => {
  const page = await open('/preview', 'owner');
  await page.getByLabel('Claims or token').fill(JSON.stringify(claims));
  await page.getByRole('button', { name: 'Keep as a test' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Keep as a claim test' });
  await expect(form.getByLabel('Name')).toBeFocused();
  await expect(form.getByLabel('What is kept of the claims')).not.toHaveValue(new RegExp(secret));
  await expectAccessible(page, 'the form of a claim test');
  await page.keyboard.type('Platform engineer');
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  await expect(page.getByText('Kept as “Platform engineer”.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep as a test' })).toBeFocused();

  await page.goto(engineering);
  await expect(page.getByText('1 of 1 claim test passes')).toBeVisible();
  await page.getByRole('button', { name: 'Delete eng-platform' }).click();
  await expect(page.getByText('0 of 1 claim test passes')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const review = page.getByRole('dialog', { name: /^Review changes/ });
  await expect(review.getByText('A claim test fails with this change')).toBeVisible();
  await expect(review.getByText('in group engineering/platform')).toBeVisible();
  await expectAccessible(page, 'the review with a claim test that fails');
  await review.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('1 of 1 claim test passes')).toBeVisible();

  await page.getByRole('link', { name: 'Claim tests' }).click();
  await expect(page.getByText('1 of 1 pass.')).toBeVisible();
  await expectAccessible(page, 'the list of claim tests');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  expect(await readFile(file, 'utf8')).not.toContain(secret);
  await page.getByRole('button', { name: 'Delete Platform engineer' }).click();
  await expect(page.getByText('No claim tests yet.')).toBeVisible();
  await page.getByLabel('Import').setInputFiles(file);
  await expect(page.getByText('1 test imported.')).toBeVisible();
  await expect(page.getByText('1 of 1 pass.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Platform engineer' })).toBeVisible();

  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const values = names.map(async (name) => {
      const database = await done(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      return Promise.all(stores.map((store) => done(database.transaction(store).objectStore(store).getAll())));
    });
    return JSON.stringify([await Promise.all(values), { ...localStorage }, { ...sessionStorage }, location.href]);

    function done<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
  });
  expect(kept).toContain('eng-platform');
  expect(kept).not.toContain(secret);
});
