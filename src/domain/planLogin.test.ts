import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claims, claimsFromObject } from './claims.ts';
import type { Memberships } from './directory.ts';
import { compileFilter } from './goRegex.ts';
import { claimValues, loginRules, memberships } from './login.arbitraries.ts';
import { compileLogin, type LoginFlags, type LoginPlan, type LoginRules, planLogin } from './planLogin.ts';
import { serviceAccountRole } from './roles.ts';
import { emptySettings } from './settings.ts';

const noFlags: LoginFlags = {
  groupField: '',
  allowList: [],
  siteRoleField: '',
  siteRoleMapping: new Map(),
  siteRoleDefaults: [],
};
const nobody: Memberships = { organizationIds: [], groupIds: [], roles: new Map(), siteRoles: [] };
const inA: Memberships = { ...nobody, organizationIds: ['a'] };

/** Organizations `a` (default) and `b`; each syncs groups and roles from the claims `groups` and `roles`. */
const rules: LoginRules = {
  flags: noFlags,
  entitled: { group: true, role: true, organization: true },
  organizations: [
    { id: 'a', isDefault: true, deleted: false, roles: ['deployer'], defaultMemberRoles: [] },
    { id: 'b', isDefault: false, deleted: false, roles: ['deployer'], defaultMemberRoles: [] },
  ],
  groups: [
    { id: 'a1', name: 'Platform', organizationId: 'a' },
    { id: 'b1', name: 'Platform', organizationId: 'b' },
  ],
  organizationSync: emptySettings,
  groupSync: new Map(['a', 'b'].map((id) => [id, { ...emptySettings, field: 'groups' }])),
  roleSync: new Map(['a', 'b'].map((id) => [id, { ...emptySettings, field: 'roles' }])),
};

function login(changes: Partial<LoginRules>, claims: object, person: Memberships = inA): LoginPlan {
  return planLogin(compileLogin({ ...rules, ...changes }, compileFilter), person, claimsFromObject(claims));
}

function accepted(plan: LoginPlan) {
  if (plan.refused) throw new Error(plan.refused.detail);
  return plan;
}

describe('planLogin', () => {
  it('syncs groups and roles of the organizations that the person is in after organization sync', () => {
    const organizationSync = { ...emptySettings, field: 'orgs', mapping: new Map([['bee', ['b']]]) };
    const claims = { orgs: ['bee'], groups: ['Platform'], roles: ['deployer'] };
    const plan = accepted(login({ organizationSync }, claims, { ...inA, groupIds: ['a1'] }));
    expect(plan.organizations).toMatchObject({ added: ['b'], removed: ['a'] });
    expect([...plan.perOrganization.keys()]).toEqual(['b']);
    expect(plan.perOrganization.get('b')).toMatchObject({ groups: { added: ['b1'] }, roles: { added: ['deployer'] } });
  });

  it('syncs groups, but not roles, of an organization that the person only holds a group of', () => {
    const plan = accepted(login({}, { groups: [], roles: [] }, { ...inA, groupIds: ['b1'] }));
    expect(plan.perOrganization.get('b')?.groups.removed).toEqual(['b1']);
    expect(plan.perOrganization.get('b')?.roles).toBeUndefined();
  });

  it('leaves groups and roles alone where their claims cannot be read', () => {
    const person = { ...inA, groupIds: ['a1'], roles: new Map([['a', ['deployer']]]) };
    const outcome = accepted(login({}, { groups: 'x,y', roles: 7 }, person)).perOrganization.get('a');
    expect(outcome).toMatchObject({
      groups: { error: { code: 'csv_string' }, kept: ['a1'], removed: [] },
      roles: { error: { code: 'not_string_array' }, kept: ['deployer'], removed: [] },
    });
  });

  it('runs only the syncs that the licence covers', () => {
    const changes = {
      entitled: { group: false, role: false, organization: false },
      flags: { ...noFlags, siteRoleField: 'site' },
      organizationSync: { ...emptySettings, field: 'orgs' },
    };
    const plan = accepted(login(changes, { site: 7, orgs: 7 }, { ...inA, groupIds: ['a1'], siteRoles: ['owner'] }));
    expect(plan.siteRoles).toMatchObject({ enabled: false, kept: ['owner'] });
    expect(plan.organizations).toMatchObject({ enabled: false, kept: ['a'] });
    expect(plan.perOrganization.get('a')).toMatchObject({ groups: { enabled: false }, roles: { enabled: false } });
  });

  it('takes a filter that does not compile for group sync that is off', () => {
    const groupSync = new Map([['a', { ...emptySettings, field: 'groups', regexFilter: '(' }]]);
    expect(accepted(login({ groupSync }, { groups: [] })).perOrganization.get('a')?.groups.enabled).toBe(false);
  });

  it('applies the filter of the settings', () => {
    const groupSync = new Map([['a', { ...emptySettings, field: 'groups', regexFilter: '^eng-' }]]);
    const plan = accepted(login({ groupSync }, { groups: ['Platform'] }));
    expect(plan.perOrganization.get('a')?.groups.trace[0]?.reason).toBe('filtered-out');
  });
});

