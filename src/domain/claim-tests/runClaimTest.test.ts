import { describe, expect, it } from 'vitest';
import { claimsFromObject } from '../claims.ts';
import { compileFilter } from '../goRegex.ts';
import { emptySettings, type SyncSettings } from '../settings.ts';
import { type ClaimTest, type Expectations, statusOf } from './ClaimTest.ts';
import { filterQuestions } from './filterQuestions.ts';
import { runClaimTest } from './runClaimTest.ts';
import { type DeploymentSettings, makeWorld, type TestDirectory } from './TestDirectory.ts';
import { compileWorld, type TestWorld } from './testWorld.ts';

const directory: TestDirectory = {
  organizations: [
    {
      id: 'o1',
      name: 'coder',
      isDefault: true,
      roles: ['organization-admin'],
      defaultMemberRoles: [],
      groups: new Map(),
    },
    {
      id: 'o2',
      name: 'engineering',
      isDefault: false,
      roles: ['organization-admin', 'organization-auditor'],
      defaultMemberRoles: ['organization-auditor'],
      groups: new Map([
        ['g1', 'platform'],
        ['g2', '__proto__'],
        ['g3', '/staff/ops'],
      ]),
    },
  ],
  flags: {
    groupField: 'groups',
    allowList: [],
    siteRoleField: 'site',
    siteRoleMapping: new Map(),
    siteRoleDefaults: [],
  },
  email: { ignoreEmailVerified: false, emailField: 'email', emailDomains: [] },
  entitled: { group: true, role: true, organization: true },
};

const on = (field: string, rows: Readonly<Record<string, readonly string[]>>, rest: Partial<SyncSettings> = {}) => ({
  ...emptySettings,
  field,
  mapping: new Map(Object.entries(rows)),
  ...rest,
});
const settings: DeploymentSettings = {
  organizationSync: on('orgs', { eng: ['o2'] }),
  groupSync: new Map([['o2', on('groups', { plat: ['g1'], none: [] }, { regexFilter: '^[^x]' })]]),
  roleSync: new Map([['o2', on('roles', { boss: ['organization-admin'] })]]),
};

interface World {
  readonly settings?: Partial<DeploymentSettings>;
  readonly directory?: Partial<TestDirectory>;
  readonly gaps?: Partial<TestWorld['gaps']>;
}

function run(
  claims: object,
  expected: Partial<Expectations>,
  { settings: other, directory: around, gaps }: World = {},
  rest: Partial<ClaimTest> = {},
) {
  const none = { in: [], notIn: [] };
  const world = makeWorld(
    { ...directory, ...around },
    { ...settings, ...other },
    { groups: new Map(), roles: new Map(), ...gaps },
  );
  const test: ClaimTest = {
    name: 'Ada',
    claims: claimsFromObject(claims),
    leftOut: [],
    expected: { login: 'works', organizations: none, groups: none, roles: none, ...expected },
    ...rest,
  };
  return runClaimTest(test, compileWorld(world, compileFilter));
}

const isIn = (...names: readonly string[]) => ({ in: names, notIn: [] });
const isNotIn = (...names: readonly string[]) => ({ in: [], notIn: names });
const ada = { orgs: ['eng'], groups: ['plat', '/staff/ops', 'xenon'], roles: ['boss', 'nobody'], site: ['auditor'] };

