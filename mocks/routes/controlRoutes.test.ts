import { beforeEach, describe, expect, it } from 'vitest';
import { accounts } from '../seed/accounts.ts';
import { groupId } from '../seed/organizations.ts';
import { type TestClient, testClient } from '../testClient.ts';

const groups = '/organizations/engineering/settings/idpsync/groups';
const organization = '/settings/idpsync/organization';

describe('a login with claims', () => {
  let owner: TestClient;

  beforeEach(async () => {
    owner = await testClient().as('owner');
  });

  const login = (body: unknown) => owner.send('POST', '/simulator/login', body);

  async function groupsOf(username: string): Promise<unknown[]> {
    const { json } = await owner.send('GET', `/groups?has_member=${username}`);
    const names = Array.isArray(json) ? json.map((one) => `${one.organization_name}/${one.name}`) : [];
    return names.filter((name) => !name.endsWith('/Everyone')).sort();
  }

  async function claimsOf(username: string): Promise<unknown> {
    const { json } = await owner.send('GET', `/debug/${username}/debug-link`);
    return typeof json === 'object' && json !== null && 'merged_claims' in json ? json.merged_claims : undefined;
  }

  it('changes nothing when nothing has changed', async () => {
    const before = await groupsOf('priya.raman');
    const { status, json } = await login({ email: 'priya.raman@example.com' });
    expect([status, json]).toMatchObject([
      200,
      {
        user: { username: 'priya.raman' },
        changes: {
          organizations: { added: [], removed: [] },
          groups: { added: [], removed: [], created: [] },
          roles: { added: [], removed: [] },
        },
      },
    ]);
    expect(await groupsOf('priya.raman')).toEqual(before);
  });

  it('puts somebody into Platform after a row for platform-admins is saved', async () => {
    expect(await groupsOf('priya.raman')).not.toContain('engineering/platform');
    const Add = [{ Given: 'platform-admins', Gets: groupId('engineering', 'platform') }];
    await owner.send('PATCH', `${groups}/mapping`, { Add });
    const { json } = await login({ username: 'priya.raman' });
    expect(json).toMatchObject({ changes: { groups: { added: ['engineering/platform'], removed: [], created: [] } } });
    expect(await groupsOf('priya.raman')).toContain('engineering/platform');
  });

  it('removes from everything when the claim is missing, and writes no audit entry', async () => {
    const audit = (await owner.send('GET', '/audit')).text;
    await login({ username: 'priya.raman', claims: { orgs: ['eng'] } });
    expect(await groupsOf('priya.raman')).toEqual([]);
    await login({ username: 'sso-org-admin', claims: {} });
    const me = await owner.send('GET', '/users/sso-org-admin/organizations');
    expect(me.json).toMatchObject([{ name: 'coder' }]);
    expect((await owner.send('GET', '/audit')).text).toBe(audit);
  });

  it('leaves groups as they are when the claim cannot be read', async () => {
    const before = await groupsOf('priya.raman');
    const { status } = await login({ username: 'priya.raman', claims: { orgs: ['eng'], groups: 'a,b' } });
    expect(status).toBe(200);
    expect(await groupsOf('priya.raman')).toEqual(before);
    expect(await claimsOf('priya.raman')).toMatchObject({ groups: 'a,b' });
  });

  it('is refused by a bad organization claim, and then stores nothing', async () => {
    const before = await claimsOf('priya.raman');
    const { status, json } = await login({ username: 'priya.raman', claims: { orgs: 'eng,data', groups: [] } });
    expect([status, json]).toMatchObject([500, { message: 'Failed to process OAuth login.' }]);
    expect(await claimsOf('priya.raman')).toEqual(before);
  });

  it('creates missing groups where that is on, whatever their names', async () => {
    const { json } = await login({
      username: 'priya.raman',
      claims: { orgs: ['data'], groups: ['data-new / team', 'data-new / team', 'other'] },
    });
    expect(json).toMatchObject({
      changes: {
        organizations: { added: ['data'], removed: ['engineering'] },
        groups: { created: ['data/data-new / team'] },
      },
    });
    expect(await groupsOf('priya.raman')).toEqual(['data/data-new / team']);
    const { json: list } = await owner.send('GET', '/organizations/data/groups');
    expect(list).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'data-new / team', source: 'oidc', display_name: '', quota_allowance: 0 }),
      ]),
    );
  });

  it('keeps a group of another organization that a row gives, login after login', async () => {
    const claims = { orgs: ['eng'], groups: ['eng-ml'] };
    await login({ username: 'priya.raman', claims });
    expect(await groupsOf('priya.raman')).toEqual(['data/ml-platform']);
    const { json } = await login({ username: 'priya.raman', claims });
    expect(json).toMatchObject({ changes: { groups: { added: [], removed: [] } } });
    expect(await groupsOf('priya.raman')).toEqual(['data/ml-platform']);
  });

  it('takes over roles, also those without a row', async () => {
    const { json } = await login({
      username: 'priya.raman',
      claims: { orgs: ['eng'], roles: ['eng-lead', 'organization-auditor', 'owner', 'oncall'] },
    });
    expect(json).toMatchObject({
      changes: {
        roles: { added: ['engineering/organization-admin', 'engineering/organization-auditor'], removed: [] },
      },
    });
  });

  it('fails for a role that sync may not give', async () => {
    const claims = { orgs: ['eng'], roles: ['organization-service-account'] };
    expect(await login({ username: 'priya.raman', claims })).toMatchObject({ status: 500 });
  });

  it('merges both sources, userinfo over the ID token', async () => {
    await login({
      username: 'priya.raman',
      id_token_claims: { orgs: ['eng'], groups: ['eng-qa'], team: 'a' },
      user_info_claims: { groups: ['eng-search'] },
    });
    expect(await groupsOf('priya.raman')).toEqual(['engineering/search']);
    expect(await claimsOf('priya.raman')).toMatchObject({ groups: ['eng-search'], team: 'a' });
  });

  it('keeps claims that are named like members of objects', async () => {
    await login('{"username":"priya.raman","claims":{"orgs":["eng"],"__proto__":["x"],"constructor":{"__proto__":1}}}');
    const { text } = await owner.send('GET', '/debug/priya.raman/debug-link');
    expect(text).toContain('"__proto__":["x"],"constructor":{"__proto__":1}');
    const values = await owner.send('GET', '/settings/idpsync/field-values?claimField=__proto__');
    expect(values.text).toBe('["x"]\n');
  });

  it('checks the allow list on raw values, and the site-wide role claim', async () => {
    owner.simulator.applyScenario('only listed groups may log in');
    const answerTo = async (claims: object) => {
      const { status, json } = await login({ username: 'priya.raman', claims: { orgs: ['eng'], ...claims } });
      return [status, json];
    };
    const title = 'Not a member of an allowed group';
    expect(await answerTo({})).toEqual([403, { message: title, detail: 'You have no groups in your claims!' }]);
    expect(await answerTo({ groups: ['x'] })).toEqual([
      403,
      { message: title, detail: 'Ask an administrator to add one of your groups to the allow list.' },
    ]);
    expect(await answerTo({ groups: 'a,b' })).toMatchObject([400, {}]);
    expect(await answerTo({ groups: ['eng-leads'] })).toMatchObject([200, {}]);
    owner.simulator.applyScenario('site-wide roles come from a claim');
    expect(await answerTo({ groups: ['eng-leads'], site_roles: 7 })).toMatchObject([
      500,
      { message: 'Login disabled until site wide OIDC config is fixed' },
    ]);
    expect(await answerTo({ groups: ['eng-leads'], site_roles: ['coder-admins'] })).toMatchObject([
      200,
      { changes: { site_roles: { added: ['user-admin'], removed: [] } } },
    ]);
  });

  it('refuses unverified addresses, passwords only, and nobody', async () => {
    const claims = { email_verified: false };
    expect((await login({ username: 'priya.raman', claims })).text).toContain('Verify the');
    expect((await login({ username: 'owner' })).status).toBe(403);
    expect((await login({})).status).toBe(400);
    expect((await login('{')).status).toBe(400);
    expect((await login({ username: 'nobody' })).status).toBe(400);
  });

  it('signs new people up in the default organization', async () => {
    await owner.send('PATCH', `${organization}/config`, { field: '' });
    const { json } = await login({ email: 'new.one@example.com', claims: { groups: ['it-staff'] } });
    expect(json).toMatchObject({ user: { username: 'new-one' }, changes: { groups: { added: ['coder/it'] } } });
  });

  it('runs no sync that is not licensed', async () => {
    const before = await groupsOf('priya.raman');
    owner.simulator.applyScenario('not licensed');
    await login({ username: 'priya.raman', claims: {} });
    owner.simulator.state.deployment = { ...owner.simulator.state.deployment, features: ['template_rbac'] };
    expect(await groupsOf('priya.raman')).toEqual(before);
  });
});