describe('refusals of planLogin', () => {
  const flags = { ...noFlags, groupField: 'groups', allowList: ['coder'], siteRoleField: 'site' };
  const organizationSync = { ...emptySettings, field: 'orgs' };
  const changes = { flags, organizationSync };

  it.each([
    ['no claim', {}, 403, 'You have no groups in your claims!'],
    ['nothing listed', { groups: ['x'] }, 403, 'Ask an administrator to add one of your groups to the allow list.'],
    ['an unreadable claim', { groups: 'a,b' }, 400, expect.stringContaining('comma')],
  ])('come from the allow list first: %s', (_, claims, status, detail) => {
    const plan = login(changes, { site: 7, orgs: 7, ...claims });
    expect(plan.refused).toMatchObject({ stage: 'allow-list', status, detail });
  });

  it('come from site roles before organizations', () => {
    expect(login(changes, { groups: ['coder'], site: 7, orgs: 7 }).refused).toMatchObject({
      stage: 'site-roles',
      status: 500,
      title: 'Login disabled until site wide OIDC config is fixed',
    });
  });

  it('come from an unreadable organization claim', () => {
    expect(login(changes, { groups: ['coder'], site: [], orgs: ['a', 1] }).refused).toMatchObject({
      stage: 'organizations',
      status: 500,
      title: 'Failed to process OAuth login.',
      detail: expect.stringContaining('element 1'),
    });
  });

  it('come from a role that sync may not assign, in an organization but not site-wide', () => {
    expect(login({}, { roles: [serviceAccountRole] }).refused).toMatchObject({ stage: 'roles', status: 500 });
    const siteWide = { flags: { ...noFlags, siteRoleField: 'site' } };
    const plan = accepted(login(siteWide, { site: [serviceAccountRole] }));
    expect(plan.siteRoles.ignored).toEqual([serviceAccountRole]);
  });
});

function claimsOf(values: readonly string[]): Claims {
  return new Map([
    ['groups', values],
    ['__proto__', values],
  ]);
}

/** What the server holds after a login: who is in what, and the groups that were made. */
function afterLogin(rules: LoginRules, person: Memberships, plan: ReturnType<typeof accepted>) {
  const organizationIds = [...plan.organizations.kept, ...plan.organizations.added];
  const outcomes = [...plan.perOrganization];
  const created = outcomes.flatMap(([organizationId, { groups }]) =>
    groups.created.map((name) => ({ id: `${organizationId}/${name}`, name, organizationId })),
  );
  const removed = new Set(outcomes.flatMap(([, { groups }]) => groups.removed));
  const all = [...rules.groups, ...created];
  const memberships: Memberships = {
    organizationIds,
    groupIds: [
      ...person.groupIds,
      ...outcomes.flatMap(([, { groups }]) => groups.added),
      ...created.map(({ id }) => id),
    ]
      .filter((id) => !removed.has(id))
      .filter((id) => organizationIds.includes(all.find((group) => group.id === id)?.organizationId ?? '')),
    roles: new Map(outcomes.map(([id, { roles }]) => [id, [...(roles?.kept ?? []), ...(roles?.added ?? [])]])),
    siteRoles: [...plan.siteRoles.kept, ...plan.siteRoles.added],
  };
  return { rules: { ...rules, groups: all }, memberships };
}

