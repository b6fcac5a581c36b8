import { describe, expect, it, test } from 'vitest';
import { type LockOutScope, type Loss, lockOut, type OwnLogin } from './lockOut.ts';
import { emptySettings, type SyncSettings } from './settings.ts';

function settings(field: string, rows: Readonly<Record<string, readonly string[]>> = {}, assignDefault = false) {
  return { ...emptySettings, field, mapping: new Map(Object.entries(rows)), assignDefault };
}

function own(claims: Readonly<Record<string, unknown>>, roles: readonly string[] = ['organization-admin']): OwnLogin {
  return {
    claims: new Map(Object.entries(claims)),
    memberships: { organizationIds: ['acme', 'eng'], roles: new Map([['eng', roles]]) },
  };
}

describe('role sync', () => {
  const scope: LockOutScope = {
    kind: 'role',
    organizationId: 'eng',
    roles: [
      { name: 'organization-admin', managing: true },
      { name: 'organization-user-admin', managing: true },
      { name: 'sync-operator', managing: true },
      { name: 'organization-auditor', managing: false },
    ],
    defaultMemberRoles: [],
  };
  const saved = settings('roles', { lead: ['organization-admin'] });
  const lost: readonly Loss[] = [{ kind: 'role-lost', role: 'organization-admin' }];

  test.each<[string, SyncSettings, readonly Loss[]]>([
    ['the same settings', saved, []],
    ['another row', settings('roles', { lead: ['organization-admin'], ops: ['organization-auditor'] }), []],
    ['the own row is gone', settings('roles'), lost],
    ['the own row gives something else', settings('roles', { lead: ['organization-auditor'] }), lost],
    ['the own row gives nothing', settings('roles', { lead: [] }), lost],
    ['a claim that the person hasn’t got', settings('Roles', { lead: ['organization-admin'] }), lost],
    ['sync is switched off', settings('', { lead: ['organization-admin'] }), []],
    ['a claim that can’t be read', settings('number'), []],
    [
      'a role that sync may not assign',
      settings('roles', { lead: ['organization-admin', 'organization-service-account'] }),
      [{ kind: 'role-refused', role: 'organization-service-account' }],
    ],
  ])('%s', (_, draft, losses) => {
    expect(lockOut(scope, saved, draft, own({ roles: ['lead'], number: 42 }))).toEqual(losses);
  });

  it('passes a value through as the role of its name', () => {
    const person = own({ roles: ['organization-user-admin'] }, ['organization-user-admin']);
    expect(lockOut(scope, settings('roles'), settings('roles', { ops: [] }), person)).toEqual([]);
    const swallowed = settings('roles', { 'organization-user-admin': [] });
    expect(lockOut(scope, settings('roles'), swallowed, person)).toEqual([
      { kind: 'role-lost', role: 'organization-user-admin' },
    ]);
  });

  it('knows custom roles that manage sync, and is silent about roles that don’t', () => {
    const person = own({ roles: ['lead'] }, ['sync-operator', 'organization-auditor']);
    const before = settings('roles', { lead: ['sync-operator', 'organization-auditor'] });
    expect(lockOut(scope, before, settings('roles'), person)).toEqual([{ kind: 'role-lost', role: 'sync-operator' }]);
  });

  it('is silent about what the saved settings take already', () => {
    expect(lockOut(scope, settings('Roles'), settings('other'), own({ roles: ['lead'] }))).toEqual([]);
    const refusing = settings('roles', { lead: ['organization-service-account'] });
    expect(lockOut(scope, refusing, { ...refusing, regexFilter: 'x' }, own({ roles: ['lead'] }))).toEqual([]);
  });

  it('counts a role that only a refused login has kept', () => {
    const refusing = settings('roles', { lead: ['organization-service-account'] });
    expect(lockOut(scope, refusing, settings('roles'), own({ roles: ['lead'] }))).toEqual(lost);
  });

  it('has nothing to say to somebody who isn’t a member', () => {
    const outside = { ...own({ roles: ['lead'] }), memberships: { organizationIds: ['acme'], roles: new Map() } };
    const refusing = settings('roles', { lead: ['organization-service-account'] });
    expect(lockOut(scope, saved, refusing, outside)).toEqual([]);
  });

  it('leaves implied roles alone', () => {
    const implied = { ...scope, defaultMemberRoles: ['sync-operator'] };
    expect(lockOut(implied, settings(''), settings('roles'), own({ roles: [] }, ['sync-operator']))).toEqual([]);
  });
});

describe('organization sync', () => {
  const scope: LockOutScope = {
    kind: 'organization',
    organizations: [
      { id: 'acme', isDefault: true },
      { id: 'eng', isDefault: false },
      { id: 'data', isDefault: false },
    ],
  };
  const saved = settings('orgs', { eng: ['eng'] }, true);
  const claims = { orgs: ['eng'], csv: 'eng,data', other: ['x'] };

  test.each<[string, SyncSettings, readonly Loss[]]>([
    ['the same settings', saved, []],
    ['another organization more', settings('orgs', { eng: ['eng', 'data'] }, true), []],
    ['sync is switched off', settings('', {}, false), []],
    ['the own row is gone', settings('orgs', {}, true), [{ kind: 'organization-left', organizationId: 'eng' }]],
    [
      'the own row leads elsewhere',
      settings('orgs', { eng: ['data'] }, true),
      [{ kind: 'organization-left', organizationId: 'eng' }],
    ],
    [
      'the row leads to an organization that isn’t there',
      settings('orgs', { eng: ['gone'] }, true),
      [{ kind: 'organization-left', organizationId: 'eng' }],
    ],
    [
      'the default organization is no longer assigned',
      settings('orgs', { eng: ['eng'] }, false),
      [{ kind: 'organization-left', organizationId: 'acme' }],
    ],
    ['nothing is left', settings('orgs', {}, false), [{ kind: 'no-organization' }]],
    ['a claim that nobody has', settings('org', { eng: ['eng'] }, false), [{ kind: 'no-organization' }]],
    [
      'another claim, without a row',
      settings('other', { eng: ['eng'] }, true),
      [{ kind: 'organization-left', organizationId: 'eng' }],
    ],
    [
      'a claim that can’t be read',
      settings('csv', { eng: ['eng'] }, true),
      [{ kind: 'login-refused', field: 'csv', error: { code: 'csv_string' } }],
    ],
  ])('%s', (_, draft, losses) => {
    expect(lockOut(scope, saved, draft, own(claims))).toEqual(losses);
  });

  it('is silent about what the saved settings do already', () => {
    const csv = settings('csv', {}, true);
    expect(lockOut(scope, csv, settings('csv', {}, false), own(claims))).toEqual([]);
    const none = settings('orgs', {}, false);
    expect(lockOut(scope, none, settings('other', {}, false), own(claims))).toEqual([]);
  });
});
