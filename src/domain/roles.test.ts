import { describe, expect, it } from 'vitest';
import { claimsFromObject } from './claims.ts';
import { impliedRoles } from './impliedRoles.ts';
import { compileRoleSync, planRoles, type RoleScope, serviceAccountRole } from './roles.ts';

const scope: RoleScope = {
  roles: ['organization-admin', 'organization-auditor', 'deployer', 'viewer'],
  implied: impliedRoles(['viewer']),
};

function plan(
  rows: Record<string, readonly string[]>,
  values: unknown,
  current: readonly string[] = [],
  field = 'roles',
) {
  const sync = compileRoleSync({ field, mapping: new Map(Object.entries(rows)) }, scope);
  return planRoles(sync, claimsFromObject(values === undefined ? {} : { roles: values }), current);
}

describe('planRoles', () => {
  it('does nothing without a field', () => {
    expect(plan({}, ['deployer'], ['organization-admin'], '')).toMatchObject({
      enabled: false,
      kept: ['organization-admin'],
      removed: [],
    });
  });

  it('removes every explicit role when the claim is missing', () => {
    expect(plan({}, undefined, ['organization-admin', 'deployer'])).toMatchObject({
      removed: ['organization-admin', 'deployer'],
    });
  });

  it('leaves roles as they are when the claim cannot be read', () => {
    expect(plan({}, 7, ['deployer'])).toMatchObject({
      error: { code: 'not_string_array' },
      kept: ['deployer'],
      removed: [],
    });
  });

  it('grants a role without a row when the value is its name, and none when a row maps it to nothing', () => {
    expect(plan({}, ['organization-admin'])).toMatchObject({
      added: ['organization-admin'],
      trace: [{ reason: 'passed-through' }],
    });
    expect(plan({ 'organization-admin': [] }, ['organization-admin'])).toMatchObject({
      added: [],
      ignored: [],
      trace: [{ reason: 'mapped-to-nothing' }],
    });
  });

  it('ignores, sorted, what names no role here', () => {
    expect(plan({ eng: ['owner'] }, ['zebra', 'eng', 'Organization-Admin', 'zebra'])).toMatchObject({
      added: [],
      ignored: ['Organization-Admin', 'owner', 'zebra'],
    });
  });

  it('leaves implied roles out of what is added and removed', () => {
    const result = plan(
      { eng: ['viewer', 'deployer'] },
      ['eng', 'organization-member'],
      ['organization-member', 'viewer'],
    );
    expect(result).toMatchObject({ added: ['deployer'], kept: [], removed: [], ignored: [] });
    expect(result.trace.map(({ targets }) => targets[0]?.outcome)).toEqual(['implied', 'implied']);
  });

  it.each([
    ['by a row', { eng: [serviceAccountRole] }, 'eng'],
    ['by name', {}, serviceAccountRole],
  ])('refuses the service account role %s', (_, rows, value) => {
    expect(plan(rows, [value])).toMatchObject({ added: [], ignored: [], refused: [serviceAccountRole] });
  });

  it('refuses the service account role where the directory lists it, too', () => {
    const sync = compileRoleSync({ field: 'roles', mapping: new Map() }, { roles: [serviceAccountRole] });
    expect(planRoles(sync, claimsFromObject({ roles: serviceAccountRole }), []).refused).toEqual([serviceAccountRole]);
  });
});

describe('site-wide roles', () => {
  const sync = compileRoleSync(
    { field: 'site', mapping: new Map([['admins', ['owner', 'auditor']]]) },
    { roles: ['owner', 'auditor', 'user-admin'], always: ['auditor', 'no-such-role'], refused: [] },
  );

  it('gives the default roles whatever the claim says', () => {
    expect(planRoles(sync, claimsFromObject({}), ['owner'])).toMatchObject({
      added: ['auditor'],
      removed: ['owner'],
      ignored: ['no-such-role'],
    });
  });

  it('ignores the service account role, which only organizations have', () => {
    const result = planRoles(sync, claimsFromObject({ site: [serviceAccountRole] }), []);
    expect(result).toMatchObject({ refused: [], ignored: ['no-such-role', serviceAccountRole] });
  });
});
