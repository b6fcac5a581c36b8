import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { accountPassword } from '../seed/accounts.ts';
import { groupId, organizationId } from '../seed/organizations.ts';
import { createSimulator, type Simulator } from '../simulator.ts';
import { type Exchange, type Received, replay } from './recorded.ts';
import * as wire from './wireTypes.ts';

// What Coder's own dashboard sends around and on its pages for IdP sync: cookies, and a CSRF token with each write.

const engineering = organizationId('engineering');
const csrfBytes = crypto.getRandomValues(new Uint8Array(32));
const csrfCookie = Buffer.from(csrfBytes).toString('base64');
let simulator: Simulator;
let session: string;

/** `nosurf`: a pad, then the token under that pad. */
function csrfHeader(): string {
  const pad = crypto.getRandomValues(new Uint8Array(32));
  const masked = csrfBytes.map((byte, index) => byte ^ (pad[index] ?? 0));
  return Buffer.concat([pad, masked]).toString('base64');
}

function asDashboard(exchange: Exchange): Promise<Received> {
  return replay(simulator, {
    ...exchange,
    headers: {
      Origin: 'http://coder.test',
      Cookie: `coder_session_token=${session}; csrf_token=${csrfCookie}`,
      'X-CSRF-TOKEN': csrfHeader(),
      ...exchange.headers,
    },
  });
}

/** As the sign-in page does, before there is a session. */
async function signIn(account: string): Promise<void> {
  const { headers } = await replay(simulator, {
    send: 'POST /users/login',
    body: { email: `${account}@example.com`, password: accountPassword },
    status: 201,
    answer: wire.sessionToken,
  });
  const cookie = headers.get('Set-Cookie') ?? '';
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).toMatch(/; SameSite=Lax/);
  session = /^coder_session_token=([^;]+)/.exec(cookie)?.[1] ?? '';
}

beforeEach(async () => {
  simulator = createSimulator();
  await signIn('owner');
});

const can = (resource_type: string, action: string, rest: object = {}) => ({
  object: { resource_type, ...rest },
  action,
});
const any = { any_org: true };

/** Site-wide checks. */
const siteChecks = {
  viewOrganizationIDPSyncSettings: can('idpsync_settings', 'read'),
  viewAnyIdpSyncSettings: can('idpsync_settings', 'read', any),
  viewDeploymentConfig: can('deployment_config', 'read'),
  editDeploymentConfig: can('deployment_config', 'update'),
  viewAllUsers: can('user', 'read'),
  viewAnyGroup: can('group', 'read'),
  createOrganization: can('organization', 'create'),
  editAnySettings: can('organization', 'update', any),
  viewAnyMembers: can('organization_member', 'read', any),
  editAnyGroups: can('group', 'update', any),
  assignAnyRoles: can('assign_org_role', 'assign', any),
  viewAnyAuditLog: can('audit_log', 'read', any),
  viewDebugInfo: can('debug_info', 'read'),
  viewAllLicenses: can('license', 'read'),
};

function organizationChecks(id: string) {
  const here = { organization_id: id };
  return {
    [`${id}.viewIdpSyncSettings`]: can('idpsync_settings', 'read', here),
    [`${id}.editIdpSyncSettings`]: can('idpsync_settings', 'update', here),
    [`${id}.viewMembers`]: can('organization_member', 'read', here),
    [`${id}.editMembers`]: can('organization_member', 'update', here),
    [`${id}.createGroup`]: can('group', 'create', here),
    [`${id}.viewGroups`]: can('group', 'read', here),
    [`${id}.editGroups`]: can('group', 'update', here),
    [`${id}.editSettings`]: can('organization', 'update', here),
    [`${id}.viewOrgRoles`]: can('assign_org_role', 'read', here),
    [`${id}.assignOrgRoles`]: can('assign_org_role', 'assign', here),
    [`${id}.createOrgRoles`]: can('assign_org_role', 'create', here),
    [`${id}.updateOrgRoles`]: can('assign_org_role', 'update', here),
    [`${id}.deleteOrgRoles`]: can('assign_org_role', 'delete', here),
  };
}

const verdicts = z.record(z.string(), z.boolean());

async function authcheck(checks: object): Promise<Record<string, boolean>> {
  const { json } = await asDashboard({ send: 'POST /authcheck', body: { checks }, status: 200, answer: verdicts });
  return verdicts.parse(json);
}

test('what it loads before any page', async () => {
  await asDashboard({ send: 'GET /buildinfo', status: 200, answer: wire.buildInfo });
  await asDashboard({ send: 'GET /users/authmethods', status: 200, answer: wire.authMethods });
  await asDashboard({ send: 'GET /users/first', status: 200, answer: wire.message });
  await asDashboard({ send: 'GET /users/me', status: 200, answer: wire.user });
  await asDashboard({ send: 'GET /users/me/appearance', status: 200, answer: wire.userAppearance });
  await asDashboard({ send: 'GET /entitlements', status: 200, answer: wire.entitlements });
  await asDashboard({ send: 'GET /experiments', status: 200, answer: wire.strings });
  await asDashboard({ send: 'GET /appearance', status: 200, answer: wire.appearance });
  await asDashboard({ send: 'GET /regions', status: 200, answer: wire.regions });
  await asDashboard({ send: 'GET /organizations', status: 200, answer: wire.organizations });
});

