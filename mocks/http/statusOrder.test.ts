import { describe, expect, it } from 'vitest';
import { accountPassword } from '../seed/accounts.ts';
import { clientOf, testClient } from '../testClient.ts';

const path = '/organizations/engineering/settings/idpsync/groups';
const signedOut = 'You are signed out or your session has expired. Please sign in again to continue.';

describe('order of checks', () => {
  it('is CSRF, rate limit, session, organization, permission, body', async () => {
    const client = testClient();
    const member = await client.as('member');
    const owner = await client.as('owner');
    const status = async (from: typeof client, to: string, body: unknown, headers?: Record<string, string>) =>
      (await from.send('PATCH', to, body, headers)).status;
    const cookie = { Cookie: 'coder_session_token=stale' };
    expect(await status(client, path, '{', cookie)).toBe(400);
    expect(await status(client, path, '{')).toBe(401);
    expect(await status(member, '/organizations/nope/settings/idpsync/groups', '{')).toBe(404);
    expect(await status(member, '/organizations/data/settings/idpsync/groups', '{')).toBe(404);
    expect(await status(member, path, '{')).toBe(403);
    expect(await status(owner, path, '{')).toBe(400);
    expect(await status(member, '/settings/idpsync/organization', '{')).toBe(403);
    client.simulator.applyScenario('a low rate limit');
    for (let count = 0; count < 5; count += 1) await status(client, path, '{');
    expect(await status(client, path, '{')).toBe(429);
    expect(await status(client, path, '{', cookie)).toBe(400);
  });

  it('answers unknown routes without a session, and after it below known ones', async () => {
    const client = testClient();
    const owner = await client.as('owner');
    const get = async (from: typeof client, to: string) => {
      const { status, text } = await from.send('GET', to);
      return `${status} ${text}`;
    };
    expect(await get(client, '/nope')).toBe('404 {"message":"Route not found."}\n');
    expect(await get(client, '/api/v3/nope')).toBe('404 {"message":"Route not found."}\n');
    expect(await get(client, '/settings/idpsync/nope')).toContain('401 ');
    expect(await get(owner, '/settings/idpsync/nope')).toBe('404 {"message":"Route not found."}\n');
    expect(await get(owner, '/organizations/nope/settings/idpsync/nope')).toBe(
      '404 {"message":"Resource not found or you do not have access to this resource"}\n',
    );
    expect((await owner.send('DELETE', path)).text).toBe('{"message":"Route not found."}\n');
  });

  it('says Forbidden in full', async () => {
    const member = await testClient().as('member');
    expect((await member.send('GET', path)).text).toBe(
      '{"message":"Forbidden.","detail":"You don\'t have permission to view this content. If you believe this is a mistake, please contact your administrator or try signing in with different credentials."}\n',
    );
  });
});

describe('an organization in the path', () => {
  it('is an id in any form, a name in any case, or the default one', async () => {
    const owner = await testClient().as('owner');
    const id = 'daa66d13-5eed-4a00-8000-000000000002';
    const nameOf = async (segment: string) => {
      const { json } = await owner.send('GET', `/organizations/${encodeURIComponent(segment)}`);
      return json && typeof json === 'object' && 'name' in json ? json.name : json;
    };
    for (const form of [id, id.toUpperCase(), `{${id}}`, `urn:uuid:${id}`, id.replaceAll('-', ''), 'Engineering']) {
      expect(await nameOf(form)).toBe('engineering');
    }
    expect(await nameOf('default')).toBe('coder');
    expect(await nameOf('00000000-0000-0000-0000-000000000000')).toBe('coder');
  });

  it('finds a deleted one by id alone', async () => {
    const owner = await testClient().as('owner');
    expect((await owner.send('GET', '/organizations/labs')).status).toBe(404);
    expect((await owner.send('GET', '/organizations/f1bbcd88-5eed-4a00-8000-000000000007')).status).toBe(200);
  });
});