describe('control', () => {
  it('lists accounts and scenarios', async () => {
    const client = testClient();
    expect((await client.send('GET', '/simulator/accounts')).json).toMatchObject({
      password: 'SomeSecret-1',
      accounts: accounts.map(({ email }) => ({ email })),
    });
    expect((await client.send('GET', '/simulator/scenarios')).json).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'the next save answers 500', kind: 'fault' })]),
    );
    expect((await client.send('POST', '/simulator/scenarios', { name: 'no such thing' })).status).toBe(400);
  });

  it('counts API requests without their queries, and forgets them', async () => {
    const client = testClient();
    await client.send('GET', '/users/me?coder_session_token=secret');
    await client.send('GET', '/simulator/accounts');
    expect((await client.send('GET', '/simulator/requests')).text).toBe(
      '[{"method":"GET","path":"/api/v2/users/me"}]\n',
    );
    await client.send('DELETE', '/simulator/requests');
    expect((await client.send('GET', '/simulator/requests')).text).toBe('[]\n');
  });

  it('resets data, sessions and faults, also to another scenario', async () => {
    const client = testClient();
    const owner = await client.as('owner');
    await owner.send('PATCH', groups, {});
    client.simulator.applyScenario('group settings answer 500');
    await client.send('POST', '/simulator/reset');
    expect((await owner.send('GET', groups)).status).toBe(401);
    const again = await client.as('owner');
    expect((await again.send('GET', groups)).text).toContain('"eng-backend"');
    await client.send('POST', '/simulator/reset', { scenario: 'nothing configured' });
    expect((await (await client.as('owner')).send('GET', groups)).text).toContain('"field":""');
    await client.send('POST', '/simulator/reset', {});
    expect((await (await client.as('owner')).send('GET', groups)).text).toContain('"eng-backend"');
  });
});
