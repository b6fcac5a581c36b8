import fc from 'fast-check';
import type { Memberships } from './directory.ts';
import type { LoginRules } from './planLogin.ts';
import { emptySettings, type SyncSettings, type Target } from './settings.ts';

/** Claim values: group names, role names, rows, and names that a plain object trips over. */
const values = [
  'eng',
  'ops',
  'Platform',
  'auditor',
  'viewer',
  'New',
  '__proto__',
  'constructor',
  'hasOwnProperty',
] as const;

const fields = fc.constantFrom('', 'groups', '__proto__', 'absent');

/** Claims of one person, in the form of JSON. */
export const claimValues = fc.array(fc.constantFrom(...values), { maxLength: 6 });

function syncOf(targets: readonly Target[], rest: Partial<SyncSettings> = {}): fc.Arbitrary<SyncSettings> {
  const row = fc.tuple(fc.constantFrom(...values), fc.array(fc.constantFrom(...targets), { maxLength: 3 }));
  const rows = fc.uniqueArray(row, { selector: ([value]) => value, maxLength: 6 });
  return fc
    .record({ field: fields, rows, autoCreateMissing: fc.boolean(), assignDefault: fc.boolean() })
    .map(({ rows, ...scalars }) => ({ ...emptySettings, ...scalars, mapping: new Map(rows), ...rest }));
}

const regexFilters = fc.constantFrom(null, '', '^[a-z_]', 'o');
const roleNames = ['auditor', 'viewer', '__proto__', 'no-such-role'] as const;

/**
 * Rules of two organizations, `a` (the default one) and `b`, without targets that belong to another organization: a
 * person who is given one is synced there at their next login, so that such rules never come to rest.
 */
export const loginRules: fc.Arbitrary<LoginRules> = fc
  .record({
    organizationSync: syncOf(['a', 'b', 'gone']),
    groupsOfA: fc.tuple(syncOf(['a1', 'a2', 'a', 'unknown']), regexFilters),
    groupsOfB: fc.tuple(syncOf(['b1', 'b']), regexFilters),
    rolesOfA: syncOf(roleNames),
    rolesOfB: syncOf(roleNames),
    siteRoles: syncOf(['owner', 'auditor', '__proto__']),
  })
  .map(({ organizationSync, groupsOfA, groupsOfB, rolesOfA, rolesOfB, siteRoles }) => ({
    flags: {
      groupField: '',
      allowList: [],
      siteRoleField: siteRoles.field,
      siteRoleMapping: siteRoles.mapping,
      siteRoleDefaults: ['user-admin'],
    },
    entitled: { group: true, role: true, organization: true },
    organizations: [
      {
        id: 'a',
        isDefault: true,
        deleted: false,
        roles: ['auditor', 'viewer', '__proto__'],
        defaultMemberRoles: ['viewer'],
      },
      { id: 'b', isDefault: false, deleted: false, roles: ['auditor'], defaultMemberRoles: [] },
      { id: 'gone', isDefault: false, deleted: true, roles: [], defaultMemberRoles: [] },
    ],
    groups: [
      { id: 'a', name: 'Everyone', organizationId: 'a' },
      { id: 'a1', name: 'Platform', organizationId: 'a' },
      { id: 'a2', name: '__proto__', organizationId: 'a' },
      { id: 'b', name: 'Everyone', organizationId: 'b' },
      { id: 'b1', name: 'Platform', organizationId: 'b' },
    ],
    organizationSync,
    groupSync: new Map([
      ['a', { ...groupsOfA[0], regexFilter: groupsOfA[1] }],
      ['b', { ...groupsOfB[0], regexFilter: groupsOfB[1] }],
    ]),
    roleSync: new Map([
      ['a', rolesOfA],
      ['b', rolesOfB],
    ]),
  }));

/** What a person may have before the login; groups and roles only where they are a member. */
export const memberships: fc.Arbitrary<Memberships> = fc
  .record({
    organizationIds: fc.subarray(['a', 'b']),
    groupIds: fc.subarray(['a1', 'a2', 'b1']),
    roles: fc.subarray(['auditor', '__proto__']),
    siteRoles: fc.subarray(['owner', 'auditor']),
  })
  .map(({ organizationIds, groupIds, roles, siteRoles }) => ({
    organizationIds,
    groupIds: groupIds.filter((id) => organizationIds.includes(id.charAt(0))),
    roles: new Map(organizationIds.map((id) => [id, roles])),
    siteRoles,
  }));