describe('a test that passes', () => {
  it.each<[string, object, Partial<Expectations>]>([
    ['organizations', ada, { organizations: { in: ['engineering'], notIn: ['coder'] } }],
    [
      'groups, by row and by a name with slashes',
      ada,
      { groups: isIn('engineering/platform', 'engineering//staff/ops') },
    ],
    ['the group of everyone', ada, { groups: isIn('engineering/Everyone') }],
    ['groups that are not given', ada, { groups: isNotIn('engineering/__proto__', 'coder/platform', 'nowhere/x') }],
    ['an odd name', { ...ada, groups: ['__proto__'] }, { groups: isIn('engineering/__proto__') }],
    [
      'roles, given and implied',
      ada,
      { roles: isIn('engineering/organization-admin', 'engineering/organization-auditor') },
    ],
    ['a site role', ada, { roles: { in: ['auditor'], notIn: ['owner'] } }],
    ['a login that is refused by its claim', { orgs: 'a,b' }, { login: 'refused' }],
    ['a login that is refused by its address', { ...ada, email_verified: false }, { login: 'refused' }],
    ['nothing but a login', {}, {}],
  ])('%s', (_, claims, expected) => {
    expect(run(claims, expected)).toEqual({ failures: [], unchecked: [] });
  });

  it('that a group is created', () => {
    const groupSync = new Map([['o2', on('groups', {}, { autoCreateMissing: true })]]);
    expect(run(ada, { groups: isIn('engineering/xenon') }, { settings: { groupSync } }).failures).toEqual([]);
  });

  it('from where the person is, if no sync decides about it', () => {
    const off = { settings: { organizationSync: emptySettings } };
    expect(run(ada, { organizations: isIn('coder') }, off).failures).toEqual([]);
    expect(run(ada, { groups: isIn('engineering/platform') }, off, { memberOf: ['engineering'] }).failures).toEqual([]);
  });
});

describe('a test that fails says what it got, and why', () => {
  it.each<[string, object, Partial<Expectations>, object]>([
    [
      'a value that leads elsewhere',
      ada,
      { groups: isIn('engineering/__proto__') },
      {
        subject: 'groups',
        expected: 'in group engineering/__proto__',
        got: 'isn’t in it',
        why: [
          '“plat” → engineering/platform (row “plat”)',
          '“/staff/ops” → engineering//staff/ops (group of the same name)',
          '“xenon” is stopped by the regex filter',
        ],
      },
    ],
    [
      'the one value that gives too much',
      ada,
      { groups: isNotIn('engineering/platform') },
      {
        expected: 'not in group engineering/platform',
        got: 'is in it',
        why: ['“plat” → engineering/platform (row “plat”)'],
      },
    ],
    [
      'a claim that is missing',
      { orgs: ['eng'] },
      { groups: isIn('engineering/platform') },
      { why: ['Group sync reads the claim “groups”, which isn’t there.'] },
    ],
    [
      'a claim that can’t be read',
      { orgs: ['eng'], roles: 5 },
      { roles: isIn('engineering/organization-admin') },
      {
        got: 'doesn’t have it',
        why: ['Role sync is skipped: the claim “roles” is neither a text nor a list of texts.'],
      },
    ],
    [
      'an organization that the person isn’t in',
      { groups: ['plat'] },
      { groups: isIn('engineering/platform') },
      {
        got: 'isn’t in organization engineering',
        why: ['Organization sync reads the claim “orgs”, which isn’t there.'],
      },
    ],
    [
      'an organization that isn’t there',
      ada,
      { organizations: isIn('sales') },
      { got: 'there is no organization sales' },
    ],
    [
      'a role that is held',
      ada,
      { roles: isNotIn('engineering/organization-admin') },
      {
        expected: 'doesn’t have the role engineering/organization-admin',
        why: ['“boss” → organization-admin (row “boss”)'],
      },
    ],
    [
      'a login that works',
      ada,
      { login: 'refused' },
      { subject: 'login', expected: 'the login is refused', got: 'it works' },
    ],
    [
      'a login that is refused',
      { orgs: 5 },
      { groups: isIn('engineering/platform') },
      { subject: 'login', got: 'it is refused', why: [expect.stringContaining('neither a string nor a list')] },
    ],
  ])('%s', (_, claims, expected, failure) => {
    const result = run(claims, expected);
    expect(result.failures).toEqual([expect.objectContaining(failure)]);
    expect(statusOf(result)).toBe('failed');
  });

  it('the allow list', () => {
    const flags = { ...directory.flags, allowList: ['vip'] };
    const { failures } = run(ada, {}, { directory: { flags } });
    expect(failures[0]?.why).toEqual([expect.stringContaining('Not a member of an allowed group')]);
  });

  it('syncs that the licence doesn’t let run', () => {
    const entitled = { group: false, role: true, organization: true };
    const { failures } = run(ada, { groups: isIn('engineering/platform') }, { directory: { entitled } });
    expect(failures[0]?.why).toEqual(['Group sync is off.']);
  });
});

