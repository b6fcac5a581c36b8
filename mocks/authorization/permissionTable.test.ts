import { describe, expect, it } from 'vitest';
import { groupId, organizationId } from '../seed/organizations.ts';
import { stringAt, type TestClient, testClient } from '../testClient.ts';

const engineering = organizationId('engineering');
const group = '/organizations/engineering/settings/idpsync/groups';
const role = '/organizations/engineering/settings/idpsync/roles';
const elsewhere = '/organizations/data/settings/idpsync/groups';
const organization = '/settings/idpsync/organization';

const requests = {
  'read group sync': ['GET', group],
  'write group sync': ['PATCH', `${group}/mapping`, {}],
  'read role sync': ['GET', role],
  'write role sync': ['PATCH', `${role}/mapping`, {}],
  'claim fields': ['GET', '/organizations/engineering/settings/idpsync/available-fields'],
  'sync elsewhere': ['GET', elsewhere],
  'read organization sync': ['GET', organization],
  'write organization sync': ['PATCH', `${organization}/mapping`, {}],
  'all claim fields': ['GET', '/settings/idpsync/available-fields'],
  'deployment config': ['GET', '/deployment/config'],
  'debug link': ['GET', '/debug/priya.raman/debug-link'],
  'audit log': ['GET', '/audit'],
  'list roles': ['GET', '/organizations/engineering/members/roles'],
  'all members': ['GET', '/organizations/engineering/paginated-members'],
  'create group': ['POST', '/organizations/engineering/groups', { name: 'fresh' }],
  'create role': ['POST', '/organizations/engineering/members/roles', { name: 'fresh' }],
  'create organization': ['POST', '/organizations', { name: 'fresh' }],
  'update organization': ['PATCH', '/organizations/engineering', { description: 'x' }],
} as const;

/** Account → status of each request above, in its order. */
const table: Readonly<Record<string, readonly number[]>> = {
  owner: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 201, 200, 201, 200],
  'user-admin': [200, 200, 200, 200, 200, 200, 200, 200, 200, 403, 403, 403, 200, 200, 201, 404, 500, 403],
  'org-admin': [200, 200, 200, 200, 200, 404, 403, 403, 403, 403, 403, 200, 200, 200, 201, 200, 500, 200],
  'org-user-admin': [200, 200, 200, 200, 200, 404, 403, 403, 403, 403, 403, 403, 200, 200, 201, 404, 500, 403],
  reader: [200, 403, 200, 403, 200, 404, 403, 403, 403, 403, 403, 403, 200, 200, 500, 404, 500, 403],
  member: [403, 403, 403, 403, 403, 404, 403, 403, 403, 403, 403, 403, 200, 404, 500, 404, 500, 403],
  auditor: [403, 403, 403, 403, 403, 403, 403, 403, 403, 200, 403, 200, 200, 200, 500, 404, 500, 403],
  'template-admin': [403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 200, 200, 500, 404, 500, 403],
};

async function authcheck(client: TestClient, object: object, action: string): Promise<unknown> {
  const { json } = await client.send('POST', '/authcheck', { checks: { it: { object, action } } });
  return typeof json === 'object' && json !== null && 'it' in json ? json.it : json;
}

