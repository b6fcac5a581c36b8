import { describe, expect, it } from 'vitest';
import { accountPassword } from '../seed/accounts.ts';
import { clientOf, stringAt, testClient } from '../testClient.ts';

describe('sessions', () => {
  it('begin with a password, and set a cookie', async () => {
    const client = testClient();
    const { status, json, headers } = await client.send('POST', '/users/login', {
      email: 'Owner@example.com',
      password: accountPassword,
    });
    const token = stringAt(json, 'session_token');
    expect([status, token]).toEqual([201, expect.stringMatching(/^[A-Za-z0-9]{10}-[A-Za-z0-9]{22}$/)]);
    expect(headers.get('Set-Cookie')).toBe(
      `coder_session_token=${token}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`,
    );
  });

  it('show who one is', async () => {
    const now = new Date('2026-06-02T10:00:00Z');
    const owner = await testClient({ now: () => now }).as('owner');
    expect((await owner.send('GET', '/users/me')).text).toBe(
      '{"id":"3c6ef362-5eed-4c00-8000-000000000001","username":"owner","name":"Olivia Berger","email":"owner@example.com","created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T09:00:00Z","last_seen_at":"2026-06-02T10:00:00Z","status":"active","login_type":"password","organization_ids":["3c6ef362-5eed-4a00-8000-000000000001","daa66d13-5eed-4a00-8000-000000000002"],"roles":[{"name":"owner","display_name":"Owner"}],"has_ai_seat":false}\n',
    );
  });

  it.each([
    [{ email: 'owner@example.com', password: 'wrong' }, 401, '{"message":"Incorrect email or password."}\n'],
    [{ email: 'nobody@example.com', password: accountPassword }, 401, '{"message":"Incorrect email or password."}\n'],
    [
      { email: 'sso-owner@example.com', password: accountPassword },
      403,
      '{"message":"Incorrect login type, attempting to use \\"password\\" but user is of login type \\"oidc\\""}\n',
    ],
    [
      { email: 'owner', password: '' },
      400,
      '{"message":"Validation failed.","validations":[{"field":"email","detail":"Validation failed for tag \\"email\\" with value: \\"owner\\""},{"field":"password","detail":"Validation failed for tag \\"required\\" with value: \\"\\""}]}\n',
    ],
  ])('refuse %j', async (body, status, text) => {
    const answer = await testClient().send('POST', '/users/login', body);
    expect([answer.status, answer.text]).toEqual([status, text]);
  });

  it('refuse passwords when those are disabled', async () => {
    const client = testClient({ scenario: 'password login is disabled' });
    const answer = await client.send('POST', '/users/login', { email: 'owner@example.com', password: accountPassword });
    expect([answer.status, answer.text]).toEqual([403, '{"message":"Password authentication is disabled."}\n']);
    expect((await client.send('GET', '/users/authmethods')).text).toBe(
      '{"password":{"enabled":false},"github":{"enabled":false,"default_provider_configured":false},"oidc":{"enabled":true,"signInText":"Acme SSO","iconUrl":""}}\n',
    );
  });

  it('end with a logout', async () => {
    const owner = await testClient().as('owner');
    const { text, headers } = await owner.send('POST', '/users/logout');
    expect([text, headers.get('Set-Cookie')]).toEqual([
      '{"message":"Logged out!"}\n',
      'coder_session_token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
    ]);
    expect((await owner.send('GET', '/users/me')).status).toBe(401);
  });

  it('serve the login of the CLI', async () => {
    const client = testClient();
    const owner = await client.as('owner');
    expect((await client.send('GET', '/users/first')).status).toBe(200);
    const { status, json } = await owner.send('POST', '/users/me/keys');
    expect(status).toBe(201);
    const cli = clientOf(client.simulator, stringAt(json, 'key'));
    expect((await cli.send('GET', '/users/me')).status).toBe(200);
    expect((await cli.send('GET', '/users/me/organizations')).json).toHaveLength(2);
    const set = '{"field":"","mapping":null,"regex_filter":null,"auto_create_missing_groups":false}';
    const id = 'daa66d13-5eed-4a00-8000-000000000002';
    expect((await cli.send('PATCH', `/organizations/${id}/settings/idpsync/groups`, set)).status).toBe(200);
  });
});
