import { expect, test } from 'vitest';
import type { Permissions } from '../api/permissions.ts';
import { ability, granted, syncAbility } from './abilities.ts';
import { causeWords, notEntitledWords } from './causeWords.ts';

const engineering = { name: 'engineering', displayName: 'Engineering' };

test('group and role sync go by the permissions of the organization, organization sync by those of the deployment', () => {
  const orgOnly: Permissions = new Map([
    ['readSync', true],
    ['updateSync', true],
    ['readOrganizationSync', false],
    ['updateOrganizationSync', false],
  ]);
  expect(syncAbility('update', orgOnly, engineering)).toEqual(granted);
  expect(syncAbility('read', orgOnly, 'deployment')).toEqual({
    granted: false,
    cause: { kind: 'missing-permission', permission: 'readOrganizationSync', of: 'deployment' },
  });
});

test('who may read may still not update', () => {
  const reader: Permissions = new Map([['readSync', true]]);
  expect(syncAbility('read', reader, engineering).granted).toBe(true);
  expect(syncAbility('update', reader, engineering)).toEqual({
    granted: false,
    cause: { kind: 'missing-permission', permission: 'updateSync', of: engineering },
  });
});

test('a permission that wasn’t asked about isn’t granted', () => {
  expect(syncAbility('read', new Map(), 'deployment').granted).toBe(false);
});

test('says what is missing in an organization, and who can help', () => {
  const { title, detail } = causeWords({ kind: 'missing-permission', permission: 'updateSync', of: engineering });
  expect(title).toBe('You can’t change the sync settings of Engineering');
  expect(detail).toContain('idpsync_settings:update');
  for (const helper of ['Owner', 'User Admin', 'Organization Admin', 'Organization User Admin of Engineering']) {
    expect(detail).toContain(helper);
  }
});

test('only an Owner or User Admin can help with the deployment', () => {
  const { title, detail } = causeWords({
    kind: 'missing-permission',
    permission: 'readOrganizationSync',
    of: 'deployment',
  });
  expect(title).toBe('You can’t see organization sync of the deployment');
  expect(detail).toContain('an Owner or User Admin');
  expect(detail).not.toContain('Organization Admin');
});

test.each([
  ['readAuditLog', 'an Owner or Auditor'],
  ['readOrganizationAuditLog', 'Organization Auditor of Engineering'],
  ['readGroups', 'an Owner or User Admin'],
  ['readDebugInfo', 'an Owner'],
] as const)('%s that is missing says so, and who can help', (permission, who) => {
  const missing = ability(permission, new Map(), engineering);
  if (missing.granted) throw new Error('It is granted.');
  expect(causeWords(missing.cause).detail).toMatch(/^This needs the permission \w+:read\. You can ask /);
  expect(causeWords(missing.cause).detail).toContain(who);
  expect(ability(permission, new Map([[permission, true]]), engineering)).toBe(granted);
});

test('a server without the routes: what is missing, and who can mend it', () => {
  const older = causeWords({ kind: 'missing-route', build: 'older' });
  const small = causeWords({ kind: 'missing-route', build: 'without-enterprise' });
  expect(older.title).toContain('too old');
  expect(small.title).toBe('This build of Coder has no IdP sync');
  for (const { detail } of [older, small]) expect(detail).toContain('An Owner can');
});

test('a name from the address can’t turn the words around it', () => {
  expect(causeWords({ kind: 'unknown-organization', name: 'a\u202Eb' }).title).toBe(
    'No organization “\u2068a\u202Eb\u2069”',
  );
});

test('names the organization that doesn’t exist, and the feature that is missing', () => {
  expect(causeWords({ kind: 'unknown-organization', name: 'nope' }).title).toBe('No organization “nope”');
  expect(causeWords({ kind: 'not-entitled', feature: 'template_rbac' }).detail).toContain('template_rbac');
  expect(causeWords({ kind: 'signed-out' }).title).toBe('You are signed out');
});

test.each([
  ['group', 'template_rbac'],
  ['role', 'user_role_management'],
  ['organization', 'multiple_organizations'],
] as const)('%s sync without its feature is saved but not applied', (kind, feature) => {
  expect(notEntitledWords(kind)).toMatch(/^Saved, but not applied at login until /);
  expect(notEntitledWords(kind)).toContain(feature);
});
