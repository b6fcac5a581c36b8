import { expect, test } from './journey.ts';

test('a whole login, from a paste: what it gives, or that it is refused', async ({ open }) => {
  const page = await open('/preview', 'owner');
  const input = page.getByLabel('Claims or token');
  await input.fill(JSON.stringify({ orgs: ['eng'], groups: ['eng-platform'] }));
  await expect(page.getByText(/This login works\. The person is in/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'In Engineering' })).toBeVisible();
  await input.fill('{"orgs": 7}');
  await expect(page.getByText('This login is refused. Nothing is changed.')).toBeVisible();
});
