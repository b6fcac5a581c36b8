import { Hono } from 'hono';
import {
  organizationRoles,
  type RolePermissions,
  reservedRoleNames,
  siteRoles,
} from '../authorization/builtInRoles.ts';
import { isValidPermission } from '../authorization/permissions.ts';
import { mayDo } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import { type GoType, goBool, goSlice, goString, goStruct } from '../go-json/goTypes.ts';
import { badRequest, forbidden, resourceNotFound } from '../http/ApiError.ts';
import { answer, noContent } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import { enterpriseOnly, organizationParam, requireFeature, requireSession } from '../http/middleware.ts';
import { isUserName } from '../http/names.ts';
import { failedTag, readBody } from '../http/readBody.ts';
import { type CustomRole, customRoleKey, type Permission } from '../state/State.ts';
import { sameValue } from '../state/sameValue.ts';
import { canAssign } from './assignRoles.ts';
import { type Audited, audited } from './auditRequest.ts';

interface RoleBody {
  readonly name: string;
  readonly displayName: string;
  readonly site: readonly Permission[] | null;
  readonly user: readonly Permission[] | null;
  readonly organization: readonly Permission[] | null;
  readonly member: readonly Permission[] | null;
}

const permission: GoType<Permission> = goStruct<Permission>(
  'Permission',
  { negate: false, resourceType: '', action: '' },
  { negate: ['negate', goBool], resourceType: ['resource_type', goString], action: ['action', goString] },
);
const permissionList = goSlice(permission);
const roleBody = goStruct<RoleBody>(
  'CustomRoleRequest',
  { name: '', displayName: '', site: null, user: null, organization: null, member: null },
  {
    name: ['name', goString],
    displayName: ['display_name', goString],
    site: ['site_permissions', permissionList],
    user: ['user_permissions', permissionList],
    organization: ['organization_permissions', permissionList],
    member: ['organization_member_permissions', permissionList],
  },
);

/** Mirrors `coderd/roles.go` and `enterprise/coderd/roles.go`. */
export function roleRoutes(core: Core): Hono<Env> {
  const path = '/organizations/:organization/members/roles';
  const gate = [
    requireSession(core),
    enterpriseOnly(core),
    requireFeature(core, 'custom_roles', 'Custom Roles'),
    organizationParam(core),
  ] as const;
  return new Hono<Env>()
    .get('/users/roles', requireSession(core), (c) => {
      if (!mayDo(c.get('subject'), 'read', { type: 'assign_role' })) throw forbidden();
      return answer(
        200,
        siteRoles.map((role) => ({
          ...builtInRoleJson(role, ''),
          assignable: canAssign(c.get('subject'), role.name, undefined),
          built_in: true,
        })),
      );
    })
    .get(path, requireSession(core), organizationParam(core), (c) => {
      const { id: organizationId } = c.get('organization');
      if (!mayDo(c.get('subject'), 'read', { type: 'assign_org_role', organizationId })) throw resourceNotFound();
      const assignable = (name: string) => canAssign(c.get('subject'), name, organizationId);
      const custom = Array.from(core.state.customRoles.values()).filter(
        (role) => role.organizationId === organizationId,
      );
      return answer(200, [
        ...organizationRoles.map((role) => ({
          ...builtInRoleJson(role, organizationId),
          assignable: assignable(role.name),
          built_in: true,
        })),
        ...custom.map((role) => ({ ...customRoleJson(role), assignable: assignable(role.name), built_in: false })),
      ]);
    })
    .post(path, ...gate, (c) => saveRole(core, c, 'create'))
    .put(path, ...gate, (c) => saveRole(core, c, 'write'))
    .delete(`${path}/:roleName`, ...gate, (c) => {
      const { id: organizationId } = c.get('organization');
      const name = c.req.param('roleName');
      return audited(core, c, auditSubject('delete', organizationId, name), async () => {
        if (reservedRoleNames.has(name)) throw badRequest('Reserved role name');
        const key = customRoleKey(organizationId, name);
        const role = core.state.customRoles.get(key);
        if (!role || !mayDo(c.get('subject'), 'delete', { type: 'assign_org_role', organizationId }))
          throw resourceNotFound();
        core.state.customRoles.delete(key);
        takeRoleFromMembers(core, organizationId, name);
        return { response: noContent(), before: auditFields(role), after: new Map() };
      });
    });
}

