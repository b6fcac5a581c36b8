import { expect, test } from './journey.ts';
import { preview } from './mapping.ts';
import { Traces } from './Traces.ts';

const secret = 'pasted-and-secret-4711';
const claims = JSON.stringify({ orgs: ['eng'], groups: ['eng-platform', secret], email: `${secret}@example.org` });
const token = `eyJhbGciOiJub25lIn0.${Buffer.from(claims).toString('base64url')}.${secret}`;

for (const [what, text] of [
  ['claims', claims],
  ['a token', token],
  ['broken claims', `${claims.slice(0, -1)} oops`],
] as const) {
  test(`${what} pasted beside the form leave no trace`, async ({ page, open }) => {
    const traces = await Traces.on(page);
    await open('/organizations/engineering/idp-sync');
    const input = preview(page).getByLabel('Claims or token');
    await input.fill(text);
    await expect(preview(page)).toContainText(what === 'broken claims' ? 'Line 1' : secret);
    await page.getByRole('tab', { name: /Role sync settings/ }).click();
    await expect(page.getByLabel('Role sync field')).toBeVisible();
    await expect(input).toHaveValue(text);
    await page.getByRole('link', { name: 'Groups', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Groups' })).toBeVisible();
    expect(await traces.of(secret)).toEqual([]);
    await page.goBack();
    await expect(input).toHaveValue('');
    expect(await traces.of(secret)).toEqual([]);
    expect(traces.count).toBeGreaterThan(0);
  });
}

test('claims of a whole login leave no trace, whatever it says of them', async ({ page, open }) => {
  const traces = await Traces.on(page);
  await open('/preview', 'owner');
  const input = page.getByLabel('Claims or token');
  await input.fill(claims);
  await expect(page.getByText(/This login works\. The person is in/)).toBeVisible();
  await input.fill(JSON.stringify({ orgs: ['eng'], Groups: [secret] }));
  await page.getByRole('button', { name: 'Read Groups instead' }).first().click();
  await expect(page.getByText(/in your draft/)).toBeVisible();
  await input.fill(`{"orgs": 7, "groups": "${secret}"}`);
  await expect(page.getByText('This login is refused. Nothing is changed.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Coder IdP Sync, home' }).click();
  await expect(input).toHaveCount(0);
  expect(await traces.of(secret)).toEqual([]);
  await page.goBack();
  await expect(input).toHaveValue('');
  expect(await traces.of(secret)).toEqual([]);
  // What is kept on purpose can be found: the spies see.
  expect(await traces.of('Groups')).toContain('storage, for a while');
});
