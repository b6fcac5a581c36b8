import { describe, expect, it } from 'vitest';
import { groupId, organizationId } from '../seed/organizations.ts';
import { type Answer, stringAt, testClient } from '../testClient.ts';

const engineering = organizationId('engineering');
const list = '/organizations/engineering/groups';

function itemsOf({ json }: Answer): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}

function groupNamed(answer: Answer, name: string): unknown {
  return itemsOf(answer).find(
    (item) => typeof item === 'object' && item !== null && 'name' in item && item.name === name,
  );
}

describe('groups', () => {
  it('are listed with "Everyone", which has the id of the organization', async () => {
    const answer = await (await testClient().as('org-admin')).send('GET', list);
    expect(itemsOf(answer)).toHaveLength(25);
    expect(groupNamed(answer, 'Everyone')).toMatchObject({ id: engineering, source: 'user', display_name: '' });
    expect(groupNamed(answer, 'embedded / firmware')).toMatchObject({ source: 'oidc' });
    expect(groupNamed(answer, 'platform')).toMatchObject({
      display_name: 'Platform',
      organization_name: 'engineering',
      organization_display_name: 'Engineering',
    });
  });

  it('show a plain member their own groups, and nobody else in them', async () => {
    const answer = await (await testClient().as('member')).send('GET', list);
    expect(itemsOf(answer)).toHaveLength(1);
    const everyone = groupNamed(answer, 'Everyone');
    expect(everyone).toMatchObject({ members: [{ username: 'member' }] });
    expect(everyone).not.toMatchObject({ total_member_count: 1 });
  });

  it('are filtered by organization, member and ids, and by nothing else', async () => {
    const owner = await testClient().as('owner');
    const count = async (query: string) => itemsOf(await owner.send('GET', `/groups?${query}`)).length;
    expect(await count('')).toBe(66);
    expect(await count('organization=engineering')).toBe(25);
    expect(await count(`organization=${engineering}`)).toBe(25);
    expect(await count('has_member=owner')).toBe(2);
    expect(await count(`group_ids=${groupId('data', 'bi')},${groupId('emea', 'demo')}`)).toBe(2);
    expect((await owner.send('GET', `/groups?q=x&coder_session_token=${owner.token}`)).text).toBe(
      '{"message":"Query parameters have invalid values.","validations":[{"field":"q","detail":"Query param \\"q\\" is not a valid query param"},{"field":"coder_session_token","detail":"Query param \\"coder_session_token\\" is not a valid query param"}]}\n',
    );
  });

  it('ask for the feature before the session, but not below an organization', async () => {
    const client = testClient({ scenario: 'not licensed' });
    const gate = await client.send('GET', '/groups');
    expect([gate.status, gate.text]).toEqual([
      403,
      '{"message":"Template RBAC is a Premium feature. Contact sales!"}\n',
    ]);
    expect((await client.send('GET', list)).status).toBe(401);
    expect((await (await client.as('owner')).send('GET', list)).status).toBe(403);
  });

  it('are created, changed and deleted', async () => {
    const owner = await testClient().as('owner');
    const created = await owner.send('POST', list, { name: 'fresh', display_name: 'Fresh', quota_allowance: 3 });
    const id = stringAt(created.json, 'id');
    expect([created.status, created.text]).toEqual([
      201,
      `{"id":"${id}","name":"fresh","display_name":"Fresh","organization_id":"${engineering}","members":[],"total_member_count":0,"avatar_url":"","quota_allowance":3,"source":"user","organization_name":"engineering","organization_display_name":"Engineering"}\n`,
    ]);
    const { json: me } = await owner.send('GET', '/users/me');
    const changed = await owner.send('PATCH', `/groups/${id}`, { name: 'fresher', add_users: [stringAt(me, 'id')] });
    expect(changed.json).toMatchObject({ name: 'fresher', display_name: 'Fresh', total_member_count: 1 });
    const byName = await owner.send('GET', `${list}/fresher`);
    expect(byName.json).toMatchObject({ id, members: [{ username: 'owner' }] });
    expect((await owner.send('GET', `/groups/${id}?exclude_members=true`)).json).toMatchObject({
      members: [],
      total_member_count: 1,
    });
    expect((await owner.send('GET', `/groups/${id}/members`)).json).toMatchObject({
      users: [{ username: 'owner' }],
      count: 1,
    });
    await owner.send('PATCH', `/groups/${id}`, { remove_users: [stringAt(me, 'id')] });
    expect((await owner.send('GET', `/groups/${id}/members`)).text).toBe('{"users":null,"count":0}\n');
    expect((await owner.send('DELETE', `/groups/${id}`)).text).toBe('{"message":"Successfully deleted group!"}\n');
    expect((await owner.send('GET', `/groups/${id}`)).status).toBe(404);
  });

  it('list their members by user name, in pages', async () => {
    const owner = await testClient().as('owner');
    const page = async (query: string) => {
      const { json } = await owner.send('GET', `/groups/${engineering}/members?${query}`);
      const { users } = json && typeof json === 'object' && 'users' in json ? json : { users: [] };
      return Array.isArray(users) ? users.map(({ username }) => String(username)) : [];
    };
    const all = await page('');
    expect(all).toEqual([...all].sort());
    expect(await page('limit=2&offset=1')).toEqual(all.slice(1, 3));
  });

  it('refuse bad, reserved and taken names', async () => {
    const owner = await testClient().as('owner');
    const refused = async (body: unknown) => {
      const { status, text } = await owner.send('POST', list, body);
      return `${status} ${text}`;
    };
    expect(await refused({ name: 'has space' })).toBe(
      '400 {"message":"Validation failed.","validations":[{"field":"name","detail":"Validation failed for tag \\"group_name\\" with value: \\"has space\\""}]}\n',
    );
    expect(await refused({})).toContain('tag \\"required\\"');
    expect(await refused({ name: 'new' })).toContain('400 ');
    expect(await refused({ name: 'Everyone' })).toBe(
      '400 {"message":"\\"Everyone\\" is a reserved keyword and cannot be used for a group name."}\n',
    );
    expect(await refused({ name: 'platform' })).toBe(
      '409 {"message":"A group named \\"platform\\" already exists."}\n',
    );
    const platform = groupId('engineering', 'platform');
    expect((await owner.send('PATCH', `/groups/${platform}`, { name: 'qa' })).status).toBe(409);
    expect((await owner.send('PATCH', `/groups/${platform}`, { add_users: ['x'] })).text).toContain('valid user UUID');
    expect((await owner.send('PATCH', `/groups/${platform}`, { add_users: [engineering] })).status).toBe(412);
    expect((await owner.send('PATCH', `/groups/${engineering}`, { name: 'all' })).status).toBe(400);
    for (const body of [{ display_name: 'All' }, { avatar_url: '/x.png' }, { quota_allowance: 5 }]) {
      expect((await owner.send('PATCH', `/groups/${engineering}`, body)).status).toBe(400);
    }
    expect((await owner.send('DELETE', `/groups/${engineering}`)).status).toBe(400);
  });

  it('answer 500 to those who may see and not change them', async () => {
    const auditor = await testClient().as('auditor');
    const platform = groupId('engineering', 'platform');
    for (const [method, path, body] of [
      ['POST', list, { name: 'x' }],
      ['PATCH', `/groups/${platform}`, { display_name: 'x' }],
      ['DELETE', `/groups/${platform}`, undefined],
    ] as const) {
      const { status, text } = await auditor.send(method, path, body);
      expect([status, text]).toEqual([
        500,
        '{"message":"An internal server error occurred.","detail":"unauthorized: rbac: forbidden"}\n',
      ]);
    }
  });
});