/** Everything that a login decides, without its order and its reasons. */
function decisions({ siteRoles, organizations, perOrganization }: ReturnType<typeof accepted>) {
  const sets = (plan: { added: readonly string[]; kept: readonly string[]; removed: readonly string[] }) => ({
    added: plan.added.toSorted(),
    kept: plan.kept.toSorted(),
    removed: plan.removed.toSorted(),
  });
  return {
    siteRoles: { ...sets(siteRoles), ignored: siteRoles.ignored },
    organizations: { ...sets(organizations), missing: organizations.missing.toSorted() },
    perOrganization: Object.fromEntries(
      [...perOrganization].map(([id, { groups, roles }]) => [
        id,
        { groups: { ...sets(groups), created: groups.created.toSorted() }, roles: roles && sets(roles) },
      ]),
    ),
  };
}

/** Swaps names that a plain object trips over with names that it doesn't. */
function disguise(text: string): string {
  const names = new Map([
    ['__proto__', 'plain-1'],
    ['constructor', 'plain-2'],
    ['hasOwnProperty', 'plain-3'],
  ]);
  return names.get(text) ?? text;
}

function disguised<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? disguise(part) : part));
}

function disguisedSettings<S extends { field: string; mapping: ReadonlyMap<string, readonly string[]> }>(sync: S): S {
  const mapping = new Map([...sync.mapping].map(([value, targets]) => [disguise(value), targets.map(disguise)]));
  return { ...sync, field: disguise(sync.field), mapping };
}

describe('login laws', () => {
  it('changes nothing when the same person logs in again', () => {
    fc.assert(
      fc.property(loginRules, memberships, claimValues, (rules, person, values) => {
        const claims = claimsOf(values);
        const first = accepted(planLogin(compileLogin(rules, compileFilter), person, claims));
        const after = afterLogin(rules, person, first);
        const second = accepted(planLogin(compileLogin(after.rules, compileFilter), after.memberships, claims));
        for (const plan of [second.siteRoles, second.organizations])
          expect(plan).toMatchObject({ added: [], removed: [] });
        for (const { groups, roles } of second.perOrganization.values()) {
          expect(groups).toMatchObject({ added: [], removed: [], created: [] });
          expect(roles).toMatchObject({ added: [], removed: [] });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('decides the same whatever the order and repeats of claim values', () => {
    const shuffled = claimValues.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray([...values, ...values], { minLength: values.length * 2 })),
    );
    fc.assert(
      fc.property(loginRules, memberships, shuffled, (rules, person, [values, others]) => {
        const compiled = compileLogin(rules, compileFilter);
        const one = accepted(planLogin(compiled, person, claimsOf(values)));
        const other = accepted(planLogin(compiled, person, claimsOf(others)));
        expect(decisions(other)).toEqual(decisions(one));
      }),
    );
  });

  it('treats names of object members like any other name', () => {
    // A filter would look at the names themselves.
    const unfiltered = loginRules.map((rules) => ({
      ...rules,
      groupSync: new Map([...rules.groupSync].map(([id, sync]) => [id, { ...sync, regexFilter: null }])),
    }));
    fc.assert(
      fc.property(unfiltered, memberships, claimValues, (rules, person, values) => {
        const plan = accepted(planLogin(compileLogin(rules, compileFilter), person, claimsOf(values)));
        const { siteRoleField, siteRoleMapping } = rules.flags;
        const flags = disguisedSettings({ field: siteRoleField, mapping: siteRoleMapping });
        const settings = (syncs: LoginRules['groupSync']) =>
          new Map([...syncs].map(([id, sync]) => [id, disguisedSettings(sync)]));
        const plainRules: LoginRules = {
          ...rules,
          flags: { ...rules.flags, siteRoleField: flags.field, siteRoleMapping: flags.mapping },
          organizations: disguised(rules.organizations),
          groups: disguised(rules.groups),
          organizationSync: disguisedSettings(rules.organizationSync),
          groupSync: settings(rules.groupSync),
          roleSync: settings(rules.roleSync),
        };
        const plainPerson = {
          ...person,
          roles: new Map([...person.roles].map(([id, roles]) => [id, roles.map(disguise)])),
        };
        const plainClaims = new Map([...claimsOf(values)].map(([name, list]) => [disguise(name), disguised(list)]));
        const plainPlan = accepted(planLogin(compileLogin(plainRules, compileFilter), plainPerson, plainClaims));
        expect(resorted(decisions(plainPlan))).toEqual(resorted(disguised(decisions(plan))));
      }),
    );
  });
});

/** Sorts every list again, since other names sort otherwise. */
function resorted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (Array.isArray(part) ? part.toSorted() : part));
}