describe('a session token', () => {
  it('is looked for in cookie, query, header, Bearer and access_token, the first one counts', async () => {
    const client = testClient();
    const { token } = await client.as('owner');
    const me = async (query: string, headers: Record<string, string>) =>
      (await client.send('GET', `/users/me${query}`, undefined, headers)).status;
    const stale = 'aaaaaaaaaa-aaaaaaaaaaaaaaaaaaaaaa';
    expect(await me('', { Cookie: `a=b; coder_session_token=${token}` })).toBe(200);
    expect(await me(`?coder_session_token=${token}`, {})).toBe(200);
    expect(await me('', { 'Coder-Session-Token': token })).toBe(200);
    expect(await me('', { Authorization: `bearer ${token}` })).toBe(200);
    expect(await me(`?access_token=${token}`, {})).toBe(200);
    expect(await me('', { Cookie: `coder_session_token=${stale}`, 'Coder-Session-Token': token })).toBe(401);
    expect(await me(`?coder_session_token=${stale}`, { 'Coder-Session-Token': token })).toBe(401);
    expect(await me('', { 'Coder-Session-Token': stale, Authorization: `Bearer ${token}` })).toBe(401);
  });

  it.each([
    ['', 'Cookie "coder_session_token" or query parameter must be provided.'],
    ['abc', 'Invalid API key format: incorrect amount of API key parts, expected 2 got 1'],
    ['abc-def', 'Invalid API key format: invalid API key ID length, expected 10 got 3'],
    ['aaaaaaaaaa-def', 'Invalid API key format: invalid API key secret length, expected 22 got 3'],
    ['aaaaaaaaaa-aaaaaaaaaaaaaaaaaaaaaa', 'API key is invalid.'],
  ])('%j is refused', async (token, detail) => {
    const { status, json, headers } = await clientOf(testClient().simulator, token).send('GET', '/users/me');
    expect({ status, json }).toEqual({ status: 401, json: { message: signedOut, detail } });
    expect(headers.get('WWW-Authenticate')).toMatch(
      /^Bearer realm="coder", error="invalid_token", error_description="/,
    );
  });

  it('is refused with a wrong secret, when it has expired, and when its owner is suspended', async () => {
    let now = new Date('2026-06-01T10:00:00Z');
    const client = testClient({ now: () => now });
    const owner = await client.as('owner');
    const detailOf = async (from: typeof client) => (await from.send('GET', '/users/me')).json;
    const wrong = clientOf(client.simulator, `${owner.token.slice(0, 10)}-${'a'.repeat(22)}`);
    expect(await detailOf(wrong)).toEqual({ message: signedOut, detail: 'API key secret is invalid.' });
    now = new Date('2026-06-02T09:00:00Z');
    expect((await owner.send('GET', '/users/me')).status).toBe(200);
    now = new Date('2026-06-03T08:59:59Z');
    expect((await owner.send('GET', '/users/me')).status).toBe(200);
    now = new Date('2026-06-04T09:00:01Z');
    expect(await detailOf(owner)).toEqual({ message: signedOut, detail: 'API key expired at "2026-06-04T08:59:59Z".' });
    const again = await client.as('owner');
    const { users } = client.simulator.state;
    for (const user of users.values())
      if (user.username === 'owner') users.set(user.id, { ...user, status: 'suspended' });
    expect((await again.send('GET', '/users/me')).text).toContain('User is not active (status = \\"suspended\\").');
  });
});

describe('CSRF', () => {
  const login = { email: 'owner@example.com', password: accountPassword };
  const generic =
    'Something is wrong with your CSRF token. Please refresh the page. If this error persists, try clearing your cookies.\n';

  it('concerns writes with the session cookie only, in plain text', async () => {
    const client = testClient();
    const { token } = await client.as('owner');
    const post = (headers: Record<string, string>) => client.send('POST', '/authcheck', { checks: {} }, headers);
    const cookie = `coder_session_token=${token}`;
    const refused = await post({ Cookie: cookie });
    expect([refused.status, refused.text, refused.headers.get('Content-Type')]).toEqual([
      400,
      generic,
      'text/plain; charset=utf-8',
    ]);
    expect((await post({ Cookie: cookie, 'Coder-Session-Token': token })).status).toBe(200);
    expect((await post({ Cookie: cookie, Authorization: 'Bearer x' })).status).toBe(200);
    expect((await post({ Cookie: cookie, 'Coder-Session-Token': 'other' })).text).toContain('do not match');
    expect((await client.send('POST', '/users/login', login, { Cookie: 'coder_session_token=stale' })).status).toBe(
      400,
    );
    expect((await client.send('GET', '/users/me', undefined, { Cookie: cookie })).status).toBe(200);
  });

  it('is satisfied by a masked token', async () => {
    const client = testClient();
    const { token } = await client.as('owner');
    const bytes = Array.from({ length: 32 }, (_, index) => index);
    const pad = bytes.map((byte) => (byte * 7) % 256);
    const base64 = (list: readonly number[]) => btoa(String.fromCharCode(...list));
    const csrfCookie = base64(bytes);
    const Cookie = `coder_session_token=${token}; csrf_token=${csrfCookie}`;
    const masked = base64([...pad, ...bytes.map((byte, index) => byte ^ (pad[index] ?? 0))]);
    const status = async (header: string) =>
      (await client.send('POST', '/authcheck', { checks: {} }, { Cookie, 'X-CSRF-TOKEN': header })).status;
    expect(await status(masked)).toBe(200);
    expect(await status(csrfCookie)).toBe(400);
  });
});

