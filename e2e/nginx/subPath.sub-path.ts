import { expect, test } from '../journey.ts';

const base = '/tools/idp-sync';
const baseURL = process.env.E2E_SUB_PATH_URL ?? '';

test('the whole app works below a path, with its API below it too', async ({ page, open }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}${base}/`)) outside.push(request.url());
  });
  await open(`${base}/organizations`);
  await expect(page).toHaveURL(`${baseURL}${base}/organizations`);
  await page.getByRole('link', { name: 'Engineering', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'IdP Sync' })).toBeVisible();
  await expect(page.getByLabel('Group sync field')).toHaveValue('groups');
  await expect(page).toHaveURL(`${baseURL}${base}/organizations/engineering/idp-sync`);
  await page.reload();
  await expect(page.getByLabel('Group sync field')).toHaveValue('groups');
  await page.getByRole('link', { name: 'Groups', exact: true }).click();
  await expect(page).toHaveURL(`${baseURL}${base}/organizations/engineering/groups`);
  await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();
  expect(outside).toEqual([]);
});

test('without its last slash the address leads there', async ({ page }) => {
  await page.goto(base);
  await expect(page.getByLabel('Email')).toBeVisible();
  expect(page.url()).toContain(`${baseURL}${base}/`);
});

test('there is nothing beside it', async ({ request }) => {
  for (const path of ['/organizations', '/api/v2/buildinfo', '/tools/']) {
    const { status } = await fetch(baseURL + path);
    expect(status, path).toBeGreaterThanOrEqual(403);
  }
  expect((await request.get(`${baseURL}${base}/api/v2/buildinfo`)).status()).toBe(200);
});