async function saveRole(core: Core, c: ApiContext, action: 'create' | 'write'): Promise<Response> {
  const { id: organizationId } = c.get('organization');
  const subject = auditSubject(action, organizationId, '');
  return audited(core, c, subject, async (): Promise<Audited> => {
    const body = await readBody(c.req.raw, roleBody, ({ name }) =>
      name === '' ? [failedTag('name', 'required', '')] : isUserName(name) ? [] : [failedTag('name', 'username', name)],
    );
    if (reservedRoleNames.has(body.name)) {
      throw badRequest(
        'Reserved role name',
        `${JSON.stringify(body.name)} is a reserved role name, and not allowed to be used`,
      );
    }
    refuseOtherReach(body);
    const allowed = mayDo(c.get('subject'), action === 'create' ? 'create' : 'update', {
      type: 'assign_org_role',
      organizationId,
    });
    if (!allowed) throw resourceNotFound();
    const name = body.name.toLowerCase();
    const before = core.state.customRoles.get(customRoleKey(organizationId, name));
    if (action === 'create' && before)
      throw badRequest(`A custom role with the name ${JSON.stringify(name)} already exists`);
    if (action === 'write' && !before) throw resourceNotFound();
    const wanted = body.organization ?? [];
    const role: CustomRole = {
      organizationId,
      name,
      displayName: body.displayName,
      permissions: action === 'write' ? wanted.filter(isValidPermission) : wanted,
    };
    checkPermissions(c, role);
    core.state.customRoles.set(customRoleKey(organizationId, name), role);
    return {
      response: answer(200, customRoleJson(role)),
      before: before ? auditFields(before) : new Map(),
      after: auditFields(role),
    };
  });
}

/** A custom role of an organization can't reach beyond it. */
function refuseOtherReach(body: RoleBody): void {
  const other = [
    ['site wide', body.site],
    ['user', body.user],
    ['organization member', body.member],
  ] as const;
  for (const [reach, list] of other) {
    if (list?.length) {
      throw badRequest(
        `Invalid request, not allowed to assign ${reach} permissions for an organization role.`,
        `organization scoped roles may not contain ${reach} permissions`,
      );
    }
  }
}

/** Mirrors `coderd/database/dbauthz/customroles.go`: no wildcard, no negation, nothing that the caller lacks. */
function checkPermissions(c: ApiContext, { organizationId, permissions }: CustomRole): void {
  const refuse = (detail: string) => badRequest('Failed to update role permissions', detail);
  for (const { negate, resourceType, action } of permissions) {
    if (!isValidPermission({ negate, resourceType, action })) {
      throw refuse(
        `invalid role: invalid action ${JSON.stringify(action)} for resource ${JSON.stringify(resourceType)}`,
      );
    }
    if (negate) throw refuse('invalid permission for action: negative permissions are not allowed in custom roles');
    if (resourceType === '*' || action === '*') {
      throw refuse('invalid permission for action: wildcard symbols are not allowed in custom roles');
    }
    if (!mayDo(c.get('subject'), action, { type: resourceType, organizationId })) {
      throw refuse(
        `invalid permission for action=${JSON.stringify(action)} resource=${JSON.stringify(resourceType)}, not allowed to grant this permission`,
      );
    }
  }
}

/** A trigger of the database does it; role-sync mappings keep the name. */
function takeRoleFromMembers(core: Core, organizationId: string, name: string): void {
  for (const user of core.state.users.values()) {
    const memberships = user.memberships.map((one) =>
      one.organizationId === organizationId && one.roles.includes(name)
        ? { ...one, roles: one.roles.filter((role) => role !== name) }
        : one,
    );
    if (!sameValue(memberships, user.memberships)) updateUser(core, { ...user, memberships });
  }
}

const permissionJson = ({ negate, resourceType, action }: Permission) => ({
  negate,
  resource_type: resourceType,
  action,
});

function builtInRoleJson(role: RolePermissions, organizationId: string): object {
  return {
    name: role.name,
    organization_id: organizationId || undefined,
    display_name: role.displayName,
    site_permissions: role.site.map(permissionJson),
    user_permissions: role.user.map(permissionJson),
    organization_permissions: role.organization.map(permissionJson),
    organization_member_permissions: role.member.map(permissionJson),
  };
}

function customRoleJson(role: CustomRole): object {
  return {
    name: role.name,
    organization_id: role.organizationId,
    display_name: role.displayName,
    site_permissions: [],
    user_permissions: [],
    organization_permissions: role.permissions.map(permissionJson),
    organization_member_permissions: null,
  };
}

function auditSubject(action: 'create' | 'write' | 'delete', organizationId: string, name: string) {
  return { resourceType: 'custom_role', resourceId: '', resourceTarget: name, action, organizationId };
}

function auditFields(role: CustomRole) {
  return new Map<string, unknown>([
    ['name', role.name],
    ['display_name', role.displayName],
    ['org_permissions', role.permissions.map(permissionJson)],
  ]);
}
