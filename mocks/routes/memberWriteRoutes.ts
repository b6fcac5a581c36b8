import { Hono } from 'hono';
import { organizationRoles } from '../authorization/builtInRoles.ts';
import { mayDo } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import { badRequest, forbidden, unauthorizedWrite } from '../http/ApiError.ts';
import { answer, goTime, noContent } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import { organizationParam, requireSession, userParam } from '../http/middleware.ts';
import { readBody } from '../http/readBody.ts';
import { customRoleKey, type Membership, type User } from '../state/State.ts';
import { loadOrganizationSync, loadRoleSync } from '../state/syncSettings.ts';
import { canAssign } from './assignRoles.ts';
import { type Audited, audited } from './auditRequest.ts';
import { membershipOf } from './membershipOf.ts';
import { memberJson } from './userJson.ts';
import { rolesBody } from './userRoutes.ts';

/** Members and their roles, changed by hand. Mirrors `coderd/members.go`. */
export function memberWriteRoutes(core: Core): Hono<Env> {
  const path = '/organizations/:organization/members/:user';
  const member = [requireSession(core), organizationParam(core), userParam(core)] as const;

  function write(c: ApiContext, action: 'create' | 'write' | 'delete', handle: () => Promise<Audited>) {
    return audited(core, c, auditSubject(action, c.get('organization').id, c.get('target')), handle);
  }

  return new Hono<Env>()
    .post(path, ...member, (c) => write(c, 'create', () => add(core, c)))
    .delete(path, ...member, (c) => {
      const membership = membershipOf(c);
      return write(c, 'delete', () => remove(core, c, membership));
    })
    .put(`${path}/roles`, ...member, (c) => {
      const membership = membershipOf(c);
      return write(c, 'write', () => giveRoles(core, c, membership));
    });
}

async function add(core: Core, c: ApiContext): Promise<Audited> {
  const { id: organizationId } = c.get('organization');
  const user = c.get('target');
  if (user.loginType === 'oidc' && organizationSyncIsOn(core)) {
    throw badRequest(
      'Organization sync is enabled for OIDC users, meaning manual organization assignment is not allowed for this user.',
      `User ${user.id} is an OIDC user and organization sync is enabled. Ask an administrator to resolve this in your external IDP.`,
    );
  }
  if (!mayDo(c.get('subject'), 'create', { type: 'organization_member', organizationId })) throw unauthorizedWrite();
  if (user.memberships.some((one) => one.organizationId === organizationId)) {
    throw badRequest('User is already an organization member', `${user.username} already exists in the organization`);
  }
  const now = goTime(core.now());
  const membership: Membership = { organizationId, roles: [], createdAt: now, updatedAt: now };
  updateUser(core, { ...user, memberships: [...user.memberships, membership] });
  return {
    response: answer(200, memberJson(core.state, user, membership)),
    before: new Map(),
    after: auditFields(user, []),
  };
}

async function remove(core: Core, c: ApiContext, membership: Membership): Promise<Audited> {
  const { id: organizationId } = c.get('organization');
  const user = c.get('target');
  if (user.id === c.get('user').id) throw badRequest('cannot remove self from an organization');
  if (!mayDo(c.get('subject'), 'delete', { type: 'organization_member', organizationId })) throw unauthorizedWrite();
  const inOther = (id: string) => core.state.groups.get(id)?.organizationId !== organizationId;
  updateUser(core, {
    ...user,
    memberships: user.memberships.filter((one) => one.organizationId !== organizationId),
    groupIds: user.groupIds.filter(inOther),
  });
  return { response: noContent(), before: auditFields(user, membership.roles), after: new Map() };
}

async function giveRoles(core: Core, c: ApiContext, membership: Membership): Promise<Audited> {
  const { id: organizationId } = c.get('organization');
  const user = c.get('target');
  if (user.loginType === 'oidc' && loadRoleSync(core.state, organizationId).field !== '' && roleSyncEntitled(core)) {
    throw badRequest(
      'Cannot modify roles for OIDC users when role sync is enabled. This organization member is an OIDC user.',
      "The 'organization_role_sync' setting is enabled. All role changes must come from the oidc identity provider.",
    );
  }
  if (user.id === c.get('user').id) throw badRequest('You cannot change your own organization roles.');
  const { roles } = await readBody(c.req.raw, rolesBody);
  const wanted = Array.from(new Set(roles ?? []));
  checkRoles(core, c, wanted, membership.roles);
  const updated = { ...membership, roles: wanted, updatedAt: goTime(core.now()) };
  const memberships = user.memberships.map((one) => (one === membership ? updated : one));
  updateUser(core, { ...user, memberships });
  return {
    response: answer(200, memberJson(core.state, user, updated)),
    before: auditFields(user, membership.roles),
    after: auditFields(user, wanted),
  };
}

function organizationSyncIsOn(core: Core): boolean {
  const entitled = core.state.deployment.features.includes('multiple_organizations');
  return entitled && loadOrganizationSync(core.state).field !== '';
}

function roleSyncEntitled(core: Core): boolean {
  return core.state.deployment.features.includes('user_role_management');
}

/** Mirrors `coderd/database/dbauthz/dbauthz.go` canAssignRoles. @throws {ApiError} 400, 403 */
function checkRoles(core: Core, c: ApiContext, wanted: readonly string[], present: readonly string[]): void {
  const { id: organizationId } = c.get('organization');
  const added = wanted.filter((name) => !present.includes(name));
  const removed = present.filter((name) => !wanted.includes(name));
  for (const name of added) {
    const known =
      organizationRoles.some((role) => role.name === name) ||
      core.state.customRoles.has(customRoleKey(organizationId, name));
    if (!known) throw badRequest(`Update organization member roles: role ${JSON.stringify(name)} not found`);
  }
  const object = { type: 'assign_org_role', organizationId };
  if (added.length > 0 && !mayDo(c.get('subject'), 'assign', object)) throw forbidden();
  if (removed.length > 0 && !mayDo(c.get('subject'), 'unassign', object)) throw forbidden();
  if (![...added, ...removed].every((name) => canAssign(c.get('subject'), name, organizationId))) throw forbidden();
}

function auditSubject(action: 'create' | 'write' | 'delete', organizationId: string, user: User) {
  return {
    resourceType: 'organization_member',
    resourceId: user.id,
    resourceTarget: user.username,
    action,
    organizationId,
  };
}

function auditFields(user: User, roles: readonly string[]) {
  return new Map<string, unknown>([
    ['username', user.username],
    ['roles', roles],
  ]);
}
