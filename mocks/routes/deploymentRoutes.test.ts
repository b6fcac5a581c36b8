import { describe, expect, it } from 'vitest';
import { testClient } from '../testClient.ts';

function at(json: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => new Map(Object.entries(Object(value))).get(key), json);
}

describe('deployment', () => {
  it('shows its OIDC flags with where they come from, and no secrets', async () => {
    const { json } = await (await testClient().as('auditor')).send('GET', '/deployment/config');
    expect(at(json, 'config', 'oidc')).toMatchObject({
      groups_field: 'groups',
      group_regex_filter: '.*',
      group_allow_list: null,
      user_role_field: '',
      organization_assign_default: true,
      client_secret: '',
      scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
    });
    const options = at(json, 'options');
    const byEnv = (env: string) => (Array.isArray(options) ? options.find((option) => option.env === env) : undefined);
    expect(byEnv('CODER_OIDC_GROUP_FIELD')).toEqual({
      name: 'OIDC Group Field',
      description: 'Claim field that holds the groups of a user.',
      flag: 'oidc-group-field',
      env: 'CODER_OIDC_GROUP_FIELD',
      yaml: 'groupsField',
      value: 'groups',
      group: { name: 'OIDC', yaml: 'oidc' },
      value_source: 'env',
    });
    expect(byEnv('CODER_OIDC_ALLOWED_GROUPS')).toMatchObject({ flag: 'oidc-allowed-groups', value: null });
    expect(byEnv('CODER_OIDC_CLIENT_SECRET')).toMatchObject({ value: null, annotations: { secret: 'true' } });
    expect(byEnv('CODER_OIDC_ORGANIZATION_FIELD')).not.toHaveProperty('value_source');
    expect(byEnv('CODER_OIDC_ORGANIZATION_FIELD')).toMatchObject({ hidden: true, value: '' });
    expect(byEnv('CODER_OIDC_GROUP_REGEX_FILTER')).toMatchObject({ value: '.*', value_source: 'default' });
  });

  it('has a group field as soon as the scopes have groups', async () => {
    const owner = await testClient({ scenario: 'nothing configured' }).as('owner');
    const { json } = await owner.send('GET', '/deployment/config');
    expect(at(json, 'config', 'oidc')).toMatchObject({ groups_field: '', scopes: ['openid', 'profile', 'email'] });
  });

  it('says to everybody what it is and what it is licensed for', async () => {
    const client = testClient();
    expect((await client.send('GET', '/buildinfo')).json).toMatchObject({ version: 'v2.34.0+69f9b0e' });
    const { json } = await client.send('GET', '/entitlements');
    expect(json).toMatchObject({ has_license: true, trial: false, warnings: [], errors: [] });
    expect(at(json, 'features', 'template_rbac')).toEqual({ entitlement: 'entitled', enabled: true });
    expect(at(json, 'features', 'workspace_proxy')).toEqual({ entitlement: 'not_entitled', enabled: false });
    client.simulator.applyScenario('not licensed');
    const none = (await client.send('GET', '/entitlements')).json;
    expect(none).toMatchObject({ has_license: false });
    expect(at(none, 'features', 'template_rbac')).toEqual({ entitlement: 'not_entitled', enabled: false });
  });

  it('serves sync settings without a licence, and not without the enterprise code', async () => {
    const client = testClient({ scenario: 'not licensed' });
    const owner = await client.as('owner');
    const path = '/organizations/engineering/settings/idpsync/groups';
    expect((await owner.send('PATCH', `${path}/config`, { field: 'groups' })).status).toBe(200);
    client.simulator.applyScenario('an AGPL build without enterprise routes');
    const answers: string[] = [];
    for (const to of [path, '/settings/idpsync/organization', '/groups', '/entitlements']) {
      const { status, text } = await owner.send('GET', to);
      answers.push(`${status} ${text}`);
    }
    expect(new Set(answers)).toEqual(new Set(['404 {"message":"Route not found."}\n']));
    expect((await client.send('GET', path)).status).toBe(401);
    expect((await owner.send('GET', '/organizations/nope/settings/idpsync/groups')).text).toContain(
      'Resource not found',
    );
    expect((await owner.send('GET', '/organizations')).status).toBe(200);
  });

  it('lists its experiments after a login', async () => {
    const client = testClient();
    expect((await client.send('GET', '/experiments')).status).toBe(401);
    expect((await (await client.as('member')).send('GET', '/experiments')).text).toBe('[]\n');
  });
});
