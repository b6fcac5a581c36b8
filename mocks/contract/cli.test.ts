import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { groupId, organizationId } from '../seed/organizations.ts';
import { createSimulator, type Simulator } from '../simulator.ts';
import { clientOf, stringAt } from '../testClient.ts';
import { type Exchange, type Received, replay } from './recorded.ts';
import * as wire from './wireTypes.ts';

// What `coder` 2.34 sends, command by command.

const engineering = organizationId('engineering');
let simulator: Simulator;
/** The key that `coder login` made. */
let key: string;

function asCli(exchange: Exchange, token = key): Promise<Received> {
  return replay(simulator, {
    ...exchange,
    headers: {
      'User-Agent': 'coder-cli/v2.34.0 (linux/amd64; coder)',
      'Coder-CLI-Telemetry': 'eyJjb21tYW5kIjoib3JnYW5pemF0aW9ucyJ9',
      ...(token !== '' && { 'Coder-Session-Token': token }),
      ...exchange.headers,
    },
  });
}

/** `coder login https://coder.test --token …`, with a token that `/cli-auth` gave. */
async function login(account = 'owner'): Promise<void> {
  const { token } = await clientOf(simulator, '').as(account);
  await asCli({ send: 'GET /users/first', status: 200, answer: wire.message }, '');
  const created = await asCli({ send: 'POST /users/me/keys', status: 201, answer: wire.newKey }, token);
  key = stringAt(created.json, 'key');
  await asCli({ send: 'GET /users/me', status: 200, answer: wire.user });
}

const own: Exchange = { send: 'GET /users/me/organizations', status: 200, answer: wire.organizations };

beforeEach(async () => {
  simulator = createSimulator();
  await login();
});

test('login makes a key of its own, that outlives the token it was made with', async () => {
  const { token } = await clientOf(simulator, '').as('owner');
  const created = await asCli({ send: 'POST /users/me/keys', status: 201, answer: wire.newKey }, token);
  await clientOf(simulator, token).send('POST', '/users/logout');

  await asCli({ send: 'GET /users/me', status: 200, answer: wire.user }, stringAt(created.json, 'key'));
});

test('login --use-token-as-session goes without a key', async () => {
  const { token } = await clientOf(simulator, '').as('owner');
  await asCli({ send: 'GET /users/first', status: 200, answer: wire.message }, '');
  await asCli({ send: 'GET /users/me', status: 200, answer: wire.user }, token);
});

test('login to a deployment without a first user', async () => {
  simulator.state.deployment = { ...simulator.state.deployment, setUp: false };
  const { headers } = await asCli({ send: 'GET /users/first', status: 404, answer: wire.message }, '');
  expect(headers.get('X-Coder-Build-Version')).not.toBeNull();
});

test('a CLI of another version asks for the build', async () => {
  const { json, headers } = await asCli({ send: 'GET /buildinfo', status: 200, answer: wire.buildInfo }, '');
  expect(stringAt(json, 'version')).toBe(headers.get('X-Coder-Build-Version'));
});

test('whoami', async () => {
  const { json } = await asCli({ send: 'GET /users/me', status: 200, answer: wire.user });
  expect(json).toMatchObject({ username: 'owner', roles: [{ name: 'owner', display_name: 'Owner' }] });
});

test('organizations list', async () => {
  const { json } = await asCli({ send: 'GET /organizations', status: 200, answer: wire.organizations });
  expect(z.array(z.looseObject({ name: z.string() })).parse(json)).toHaveLength(6);
});

test('organizations settings show group-sync --org engineering', async () => {
  await asCli(own);
  await asCli({
    send: `GET /organizations/${engineering}/settings/idpsync/groups`,
    status: 200,
    answer: wire.groupSync,
  });
});

test('organizations settings show role-sync --org emea, that one isn’t a member of', async () => {
  const { json } = await asCli(own);
  expect(JSON.stringify(json)).not.toContain('"emea"');
  const found = await asCli({ send: 'GET /organizations/emea', status: 200, answer: wire.oneOrganization });
  await asCli({
    send: `GET /organizations/${stringAt(found.json, 'id')}/settings/idpsync/roles`,
    status: 200,
    answer: wire.roleSync,
  });
});

test('organizations settings show organization-sync asks for no organization', async () => {
  await asCli({ send: 'GET /settings/idpsync/organization', status: 200, answer: wire.organizationSync });
});

/** A whole PATCH as the CLI's struct writes it, the answer, and what `show` prints after it. */
async function set(path: string, answer: z.ZodType, body: unknown, stored: unknown): Promise<void> {
  const { json } = await asCli({ send: `PATCH ${path}`, body, status: 200, answer });
  expect(json).toEqual(stored);
  expect((await asCli({ send: `GET ${path}`, status: 200, answer })).json).toEqual(stored);
}

