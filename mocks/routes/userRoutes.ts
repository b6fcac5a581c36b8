import { Hono } from 'hono';
import { siteRoles } from '../authorization/builtInRoles.ts';
import { mayDo } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import { freeJson } from '../go-json/goJson.ts';
import { goSlice, goString, goStruct } from '../go-json/goTypes.ts';
import { badRequest, forbidden, internalError, resourceNotFound } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { Env } from '../http/Env.ts';
import { requireSession, userParam } from '../http/middleware.ts';
import { pageOf, readPage } from '../http/paging.ts';
import { readBody } from '../http/readBody.ts';
import { canAssign } from './assignRoles.ts';
import { userJson } from './userJson.ts';
import { byUsername, matchesUser, readUserQuery } from './userQuery.ts';

export const rolesBody = goStruct<{ readonly roles: readonly string[] | null }>(
  'UpdateRoles',
  { roles: null },
  { roles: ['roles', goSlice(goString)] },
);

/** Mirrors `coderd/users.go`. */
export function userRoutes(core: Core): Hono<Env> {
  const session = requireSession(core);
  const target = userParam(core);
  return new Hono<Env>()
    .get('/users', session, (c) => {
      const query = new URL(c.req.url).searchParams;
      const matches = readUserQuery(query.get('q') ?? '');
      const page = readPage(query);
      const users = Array.from(core.state.users.values())
        .filter(
          (user) => mayDo(c.get('subject'), 'read', { type: 'user', ownerId: user.id }) && matchesUser(user, matches),
        )
        .sort(byUsername);
      return answer(200, { users: pageOf(users, page, ({ id }) => id).map(userJson), count: users.length });
    })
    .get('/users/oidc-claims', session, (c) => {
      const user = c.get('user');
      if (user.loginType !== 'oidc') throw badRequest('User is not an OIDC user.');
      if (!user.claims) throw internalError('sql: no rows in result set');
      return answer(200, { claims: freeJson(user.claims.merged ?? new Map()) });
    })
    .get('/users/:user', session, target, (c) => answer(200, userJson(c.get('target'))))
    .get('/users/:user/roles', session, target, (c) => {
      const user = c.get('target');
      if (!mayDo(c.get('subject'), 'read_personal', { type: 'user', ownerId: user.id })) throw resourceNotFound();
      const visible = user.memberships.filter(({ organizationId }) =>
        mayDo(c.get('subject'), 'read', { type: 'organization_member', organizationId, ownerId: user.id }),
      );
      return answer(200, {
        roles: user.siteRoles,
        organization_roles: new Map(visible.map(({ organizationId, roles }) => [organizationId, roles])),
      });
    })
    .put('/users/:user/roles', session, target, async (c) => {
      const { flags, features } = core.state.deployment;
      const user = c.get('target');
      if (user.loginType === 'oidc' && flags.userRoleField !== '' && features.includes('user_role_management')) {
        throw badRequest(
          'Cannot modify roles for OIDC users when role sync is enabled.',
          "'User Role Field' is set in the OIDC configuration. All role changes must come from the oidc identity provider.",
        );
      }
      if (user.id === c.get('user').id) throw badRequest('You cannot change your own roles.');
      const { roles } = await readBody(c.req.raw, rolesBody);
      const wanted = Array.from(new Set(roles ?? []));
      const unknown = wanted.find((name) => !siteRoles.some((role) => role.name === name));
      if (unknown !== undefined) throw badRequest(`${JSON.stringify(unknown)} is not a supported role`);
      const changed = [...wanted, ...user.siteRoles].filter(
        (name) => wanted.includes(name) !== user.siteRoles.includes(name),
      );
      if (!mayDo(c.get('subject'), 'assign', { type: 'assign_role' })) throw forbidden();
      if (!changed.every((name) => canAssign(c.get('subject'), name, undefined))) throw forbidden();
      const updated = { ...user, siteRoles: wanted };
      updateUser(core, updated);
      return answer(200, userJson(updated));
    });
}