test('the sign-in page, before there is a session', async () => {
  for (const [send, answer] of [
    ['GET /buildinfo', wire.buildInfo],
    ['GET /users/authmethods', wire.authMethods],
    ['GET /users/first', wire.message],
    ['GET /appearance', wire.appearance],
    ['GET /entitlements', wire.entitlements],
  ] as const) {
    await replay(simulator, { send, status: 200, answer });
  }
  await replay(simulator, { send: 'GET /users/me', status: 401, answer: wire.messageWithDetail });
});

test('every check is answered, by its own key', async () => {
  const site = await authcheck(siteChecks);
  expect(Object.keys(site).sort()).toEqual(Object.keys(siteChecks).sort());
  expect(Object.values(site)).not.toContain(false);
  const checks = { ...organizationChecks(engineering), ...organizationChecks(organizationId('emea')) };
  const organization = await authcheck(checks);
  expect(Object.keys(organization).sort()).toEqual(Object.keys(checks).sort());
  expect(Object.values(organization)).not.toContain(false);
});

test('checks of an organization admin', async () => {
  await signIn('org-admin');
  const site = await authcheck(siteChecks);
  expect(
    Object.keys(site)
      .filter((key) => site[key])
      .sort(),
  ).toEqual([
    'assignAnyRoles',
    'editAnyGroups',
    'editAnySettings',
    'viewAllUsers',
    'viewAnyAuditLog',
    'viewAnyIdpSyncSettings',
    'viewAnyMembers',
  ]);
  expect(Object.values(await authcheck(organizationChecks(engineering)))).not.toContain(false);
  const elsewhere = await authcheck(organizationChecks(organizationId('emea')));
  expect(Object.values(elsewhere)).not.toContain(true);
});

test('the page of an organization', async () => {
  await asDashboard({ send: 'GET /organizations/engineering', status: 200, answer: wire.oneOrganization });
  const path = '/organizations/engineering';
  await asDashboard({ send: `GET ${path}/settings/idpsync/groups`, status: 200, answer: wire.groupSync });
  await asDashboard({ send: `GET ${path}/settings/idpsync/roles`, status: 200, answer: wire.roleSync });
  await asDashboard({ send: `GET ${path}/groups`, status: 200, answer: wire.groups });
  await asDashboard({ send: `GET ${path}/members/roles`, status: 200, answer: wire.roles });
  const { json } = await asDashboard({
    send: `GET ${path}/settings/idpsync/field-values?claimField=groups`,
    status: 200,
    answer: wire.strings,
  });
  expect(json).toContain('platform-admins');
  await asDashboard({
    send: `GET ${path}/settings/idpsync/field-values?claimField=nobody-sends-it`,
    status: 200,
    answer: wire.strings,
  });
});

test('a save of groups: the whole object, then what is there now', async () => {
  const path = '/organizations/engineering/settings/idpsync/groups';
  const body = {
    field: 'groups',
    mapping: { 'eng-backend': [groupId('engineering', 'backend')] },
    regex_filter: '',
    auto_create_missing_groups: false,
  };
  const saved = await asDashboard({ send: `PATCH ${path}`, body, status: 200, answer: wire.groupSync });
  expect(saved.json).toEqual(body);
  expect((await asDashboard({ send: `GET ${path}`, status: 200, answer: wire.groupSync })).json).toEqual(body);
});

test('a save of roles', async () => {
  const path = '/organizations/engineering/settings/idpsync/roles';
  const body = { field: 'roles', mapping: { platform: ['organization-admin'] } };
  await asDashboard({ send: `PATCH ${path}`, body, status: 200, answer: wire.roleSync });
  expect((await asDashboard({ send: `GET ${path}`, status: 200, answer: wire.roleSync })).json).toEqual(body);
});

test('the page of the deployment, and a save', async () => {
  const path = '/settings/idpsync/organization';
  await asDashboard({ send: `GET ${path}`, status: 200, answer: wire.organizationSync });
  await asDashboard({
    send: 'GET /settings/idpsync/field-values?claimField=organizations',
    status: 200,
    answer: wire.strings,
  });
  const body = {
    field: 'organizations',
    mapping: { emea: [organizationId('emea')] },
    organization_assign_default: true,
  };
  await asDashboard({ send: `PATCH ${path}`, body, status: 200, answer: wire.organizationSync });
  expect((await asDashboard({ send: `GET ${path}`, status: 200, answer: wire.organizationSync })).json).toEqual(body);
});

test('a write with the cookie and no CSRF token is a 400 in plain text, and changes nothing', async () => {
  const url = 'http://coder.test/api/v2/settings/idpsync/organization';
  const Cookie = `coder_session_token=${session}; csrf_token=${csrfCookie}`;
  const before = await (await simulator.fetch(new Request(url, { headers: { Cookie } }))).text();
  for (const token of [undefined, '', 'nonsense', csrfCookie, Buffer.alloc(64).toString('base64')]) {
    const response = await simulator.fetch(
      new Request(url, {
        method: 'PATCH',
        headers: { Cookie, ...(token !== undefined && { 'X-CSRF-TOKEN': token }) },
        body: '{"field":"x"}',
      }),
    );
    expect(response.status, token).toBe(400);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(response.headers.get('X-Coder-Build-Version')).not.toBeNull();
  }
  expect(await (await simulator.fetch(new Request(url, { headers: { Cookie } }))).text()).toBe(before);
});

test('sign out takes the cookie away', async () => {
  const { headers } = await asDashboard({ send: 'POST /users/logout', status: 200, answer: wire.message });
  expect(headers.get('Set-Cookie')).toMatch(/^coder_session_token=;.*Max-Age=0/);
  await asDashboard({ send: 'GET /users/me', status: 401, answer: wire.messageWithDetail });
});
