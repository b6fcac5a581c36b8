import { Hono } from 'hono';
import { organizationRoles } from '../authorization/builtInRoles.ts';
import { mayDo } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import { ApiError, badRequest, forbidden, resourceNotFound, unauthorizedWrite } from '../http/ApiError.ts';
import { answer, goTime, noContent } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import { organizationParam, requireSession, userParam } from '../http/middleware.ts';
import { pageOf, readPage } from '../http/paging.ts';
import { readBody } from '../http/readBody.ts';
import { customRoleKey, type Membership, type User } from '../state/State.ts';
import { loadOrganizationSync, loadRoleSync } from '../state/syncSettings.ts';
import { canAssign } from './assignRoles.ts';
import { audited } from './auditRequest.ts';
import { readSearchTerms, unknownKeys } from './searchTerms.ts';
import { memberJson } from './userJson.ts';
import { byUsername, matchesUser, readUserQuery } from './userQuery.ts';
import { rolesBody } from './userRoutes.ts';

interface Member {
  readonly user: User;
  readonly membership: Membership;
}

/** Mirrors `coderd/members.go`. */
export function memberRoutes(core: Core): Hono<Env> {
  const inOrganization = [requireSession(core), organizationParam(core)] as const;
  const member = [...inOrganization, userParam(core)] as const;

  function allMembers(organizationId: string): Member[] {
    return Array.from(core.state.users.values())
      .sort(byUsername)
      .flatMap((user) => {
        const membership = user.memberships.find((one) => one.organizationId === organizationId);
        return membership ? { user, membership } : [];
      });
  }

  function visibleMembers(c: ApiContext): Member[] {
    const { id: organizationId } = c.get('organization');
    return allMembers(organizationId).filter(({ user }) =>
      mayDo(c.get('subject'), 'read', { type: 'organization_member', organizationId, ownerId: user.id }),
    );
  }

  function membershipOf(c: ApiContext): Membership {
    const { id: organizationId } = c.get('organization');
    const user = c.get('target');
    const membership = user.memberships.find((one) => one.organizationId === organizationId);
    const object = { type: 'organization_member', organizationId, ownerId: user.id };
    if (!membership || !mayDo(c.get('subject'), 'read', object)) throw resourceNotFound();
    return membership;
  }

  const json = ({ user, membership }: Member) => memberJson(core.state, user, membership);

  return new Hono<Env>()
    .get('/organizations/:organization/members', ...inOrganization, (c) => {
      const query = c.req.query('q') ?? '';
      const matches = readMemberQuery(query);
      return answer(
        200,
        visibleMembers(c)
          .filter(({ user }) => matches(user))
          .map(json),
      );
    })
    .get('/organizations/:organization/paginated-members', ...inOrganization, (c) => {
      const { id: organizationId } = c.get('organization');
      const query = new URL(c.req.url).searchParams;
      const matches = readUserQuery(query.get('q') ?? '');
      const page = readPage(query);
      if (!mayDo(c.get('subject'), 'read', { type: 'organization_member', organizationId })) throw resourceNotFound();
      const members = allMembers(organizationId).filter(({ user }) => matchesUser(user, matches));
      return answer(200, { members: pageOf(members, page, ({ user }) => user.id).map(json), count: members.length });
    })
    .get('/organizations/:organization/members/:user', ...member, (c) =>
      answer(200, json({ user: c.get('target'), membership: membershipOf(c) })),
    )
    .post('/organizations/:organization/members/:user', ...member, (c) => {
      const { id: organizationId } = c.get('organization');
      const user = c.get('target');
      return audited(core, c, auditSubject('create', organizationId, user), async () => {
        if (user.loginType === 'oidc' && organizationSyncIsOn(core)) {
          throw badRequest(
            'Organization sync is enabled for OIDC users, meaning manual organization assignment is not allowed for this user.',
            `User ${user.id} is an OIDC user and organization sync is enabled. Ask an administrator to resolve this in your external IDP.`,
          );
        }
        if (!mayDo(c.get('subject'), 'create', { type: 'organization_member', organizationId }))
          throw unauthorizedWrite();
        if (user.memberships.some((one) => one.organizationId === organizationId)) {
          throw badRequest(
            'User is already an organization member',
            `${user.username} already exists in the organization`,
          );
        }
        const now = goTime(core.now());
        const membership: Membership = { organizationId, roles: [], createdAt: now, updatedAt: now };
        updateUser(core, { ...user, memberships: [...user.memberships, membership] });
        return { response: answer(200, json({ user, membership })), before: new Map(), after: auditFields(user, []) };
      });
    })
    .delete('/organizations/:organization/members/:user', ...member, (c) => {
      const { id: organizationId } = c.get('organization');
      const user = c.get('target');
      const membership = membershipOf(c);
      return audited(core, c, auditSubject('delete', organizationId, user), async () => {
        if (user.id === c.get('user').id) throw badRequest('cannot remove self from an organization');
        if (!mayDo(c.get('subject'), 'delete', { type: 'organization_member', organizationId }))
          throw unauthorizedWrite();
        const inOther = (id: string) => core.state.groups.get(id)?.organizationId !== organizationId;
        updateUser(core, {
          ...user,
          memberships: user.memberships.filter((one) => one.organizationId !== organizationId),
          groupIds: user.groupIds.filter(inOther),
        });
        return { response: noContent(), before: auditFields(user, membership.roles), after: new Map() };
      });
    })
    .put('/organizations/:organization/members/:user/roles', ...member, (c) => {
      const { id: organizationId } = c.get('organization');
      const user = c.get('target');
      const membership = membershipOf(c);
      return audited(core, c, auditSubject('write', organizationId, user), async () => {
        if (
          user.loginType === 'oidc' &&
          loadRoleSync(core.state, organizationId).field !== '' &&
          roleSyncEntitled(core)
        ) {
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
          response: answer(200, json({ user, membership: updated })),
          before: auditFields(user, membership.roles),
          after: auditFields(user, wanted),
        };
      });
    });
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

/** Only three keys. Mirrors `coderd/searchquery/search.go` Members. */
function readMemberQuery(query: string): (user: User) => boolean {
  const terms = readSearchTerms(query, 'search');
  const validations = [...terms.validations, ...unknownKeys(terms, ['user_id', 'github_user_id', 'include_system'])];
  if (validations.length > 0)
    throw new ApiError(400, { message: 'Invalid organization member search query.', validations });
  const userId = terms.values.get('user_id')?.at(-1);
  const github = terms.values.get('github_user_id')?.at(-1);
  return (user) => (userId === undefined || user.id === userId) && (github === undefined || github === '0');
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
