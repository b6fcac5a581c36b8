import { expect, it } from 'vitest';
import { createSimulator } from '../simulator.ts';

const origin = 'http://coder.test';

function post(account: string) {
  const { fetch } = createSimulator();
  const send = (path: string, init?: RequestInit) => fetch(new Request(origin + path, init));
  return { send, answer: send('/cli-auth', { method: 'POST', body: new URLSearchParams({ account }) }) };
}

it('offers every account, also those that sign in over OIDC', async () => {
  const text = await (await createSimulator().fetch(new Request(`${origin}/cli-auth`))).text();
  expect(text).toContain('value="owner"');
  expect(text).toContain('value="sso-owner"');
});

it('carries the headers of the server', async () => {
  const { headers } = await createSimulator().fetch(new Request(`${origin}/cli-auth`));
  expect(headers.get('X-Coder-Build-Version')).toMatch(/^v2\.34\.0\+/);
  expect(headers.get('X-Coder-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
});

it('gives a token that the API takes', async () => {
  const { send, answer } = post('sso-owner');
  const token = /[A-Za-z0-9]{10}-[A-Za-z0-9]{22}/.exec(await (await answer).text())?.[0] ?? '';
  const me = await send('/api/v2/users/me', { headers: { 'Coder-Session-Token': token } });
  expect(await me.json()).toMatchObject({ username: 'sso-owner' });
});

it('gives none for somebody who isn’t there, and puts nothing of it on the page', async () => {
  const response = await post('<script>').answer;
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('<script>');
});