describe('rate limit', () => {
  it('counts by user and exact path, and says when to come back', async () => {
    const now = new Date('2026-06-01T10:00:30Z');
    const client = testClient({ now: () => now });
    const owner = await client.as('owner');
    const first = await owner.send('GET', '/users/me');
    expect(first.headers.get('X-RateLimit-Limit')).toBe('512');
    expect(first.headers.get('X-RateLimit-Remaining')).toBe('511');
    expect(first.headers.get('X-RateLimit-Reset')).toBe(String(Date.parse('2026-06-01T10:01:00Z') / 1000));
    client.simulator.applyScenario('a low rate limit');
    for (let count = 0; count < 4; count += 1) await owner.send('GET', '/users/me');
    const last = await owner.send('GET', '/users/me');
    expect([last.status, last.text]).toEqual([
      429,
      '{"message":"You\'ve been rate limited for sending more than 5 requests in 1m0s."}\n',
    ]);
    expect(last.headers.get('Retry-After')).toBe('60');
    expect(last.headers.get('X-RateLimit-Remaining')).toBe('0');
    expect((await owner.send('GET', '/users')).status).toBe(200);
    expect((await (await client.as('member')).send('GET', '/users/me')).status).toBe(200);
  });

  it('is lifted for owners who ask for it, and for nobody else', async () => {
    const client = testClient();
    const bypass = { 'X-Coder-Bypass-Ratelimit': 'true' };
    const owner = await (await client.as('owner')).send('GET', '/users/me', undefined, bypass);
    expect([owner.status, owner.headers.get('X-RateLimit-Limit')]).toEqual([200, null]);
    const member = await (await client.as('member')).send('GET', '/users/me', undefined, bypass);
    expect([member.status, member.headers.get('Content-Type')]).toEqual([428, 'text/plain; charset=utf-8']);
  });

  it('lets 60 logins a minute through', async () => {
    const answer = await testClient().send('POST', '/users/login', {});
    expect(answer.headers.get('X-RateLimit-Limit')).toBe('60');
  });
});

describe('headers', () => {
  it('are those of the server, also on errors', async () => {
    const client = testClient();
    for (const to of ['/buildinfo', '/nope', '/users/me']) {
      const { headers } = await client.send('GET', to);
      expect(headers.get('Content-Type')).toBe('application/json; charset=utf-8');
      expect(headers.get('X-Coder-Build-Version')).toMatch(/^v2\.34\.0\+/);
      expect(headers.get('X-Coder-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Vary')).toBe('Cookie, Origin');
      expect(headers.get('X-RateLimit-Limit')).toBe('512');
    }
  });

  it('warn those who may read the deployment config about the licence', async () => {
    const client = testClient({ scenario: 'the licence has a warning' });
    const warning = async (account: string) =>
      (await (await client.as(account)).send('GET', '/users/me')).headers.get('X-Coder-Entitlements-Warning');
    expect(await warning('owner')).toBe('Your license expires in 7 days.');
    expect(await warning('user-admin')).toBeNull();
  });

  it('let no other origin in', async () => {
    const { status, headers } = await testClient().send('OPTIONS', '/users/me', undefined, {
      Origin: 'https://elsewhere.example',
      'Access-Control-Request-Method': 'PATCH',
    });
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([200, null]);
  });
});