describe('permissions', () => {
  it.each(Object.entries(table))('of %s', async (account, expected) => {
    const client = await testClient().as(account);
    const got: Record<string, number> = {};
    for (const [name, [method, path, body]] of Object.entries(requests)) {
      got[name] = (await client.send(method, path, body)).status;
    }
    expect(got).toEqual(Object.fromEntries(Object.keys(requests).map((name, index) => [name, expected[index]])));
  });

  it.each(Object.keys(table))('of %s are the same in authcheck as in the handlers', async (account) => {
    const client = await testClient().as(account);
    const inEngineering = { resource_type: 'idpsync_settings', organization_id: engineering };
    const anywhere = { resource_type: 'idpsync_settings' };
    for (const [path, object, action, method] of [
      [group, inEngineering, 'read', 'GET'],
      [`${group}/mapping`, inEngineering, 'update', 'PATCH'],
      [organization, anywhere, 'read', 'GET'],
      [`${organization}/mapping`, anywhere, 'update', 'PATCH'],
      ['/deployment/config', { resource_type: 'deployment_config' }, 'read', 'GET'],
      ['/debug/priya.raman/debug-link', { resource_type: 'debug_info' }, 'read', 'GET'],
      ['/audit', { resource_type: 'audit_log', any_org: true }, 'read', 'GET'],
    ] as const) {
      const { status } = await client.send(method, path, method === 'GET' ? undefined : {});
      expect([path, await authcheck(client, object, action)]).toEqual([path, status === 200]);
    }
  });

  it('of people who list all users', async () => {
    const client = testClient();
    const counts: Record<string, unknown> = {};
    for (const account of Object.keys(table)) {
      const { json } = await (await client.as(account)).send('GET', '/users?limit=1');
      counts[account] = typeof json === 'object' && json !== null && 'count' in json ? json.count : json;
    }
    const all = 400;
    expect(counts).toEqual({
      owner: all,
      'user-admin': all,
      'org-admin': all,
      'org-user-admin': all,
      reader: 1,
      member: 1,
      auditor: all,
      'template-admin': all,
    });
  });
});

describe('authcheck', () => {
  it('answers denied and unknown things with false', async () => {
    const member = await testClient().as('member');
    const { text } = await member.send('POST', '/authcheck', {
      checks: {
        b: { object: { resource_type: 'idpsync_settings', any_org: true }, action: 'read' },
        a: { object: { resource_type: 'user', owner_id: 'me' }, action: 'read_personal' },
        c: { object: { resource_type: 'no_such_thing' }, action: 'read' },
        d: { object: { resource_type: 'organization', organization_id: 'engineering' }, action: 'read' },
        e: { object: { resource_type: 'organization', organization_id: engineering }, action: 'frobnicate' },
        f: { object: { resource_type: 'organization', organization_id: engineering }, action: 'read' },
      },
    });
    expect(text).toBe('{"a":true,"b":false,"c":false,"d":false,"e":false,"f":true}\n');
  });

  it('knows what is stored behind an id, whatever the check says beside it', async () => {
    const client = testClient();
    const check = async (account: string, resource_type: string, resource_id: string, rest: object = {}) =>
      authcheck(await client.as(account), { resource_type, resource_id, ...rest }, 'read');
    const nowhere = '11111111-1111-4111-8111-111111111111';
    for (const type of ['group', 'user', 'workspace', 'template']) {
      expect([type, await check('owner', type, nowhere)]).toEqual([type, false]);
    }
    expect(await check('owner', 'group', 'no UUID')).toBe(false);
    expect(await check('owner', 'group', groupId('engineering', 'backend'))).toBe(true);
    expect(await check('member', 'group', engineering)).toBe(true);
    expect(await check('member', 'group', organizationId('data'), { organization_id: engineering })).toBe(false);
    const { json: owner } = await (await client.as('owner')).send('GET', '/users/me');
    expect(await check('org-admin', 'user', stringAt(owner, 'id'))).toBe(true);
    expect(await check('member', 'user', stringAt(owner, 'id'), { owner_id: 'me' })).toBe(false);
  });

  it('refuses a check without a type, too many ids, and ids of what has none', async () => {
    const owner = await testClient().as('owner');
    const send = async (checks: object) => (await owner.send('POST', '/authcheck', { checks })).text;
    expect(await send({ k: { object: {}, action: 'read' } })).toContain('must be defined for key');
    const withId = { object: { resource_type: 'user', resource_id: engineering }, action: 'read' };
    const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [index, withId]));
    expect(await send(eleven)).toContain('up to 10 times');
    const wrong = { object: { resource_type: 'license', resource_id: engineering }, action: 'read' };
    expect(await send({ k: wrong })).toContain('does not support');
  });
});
