import { Hono } from 'hono';
import { mayDo } from '../authorization/Subject.ts';
import type { Core } from '../Core.ts';
import { ApiError, resourceNotFound } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import { organizationParam, requireSession, userParam } from '../http/middleware.ts';
import { pageOf, readPage } from '../http/paging.ts';
import type { Membership, User } from '../state/State.ts';
import { membershipOf } from './membershipOf.ts';
import { memberWriteRoutes } from './memberWriteRoutes.ts';
import { readSearchTerms, unknownKeys } from './searchTerms.ts';
import { memberJson } from './userJson.ts';
import { byUsername, matchesUser, readUserQuery } from './userQuery.ts';

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
    .route('/', memberWriteRoutes(core));
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
