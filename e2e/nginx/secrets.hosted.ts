import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '../journey.ts';
import { addRow, draftBar, preview } from '../mapping.ts';
import { password } from '../Simulator.ts';

/** What nginx and the simulator have written: logs, state, configuration. */
function written(folder = 'test-results/nginx'): string {
  return readdirSync(folder)
    .map((name) => `${folder}/${name}`)
    .map((path) => (statSync(path).isDirectory() ? written(path) : readFileSync(path, 'utf8')))
    .join('\n');
}

test('token, password, cookie and claims are in no URL, log, storage, report or state file', async ({
  page,
  simulator,
  noise,
  open,
}) => {
  const claim = 'a-claim-of-mine-5f3c';
  const seen: string[] = [];
  const bodies: string[] = [];
  const tokens = new Set<string>();
  const headers: string[] = [];
  page.on('console', (message) => seen.push(message.text(), JSON.stringify(message.location())));
  page.on('request', (request) => {
    seen.push(request.url());
    const token = request.headers()['coder-session-token'];
    if (token !== undefined) tokens.add(token);
    if (!request.url().endsWith('/users/login')) bodies.push(request.postData() ?? '');
    const { 'coder-session-token': _, ...others } = request.headers();
    headers.push(JSON.stringify(others));
  });

  await open('/organizations/engineering/idp-sync');
  await addRow(page, 'platform-admins', 'Platform');
  await preview(page)
    .getByLabel('Claims or token')
    .fill(JSON.stringify({ preferred_username: claim, groups: [claim, 'platform-admins'] }));
  await expect(preview(page).getByRole('list', { name: 'Groups' })).toBeVisible();
  noise.allowStatus(500);
  await simulator.apply('the next save answers 500');
  await draftBar(page).getByRole('button', { name: 'Save' }).click();
  const report = page.getByRole('alert').first();
  await expect(report).toBeVisible();
  seen.push((await report.textContent()) ?? '');
  const storages = await page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }));

  const [token = 'none'] = tokens;
  expect(tokens.size).toBe(1);
  expect(token).toMatch(/^\w{10}-\w{22}$/);
  // The tab keeps the token over a reload if the person wants it, and there alone.
  expect(Object.entries(storages.session).filter(([, value]) => value.includes(token))).toEqual([
    ['coder-idp-sync.session-token', token],
  ]);
  const storage = JSON.stringify(storages);
  expect(JSON.stringify(storages.local)).not.toContain(token);
  expect(storage).not.toContain(claim);
  expect(storage).not.toContain(password);

  const secret = token.split('-')[1] ?? 'none';
  await page.waitForTimeout(1_200);
  const files = written();
  expect(files).toContain('/api/v2/users/login');
  expect(files).toContain('platform-admins');
  const places = { seen: seen.join('\n'), bodies: bodies.join('\n'), headers: headers.join('\n'), files };
  for (const [place, text] of Object.entries(places)) {
    expect(text.includes(secret), `the token in ${place}`).toBe(false);
    expect(text.includes(claim), `a claim in ${place}`).toBe(false);
  }
  expect(places.bodies).not.toContain(password);
  expect(places.seen).not.toContain(password);
  expect(places.headers).not.toMatch(/"cookie"/i);
  expect(files).not.toMatch(/coder_session_token=/);
  expect(await page.context().cookies()).toEqual([]);

  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(secret);
  expect(page.url()).not.toContain(secret);
});

test('what another client puts in an address is not logged', async () => {
  const origin = process.env.E2E_NGINX_URL ?? '';
  await fetch(`${origin}/api/v2/users/me?coder_session_token=abcdefghij-shownIfLoggedShownIfLo`);
  expect(written()).not.toContain('shownIfLogged');
});
