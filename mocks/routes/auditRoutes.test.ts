import { beforeEach, describe, expect, it } from 'vitest';
import { type TestClient, testClient } from '../testClient.ts';

const groups = '/organizations/contractors/settings/idpsync/groups';

interface Log {
  readonly audit_logs: readonly Record<string, unknown>[];
  readonly count: number;
}

async function logs(client: TestClient, query = ''): Promise<Log> {
  const { json } = await client.send('GET', `/audit?${query}`);
  if (typeof json === 'object' && json !== null && 'audit_logs' in json && 'count' in json) {
    const { audit_logs, count } = json;
    if (Array.isArray(audit_logs) && typeof count === 'number') return { audit_logs, count };
  }
  throw new Error(JSON.stringify(json));
}

describe('audit log', () => {
  let owner: TestClient;

  beforeEach(async () => {
    owner = await testClient({ now: () => new Date('2026-06-02T10:00:00Z') }).as('owner');
  });

  async function diffAfter(suffix: string, body: unknown, path = groups): Promise<string> {
    await owner.send('PATCH', `${path}${suffix}`, body);
    const { text } = await owner.send('GET', '/audit?limit=1');
    return text.replace(/^.*"diff":(.*),"status_code".*\n$/, '$1');
  }

  it('tells what has changed, newest first, with nil left out', async () => {
    expect(await diffAfter('/config', { field: 'groups' })).toBe('{"field":{"old":"","new":"groups","secret":false}}');
    expect(await diffAfter('', { field: 'groups', mapping: { a: [] } })).toBe(
      '{"mapping":{"old":{},"new":{"a":[]},"secret":false}}',
    );
    expect(await diffAfter('', { field: 'groups', mapping: { a: [] } })).toBe('{}');
  });

  it('counts nil and an empty mapping as different', async () => {
    expect(await diffAfter('', {})).toBe('{"mapping":{"new":{},"secret":false}}');
  });

  it('has nothing to say about a regex but that it changed', async () => {
    await diffAfter('', {});
    expect(await diffAfter('', { regex_filter: '^x' })).toBe('{"regex_filter":{"old":{},"new":{},"secret":false}}');
  });

  it('names the flag of organization sync as the database does', async () => {
    expect(await diffAfter('/config', { field: 'orgs' }, '/settings/idpsync/organization')).toBe(
      '{"assign_default":{"old":true,"new":false,"secret":false}}',
    );
  });

  it('writes a whole entry', async () => {
    await owner.send('PATCH', `${groups}/config`, { field: 'groups' }, { 'User-Agent': 'test' });
    const { text } = await owner.send('GET', '/audit?limit=1');
    const ids = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;
    expect(text.replace(ids, 'ID').replace(ids, 'ID')).toBe(
      '{"audit_logs":[{"id":"ID","request_id":"ID","time":"2026-06-02T10:00:00Z","ip":"127.0.0.1","user_agent":"test","resource_type":"idp_sync_settings_group","resource_id":"51a51c00-0000-0000-0000-000000000000","resource_target":"Organization Group Sync","resource_icon":"","action":"write","diff":{"field":{"old":"","new":"groups","secret":false}},"status_code":200,"additional_fields":{},"description":"{user} updated settings {target}","resource_link":"","is_deleted":false,"organization_id":"538453d7-5eed-4a00-8000-000000000006","organization":{"id":"538453d7-5eed-4a00-8000-000000000006","name":"contractors","display_name":"Contractors \\u0026 Partners","icon":""},"user":{"id":"3c6ef362-5eed-4c00-8000-000000000001","username":"owner","name":"Olivia Berger","email":"owner@example.com","created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T09:00:00Z","last_seen_at":"2026-06-02T10:00:00Z","status":"active","login_type":"password","organization_ids":["3c6ef362-5eed-4a00-8000-000000000001","daa66d13-5eed-4a00-8000-000000000002"],"roles":[{"name":"owner","display_name":"Owner"}],"has_ai_seat":false}}],"count":9,"count_cap":2000}\n',
    );
  });

  it('holds failed attempts that reached the handler, and no others', async () => {
    const member = await owner.as('member');
    const path = '/organizations/engineering/settings/idpsync/groups';
    const before = (await logs(owner)).count;
    await owner.send('PATCH', path, '{');
    await member.send('PATCH', path, {});
    await member.send('PATCH', '/organizations/data/settings/idpsync/groups', {});
    await testClient().send('PATCH', path, {});
    const { audit_logs, count } = await logs(owner);
    expect(count - before).toBe(2);
    expect(audit_logs[0]).toMatchObject({
      status_code: 403,
      diff: {},
      description: '{user} unsuccessfully attempted to write settings {target}',
      user: { username: 'member' },
    });
    expect(audit_logs[1]).toMatchObject({ status_code: 400, diff: {} });
  });

  it('shows an organization admin the entries of the own organization only', async () => {
    const { audit_logs } = await logs(await owner.as('org-admin'));
    expect(new Set(audit_logs.map(({ organization_id }) => organization_id))).toEqual(
      new Set(['daa66d13-5eed-4a00-8000-000000000002']),
    );
  });

  it('is searched, and can be paged', async () => {
    const count = async (q: string) => (await logs(owner, `q=${encodeURIComponent(q)}`)).count;
    expect((await logs(owner)).count).toBe(8);
    expect(await count('resource_type:idp_sync_settings_organization')).toBe(2);
    expect(await count('idp_sync_settings_role')).toBe(2);
    expect(await count('organization:engineering action:write')).toBe(5);
    expect(await count('username:org-admin')).toBe(3);
    expect(await count('email:user-admin@example.com date_from:2026-05-01')).toBe(1);
    expect(await count('date_to:2026-01-12')).toBe(2);
    expect(await count('resource_target:"Organization Sync"')).toBe(0);
    expect(await count('build_reason:autostart')).toBe(0);
    expect(await count('username:78dde6c4-5eed-4c00-8000-000000000003')).toBe(0);
    const { users } = owner.simulator.state;
    for (const user of users.values()) {
      if (user.username === 'user-admin') users.set(user.id, { ...user, email: 'User-Admin@Example.com' });
    }
    expect(await count('email:user-admin@example.com date_from:2026-05-01')).toBe(1);
    expect((await logs(owner, 'limit=3&offset=6')).audit_logs).toHaveLength(2);
  });

  it.each(['shoe:42', 'resource_type:nothing', 'date_from:yesterday', 'a:b:c', 'organization:nope'])(
    'refuses to search for %s',
    async (q) => {
      const { status, json } = await owner.send('GET', `/audit?q=${encodeURIComponent(q)}`);
      expect([status, json]).toMatchObject([400, { message: 'Invalid audit search query.' }]);
    },
  );

  it('is not written without the feature, and stays readable', async () => {
    owner.simulator.applyScenario('not licensed');
    await owner.send('PATCH', `${groups}/config`, { field: 'groups' });
    expect((await logs(owner)).count).toBe(8);
  });
});
