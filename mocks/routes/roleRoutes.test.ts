import { beforeEach, describe, expect, it } from 'vitest';
import { type TestClient, testClient } from '../testClient.ts';

const path = '/organizations/engineering/members/roles';
const syncUpdate = { negate: false, resource_type: 'idpsync_settings', action: 'update' };

describe('roles', () => {
  let owner: TestClient;

  beforeEach(async () => {
    owner = await testClient().as('owner');
  });

  async function assignable(client: TestClient): Promise<string[]> {
    const { json } = await client.send('GET', path);
    return Array.isArray(json) ? json.filter((role) => role.assignable).map((role) => String(role.name)) : [];
  }

  it('list built-in and custom ones, but no hidden ones', async () => {
    const { json, text } = await owner.send('GET', path);
    const names = Array.isArray(json) ? json.map((role) => String(role.name)) : [];
    expect(names.sort()).toEqual([
      'agents-access',
      'organization-admin',
      'organization-auditor',
      'organization-template-admin',
      'organization-user-admin',
      'organization-workspace-access',
      'organization-workspace-creation-ban',
      'release-manager',
      'sync-reader',
      'template-publisher',
    ]);
    expect(text).toContain(
      '{"name":"template-publisher","organization_id":"daa66d13-5eed-4a00-8000-000000000002","display_name":"","site_permissions":[],"user_permissions":[],"organization_permissions":[{"negate":false,"resource_type":"template","action":"create"},{"negate":false,"resource_type":"template","action":"read"},{"negate":false,"resource_type":"file","action":"create"}],"organization_member_permissions":null,"assignable":true,"built_in":false}',
    );
  });

  it('are assignable as far as the caller goes', async () => {
    const client = testClient();
    expect(await assignable(await client.as('owner'))).toHaveLength(10);
    expect(await assignable(await client.as('org-admin'))).toHaveLength(10);
    expect(await assignable(await client.as('user-admin'))).toEqual(['organization-workspace-access', 'agents-access']);
    expect(await assignable(await client.as('member'))).toEqual([]);
  });

  it('list the site-wide ones', async () => {
    const { json } = await owner.send('GET', '/users/roles');
    expect(Array.isArray(json) && json.map(({ name, display_name }) => [name, display_name])).toEqual([
      ['owner', 'Owner'],
      ['auditor', 'Auditor'],
      ['template-admin', 'Template Admin'],
      ['user-admin', 'User Admin'],
    ]);
  });

  it('are created in lower case, changed and deleted', async () => {
    const body = { name: 'IdP-Operator', display_name: 'IdP operator', organization_permissions: [syncUpdate] };
    const created = await owner.send('POST', path, body);
    expect([created.status, created.text]).toEqual([
      200,
      '{"name":"idp-operator","organization_id":"daa66d13-5eed-4a00-8000-000000000002","display_name":"IdP operator","site_permissions":[],"user_permissions":[],"organization_permissions":[{"negate":false,"resource_type":"idpsync_settings","action":"update"}],"organization_member_permissions":null}\n',
    ]);
    expect((await owner.send('POST', path, body)).status).toBe(400);
    const invalid = { negate: false, resource_type: 'idpsync_settings', action: 'fly' };
    const changed = await owner.send('PUT', path, { ...body, organization_permissions: [syncUpdate, invalid] });
    expect(changed.json).toMatchObject({ organization_permissions: [syncUpdate] });
    expect((await owner.send('PUT', path, { ...body, name: 'unknown' })).status).toBe(404);
    expect((await owner.send('DELETE', `${path}/idp-operator`)).status).toBe(204);
    expect((await owner.send('DELETE', `${path}/idp-operator`)).status).toBe(404);
  });

  it.each([
    [{ name: 'has space' }, 'Validation failed.'],
    [{ name: 'organization-admin' }, 'Reserved role name'],
    [{ name: 'x', site_permissions: [syncUpdate] }, 'not allowed to assign site wide permissions'],
    [{ name: 'x', organization_permissions: [{ ...syncUpdate, negate: true }] }, 'Failed to update role permissions'],
    [{ name: 'x', organization_permissions: [{ ...syncUpdate, action: '*' }] }, 'Failed to update role permissions'],
    [{ name: 'x', organization_permissions: [{ ...syncUpdate, action: 'fly' }] }, 'Failed to update role permissions'],
  ])('refuse %j', async (body, message) => {
    const { status, text } = await owner.send('POST', path, body);
    expect([status, text]).toEqual([400, expect.stringContaining(message)]);
  });

  it('are taken from members when they are deleted, and stay in role sync', async () => {
    expect((await owner.send('GET', '/organizations/engineering/members/reader')).text).toContain('"sync-reader"');
    await owner.send('DELETE', `${path}/sync-reader`);
    expect((await owner.send('GET', '/organizations/engineering/members/reader')).text).not.toContain('"sync-reader"');
    expect((await owner.send('GET', '/organizations/engineering/settings/idpsync/roles')).text).toContain(
      '"sync-reader"',
    );
  });

  it('need a Premium feature to write', async () => {
    const client = testClient({ scenario: 'licensed without multiple organizations' });
    const { status, text } = await (await client.as('owner')).send('POST', path, { name: 'x' });
    expect([status, text]).toEqual([403, '{"message":"Custom Roles is a Premium feature. Contact sales!"}\n']);
  });
});
