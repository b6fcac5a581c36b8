import { expect, test } from './journey.ts';

test('a whole login, from a paste, without a trace of it', async ({ open }) => {
  const page = await open('/preview', 'owner');
  const secret = 'pasted-and-secret-4711';
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  const input = page.getByLabel('Claims or token');
  await input.fill(JSON.stringify({ orgs: ['eng'], groups: ['eng-platform', secret], email: `${secret}@example.org` }));
  await expect(page.getByText(/This login works\. The person is in/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'In Engineering' })).toBeVisible();

  await input.fill('{"orgs": 7}');
  await expect(page.getByText('This login is refused. Nothing is changed.')).toBeVisible();
  await input.fill(secret);
  await page.getByRole('link', { name: 'Coder IdP Sync, home' }).click();
  await expect(input).toHaveCount(0);
  await page.goBack();
  await expect(page.getByLabel('Claims or token')).toHaveValue('');

  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((request) => request.includes(secret))).toEqual([]);
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.state]),
  );
  expect(kept).not.toContain(secret);
});
