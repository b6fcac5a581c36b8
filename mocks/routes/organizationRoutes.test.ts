import { beforeEach, describe, expect, it } from 'vitest';
import { stringAt, type TestClient, testClient } from '../testClient.ts';

describe('organizations', () => {
  let owner: TestClient;

  beforeEach(async () => {
    owner = await testClient().as('owner');
  });

  it('are those that the caller can read, without deleted ones', async () => {
    const count = async (account: string) => {
      const { json } = await (await owner.as(account)).send('GET', '/organizations');
      return Array.isArray(json) ? json.length : json;
    };
    expect(await count('owner')).toBe(6);
    expect(await count('user-admin')).toBe(6);
    expect(await count('org-admin')).toBe(2);
    expect((await owner.send('GET', '/organizations/engineering')).text).toBe(
      '{"id":"daa66d13-5eed-4a00-8000-000000000002","name":"engineering","display_name":"Engineering","icon":"/emojis/2699.png","description":"Product engineering.","created_at":"2026-01-05T09:00:00Z","updated_at":"2026-01-05T09:00:00Z","is_default":false,"default_org_member_roles":["organization-workspace-access"]}\n',
    );
    expect((await owner.send('GET', '/users/priya.raman/organizations')).json).toHaveLength(2);
  });

  it('are created with their creator, changed and deleted', async () => {
    const { status, json } = await owner.send('POST', '/organizations', { name: 'apac' });
    expect([status, json]).toMatchObject([201, { name: 'apac', display_name: 'apac', is_default: false }]);
    expect((await owner.send('GET', `/groups?organization=${stringAt(json, 'id')}`)).json).toMatchObject([
      { name: 'Everyone', total_member_count: 1 },
    ]);
    const changed = await owner.send('PATCH', '/organizations/apac', { display_name: 'APAC' });
    expect(changed.json).toMatchObject({ name: 'apac', display_name: 'APAC' });
    expect((await owner.send('DELETE', '/organizations/apac')).text).toBe(
      '{"message":"Organization has been deleted."}\n',
    );
    expect((await owner.send('GET', '/organizations/apac')).status).toBe(404);
  });

  it.each([
    [{ name: 'not a name' }, 400, 'tag \\"organization_name\\"'],
    [{}, 400, 'tag \\"required\\"'],
    [{ name: 'x', display_name: ' x' }, 400, 'tag \\"organization_display_name\\"'],
    [{ name: 'default' }, 400, 'reserved'],
    [{ name: 'Engineering' }, 409, 'Organization already exists with that name.'],
  ])('refuse %j', async (body, status, text) => {
    const answer = await owner.send('POST', '/organizations', body);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(text)]);
  });

  it('stay while they are the default one or have groups', async () => {
    expect((await owner.send('DELETE', '/organizations/default')).status).toBe(400);
    const { status, text } = await owner.send('DELETE', '/organizations/contractors');
    expect([status, text]).toEqual([500, expect.stringContaining('2 groups')]);
  });

  it('keep their default member roles without the experiment', async () => {
    const set = (roles: readonly string[]) =>
      owner.send('PATCH', '/organizations/engineering', { default_org_member_roles: roles });
    expect((await set([])).status).toBe(403);
    expect((await set(['organization-workspace-access'])).status).toBe(200);
    const { state } = owner.simulator;
    state.deployment = { ...state.deployment, experiments: ['minimum-implicit-member'] };
    expect((await set(['organization-auditor'])).status).toBe(200);
    expect((await set(['sync-reader'])).status).toBe(400);
  });
});