describe('what can’t be told is neither met nor missed', () => {
  it.each<[string, Partial<Expectations>, World, Partial<ClaimTest>, readonly string[]]>([
    [
      'a draft that reads a claim which wasn’t kept',
      { groups: isIn('engineering/platform'), roles: isIn('engineering/organization-admin') },
      { settings: { groupSync: new Map([['o2', on('departments', {})]]) } },
      { leftOut: ['departments'] },
      ['Group sync of engineering reads the claim “departments”, which wasn’t kept. Keep the paste anew.'],
    ],
    [
      'a list of email domains that reads one',
      {},
      { directory: { email: { ...directory.email, emailDomains: ['example.com'] } } },
      { leftOut: ['email'] },
      ['The list of email domains reads the claim “email”, which wasn’t kept. Keep the paste anew.'],
    ],
    [
      'organization sync that reads one',
      { organizations: isIn('engineering') },
      { settings: { organizationSync: on('teams', {}) } },
      { leftOut: ['teams'] },
      ['Organization sync reads the claim “teams”, which wasn’t kept. Keep the paste anew.'],
    ],
    [
      'organization sync that may not be read; what one organization gives still can',
      { organizations: isIn('engineering'), groups: isIn('engineering/platform') },
      { gaps: { organizations: 'you may not read it.' } },
      {},
      ['Whether the login is refused: you may not read it.', 'Organizations: you may not read it.'],
    ],
    [
      'flags that may not be read',
      { roles: isIn('auditor') },
      { gaps: { flags: 'you may not read them.' } },
      {},
      ['Whether the login is refused: you may not read them.', 'Site roles: you may not read them.'],
    ],
    [
      'group sync of one organization',
      { groups: isIn('engineering/platform') },
      { gaps: { groups: new Map([['o2', 'you may not read it.']]) } },
      {},
      ['Groups of engineering: you may not read it.'],
    ],
  ])('%s', (_, expected, world, rest, unchecked) => {
    const result = run(ada, expected, world, rest);
    expect(result).toEqual({ failures: [], unchecked });
    expect(statusOf(result)).toBe('unchecked');
  });

  it.each(['works', 'refused'] as const)('a refusal by flags that may not be read, where it %s', (login) => {
    const refused = { ...ada, email_verified: false };
    expect(run(refused, { login }, { gaps: { flags: 'you may not read them.' } })).toEqual({
      failures: [],
      unchecked: ['Whether the login is refused: you may not read them.'],
    });
    expect(statusOf(run(refused, { login }))).toBe(login === 'works' ? 'failed' : 'passed');
  });

  it('but what fails in any case fails', () => {
    const gaps = { organizations: 'you may not read it.' };
    expect(statusOf(run(ada, { groups: isNotIn('engineering/platform') }, { gaps }))).toBe('failed');
  });
});

it('says beforehand what filters will be asked', () => {
  const legacyNameMapping = new Map([['old', 'new']]);
  const rules = {
    groupSync: new Map([
      ['o1', on('groups', {}, { regexFilter: 'a', legacyNameMapping })],
      ['o2', on('groups', {}, { regexFilter: 'a' })],
      ['o3', on('groups', {}, { regexFilter: '' })],
    ]),
  };
  const tests = [{ claims: new Map([['groups', ['old', 'x']]]) }, { claims: new Map([['groups', 5]]) }];
  expect(filterQuestions(tests, rules)).toEqual(new Map([['a', ['new', 'x', 'old']]]));
});
