import { beforeEach, describe, expect, it } from 'vitest';
import { type TestClient, testClient } from '../testClient.ts';

const members = '/organizations/engineering/members';

function usernames(json: unknown, key: string): string[] {
  const list = typeof json === 'object' && json !== null ? new Map(Object.entries(json)).get(key) : json;
  return Array.isArray(list) ? list.map(({ username }) => String(username)) : [];
}

describe('users', () => {
  let owner: TestClient;

  beforeEach(async () => {
    owner = await testClient().as('owner');
  });

  it('come sorted, in pages, and after a cursor', async () => {
    const page = async (query: string) => usernames((await owner.send('GET', `/users?${query}`)).json, 'users');
    const all = await page('');
    expect(all).toHaveLength(400);
    expect(all).toEqual([...all].sort());
    expect(await page('limit=3&offset=2')).toEqual(all.slice(2, 5));
    const { json } = await owner.send('GET', '/users?limit=1&offset=4');
    const [fifth] =
      typeof json === 'object' && json !== null && 'users' in json && Array.isArray(json.users) ? json.users : [];
    expect(await page(`limit=2&after_id=${fifth.id}`)).toEqual(all.slice(5, 7));
    expect((await owner.send('GET', '/users?limit=-1')).status).toBe(400);
  });

  it('are found by text and by keys', async () => {
    const found = async (q: string) =>
      usernames((await owner.send('GET', `/users?q=${encodeURIComponent(q)}`)).json, 'users');
    expect(await found('PRIYA.RAMAN')).toEqual(['priya.raman']);
    expect(await found('org-admin login_type:password')).toEqual(['org-admin']);
    expect(await found('role:owner,auditor')).toEqual(['auditor', 'owner', 'sso-owner']);
    expect(await found('name:"priya raman"')).toEqual(['priya.raman']);
    expect(await found('role:owner login_type:oidc status:active')).toEqual(['sso-owner']);
    expect((await found('login_type:oidc')).length).toBeGreaterThan(350);
  });

  it('refuse an unknown key and a bad value', async () => {
    expect((await owner.send('GET', '/users?q=shoe:42')).text).toBe(
      '{"message":"Invalid user search query.","validations":[{"field":"shoe","detail":"\\"shoe\\" is not a valid query param"}]}\n',
    );
    expect((await owner.send('GET', '/users?q=status:gone')).status).toBe(400);
    expect((await owner.send('GET', '/users?q=status:')).status).toBe(400);
  });

  it('have their name before their picture', async () => {
    const { users } = owner.simulator.state;
    for (const user of users.values()) {
      if (user.username === 'member') users.set(user.id, { ...user, avatarUrl: '/icon.png' });
    }
    expect((await owner.send('GET', '/users/member')).text).toContain(
      '"username":"member","name":"Mina Berg","avatar_url":"/icon.png","email":',
    );
  });

  it('have roles', async () => {
    expect((await owner.send('GET', '/users/org-admin/roles')).text).toBe(
      '{"roles":[],"organization_roles":{"3c6ef362-5eed-4a00-8000-000000000001":[],"daa66d13-5eed-4a00-8000-000000000002":["organization-admin"]}}\n',
    );
    const put = await owner.send('PUT', '/users/member/roles', { roles: ['auditor'] });
    expect(put.json).toMatchObject({ roles: [{ name: 'auditor', display_name: 'Auditor' }] });
    expect((await owner.send('PUT', '/users/me/roles', { roles: [] })).status).toBe(400);
    owner.simulator.applyScenario('site-wide roles come from a claim');
    expect((await owner.send('PUT', '/users/sso-owner/roles', { roles: [] })).status).toBe(400);
  });

  it('show their own claims to themselves, and all three sources to an owner', async () => {
    const { json } = await owner.send('POST', '/simulator/login', { username: 'sso-org-admin' });
    const token =
      typeof json === 'object' && json !== null && 'session_token' in json ? String(json.session_token) : '';
    const own = await owner.send('GET', '/users/oidc-claims', undefined, { 'Coder-Session-Token': token });
    expect(own.json).toMatchObject({
      claims: { groups: ['eng-leads', 'eng-platform'], email: 'sso-org-admin@example.com' },
    });
    expect((await owner.send('GET', '/users/oidc-claims')).text).toBe('{"message":"User is not an OIDC user."}\n');
    const debug = await owner.send('GET', '/debug/sso-org-admin/debug-link');
    expect(Object.keys(Object(debug.json))).toEqual(['id_token_claims', 'user_info_claims', 'merged_claims']);
    expect((await owner.send('GET', '/debug/owner/debug-link')).status).toBe(400);
  });
});

describe('members', () => {
  let owner: TestClient;

  beforeEach(async () => {
    owner = await testClient().as('owner');
  });

  it('come as a list, and in pages', async () => {
    expect((await owner.send('GET', members)).json).toHaveLength(169);
    const page = await owner.send('GET', '/organizations/engineering/paginated-members?limit=2&q=priya');
    expect(page.json).toMatchObject({ count: expect.any(Number), members: expect.any(Array) });
    expect(usernames(page.json, 'members')).toHaveLength(2);
    expect((await owner.send('GET', `${members}?q=priya`)).status).toBe(400);
  });

  it('show a plain member nobody but themselves', async () => {
    const member = await owner.as('member');
    expect((await member.send('GET', members)).json).toMatchObject([{ username: 'member' }]);
    expect((await member.send('GET', '/organizations/engineering/paginated-members')).status).toBe(404);
  });

  it('get roles, but not from oneself, not unknown ones, and not while role sync gives them', async () => {
    const put = async (who: string, roles: readonly string[]) =>
      owner.send('PUT', `${members}/${who}/roles`, { roles });
    const given = await put('member', ['organization-auditor', 'release-manager']);
    expect(given.json).toMatchObject({
      roles: [
        { name: 'organization-auditor', display_name: 'Organization Auditor' },
        { name: 'release-manager', display_name: 'Release Manager' },
      ],
    });
    expect((await put('owner', [])).text).toBe('{"message":"You cannot change your own organization roles."}\n');
    expect((await put('member', ['no-such-role'])).status).toBe(400);
    expect((await put('priya.raman', [])).text).toContain('when role sync is enabled');
    const orgUserAdmin = await owner.as('org-user-admin');
    const beyond = { roles: ['organization-admin'] };
    expect((await orgUserAdmin.send('PUT', `${members}/reader/roles`, beyond)).status).toBe(403);
  });

  it('are added and removed by hand, but not added while organization sync does it', async () => {
    expect((await owner.send('POST', `${members}/auditor`)).json).toMatchObject({ username: 'auditor', roles: [] });
    expect((await owner.send('DELETE', `${members}/auditor`)).status).toBe(204);
    const other = '/organizations/data/members/priya.raman';
    expect((await owner.send('POST', other)).text).toContain('Organization sync is enabled for OIDC users');
    await owner.send('PATCH', '/settings/idpsync/organization/config', { field: '' });
    expect((await owner.send('POST', other)).status).toBe(200);
    expect((await owner.send('DELETE', '/organizations/engineering/members/priya.raman')).status).toBe(204);
  });
});
