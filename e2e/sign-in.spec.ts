import { expect, test } from './journey.ts';

test('somebody who signs in over OIDC gets in with a token of the deployment', async ({ page, context }) => {
  await page.goto('/organizations/engineering/idp-sync');
  await page.getByRole('button', { name: 'Use a session token' }).click();
  const [source] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /^Get one from/ }).click(),
  ]);
  await source.getByRole('button', { name: 'sso-org-admin@example.com' }).click();
  const token = await source.getByText(/^[A-Za-z0-9]{10}-[A-Za-z0-9]{22}$/).textContent();
  await source.close();

  await page.getByRole('textbox', { name: 'Session token' }).fill(token ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Group sync field')).toHaveValue('groups');
});