test('organizations settings set group-sync: the zero value', async () => {
  await asCli(own);
  await set(
    `/organizations/${engineering}/settings/idpsync/groups`,
    wire.groupSync,
    { field: '', mapping: null, regex_filter: null, auto_create_missing_groups: false },
    { field: '', mapping: {}, regex_filter: null, auto_create_missing_groups: false },
  );
});

test('organizations settings set group-sync: with all there is', async () => {
  const backend = groupId('engineering', 'backend');
  const body = {
    field: 'groups',
    mapping: { 'a & <b>': [backend], empty: [], odd: null, __proto__x: [backend, backend] },
    regex_filter: '^eng-.*$',
    auto_create_missing_groups: true,
  };
  await set(`/organizations/${engineering}/settings/idpsync/groups`, wire.groupSync, body, body);
});

test('organizations settings set role-sync', async () => {
  await asCli(own);
  const path = `/organizations/${engineering}/settings/idpsync/roles`;
  await set(path, wire.roleSync, { field: '', mapping: null }, { field: '', mapping: {} });
  const body = { field: 'roles', mapping: { platform: ['organization-admin', 'nobody-knows-it'] } };
  await set(path, wire.roleSync, body, body);
});

test('organizations settings set organization-sync', async () => {
  const path = '/settings/idpsync/organization';
  await set(
    path,
    wire.organizationSync,
    { field: '', mapping: null, organization_assign_default: false },
    { field: '', mapping: {}, organization_assign_default: false },
  );
  const body = { field: 'orgs', mapping: { eng: [engineering] }, organization_assign_default: true };
  await set(path, wire.organizationSync, body, body);
});

test('what set got from show, with a legacy mapping in it, is refused with a reason', async () => {
  const { json } = await asCli({
    send: 'PATCH /organizations/default/settings/idpsync/groups',
    body: {
      field: 'groups',
      mapping: {},
      regex_filter: null,
      auto_create_missing_groups: false,
      legacy_group_name_mapping: { a: 'b' },
    },
    status: 400,
    answer: z.strictObject({
      message: z.string(),
      detail: z.string(),
      validations: z.array(z.strictObject({ field: z.string(), detail: z.string() })),
    }),
  });
  expect(json).toMatchObject({
    message: "Unexpected field 'legacy_group_name_mapping'. Field not allowed, set to null or remove it.",
    validations: [{ field: 'legacy_group_name_mapping', detail: 'field is not allowed' }],
  });
});

test('a set that the server can’t read is JSON too', async () => {
  const { json } = await asCli({
    send: `PATCH /organizations/${engineering}/settings/idpsync/groups`,
    body: { field: 1 },
    status: 400,
    answer: wire.messageWithDetail,
  });
  expect(stringAt(json, 'message')).toBe('Request body must be valid JSON.');
});

test('groups list', async () => {
  await asCli(own);
  const { json } = await asCli({
    send: `GET /groups?organization=${engineering}`,
    status: 200,
    answer: wire.groups,
  });
  expect(JSON.stringify(json)).toContain('"name":"Everyone"');
});

test('organizations roles show', async () => {
  await asCli(own);
  const { json } = await asCli({
    send: `GET /organizations/${engineering}/members/roles`,
    status: 200,
    answer: wire.roles,
  });
  expect(JSON.stringify(json)).toContain('organization-admin');
});

test('somebody without the right gets a JSON answer for each', async () => {
  await login('member');
  await asCli({
    send: `GET /organizations/${organizationId('coder')}/settings/idpsync/groups`,
    status: 403,
    answer: wire.messageWithDetail,
  });
  await asCli({ send: 'GET /organizations/emea', status: 404, answer: wire.message });
  await asCli({ send: 'GET /settings/idpsync/organization', status: 403, answer: wire.messageWithDetail });
});

test('a warning about the licence goes to the Owner’s terminal, and to nobody else’s', async () => {
  simulator.applyScenario('the licence has a warning');
  const warned = await asCli({ send: 'GET /users/me', status: 200, answer: wire.user });
  expect(warned.headers.get('X-Coder-Entitlements-Warning')).toMatch(/\w/);
  await login('member');
  const other = await asCli({ send: 'GET /users/me', status: 200, answer: wire.user });
  expect(other.headers.get('X-Coder-Entitlements-Warning')).toBeNull();
});

test('logout revokes the key', async () => {
  const { json } = await asCli({ send: 'POST /users/logout', status: 200, answer: wire.message });
  expect(json).toEqual({ message: 'Logged out!' });
  const { headers } = await asCli({ send: 'GET /users/me', status: 401, answer: wire.messageWithDetail });
  expect(headers.get('WWW-Authenticate')).toMatch(/^Bearer realm="coder", error="invalid_token"/);
});
