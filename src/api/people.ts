import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { shownName } from '../domain/shownName.ts';
import { hasStatus } from './ApiError.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { listOf, mapOf } from './wire.ts';

const user = z.pipe(
  z.object({
    id: z.string(),
    username: z.string(),
    name: z.optional(z.string()),
    email: z.string(),
    login_type: z.string(),
    last_seen_at: z.optional(z.string()),
    organization_ids: listOf(z.string()),
  }),
  z.transform((wire) => ({
    id: wire.id,
    username: wire.username,
    displayName: shownName(wire.name || wire.username),
    email: wire.email,
    loginType: wire.login_type,
    ...seenTime(wire.last_seen_at),
    organizationIds: wire.organization_ids,
  })),
);

/** When they last used the deployment, at or after their last login. Whoever never did has a time long before Coder. */
function seenTime(text: string | undefined): { readonly lastSeenAt?: Date } {
  const time = new Date(text ?? '');
  return time.getFullYear() > 2000 ? { lastSeenAt: time } : {};
}

/** A person with an account on the deployment. */
export type User = z.infer<typeof user>;

const usersPage = z.pipe(
  z.object({ users: listOf(user) }),
  z.transform(({ users }) => users),
);
const pageSize = 25;

/**
 * The first people whose username or email has the search text in it. Whoever may not see all people finds themselves
 * at most.
 *
 * @param search free text; what the server's search language would read as a key or a quote is taken out
 */
export function usersQuery(search: string) {
  const q = search.replaceAll(/[:"]/g, ' ').trim();
  return queryOptions({
    queryKey: keys.users(q),
    queryFn: ({ signal }) => request(usersPage, '/users', { query: { q, limit: String(pageSize) }, signal }),
    staleTime: 60_000,
  });
}

const userRoles = z.pipe(
  z.object({ roles: listOf(z.string()), organization_roles: mapOf(listOf(z.string())) }),
  z.transform((wire) => ({ siteRoles: wire.roles, organizationRoles: wire.organization_roles })),
);

/** The explicit roles of a person: site-wide, and by organization id. */
export function userRolesQuery(userId: string) {
  return queryOptions({
    queryKey: keys.userRoles(userId),
    queryFn: ({ signal }) => request(userRoles, `/users/${userId}/roles`, { signal }),
  });
}

const claims = z.nullish(
  z.custom<object>((value) => typeof value === 'object' && value !== null, 'expected an object'),
);
const debugLink = z.object({ id_token_claims: claims, user_info_claims: claims, merged_claims: claims });

/** The claims of a person's last login, by source. Owners only; a 400 for people who don't sign in over OIDC. */
export function debugLinkQuery(userId: string) {
  return queryOptions({
    queryKey: keys.debugLink(userId),
    queryFn: ({ signal }) => request(debugLink, `/debug/${userId}/debug-link`, { signal }),
    retry: false,
    gcTime: 0,
  });
}

const membersPage = z.pipe(
  z.object({
    members: listOf(
      z.pipe(
        z.object({ user_id: z.string(), username: z.string(), name: z.optional(z.string()), email: z.string() }),
        z.transform((wire) => ({
          id: wire.user_id,
          username: wire.username,
          displayName: shownName(wire.name || wire.username),
          email: wire.email,
        })),
      ),
    ),
    count: z.number(),
  }),
  z.transform(({ members, count }) => ({ members, count })),
);

/** Somebody in an organization. */
export type Member = z.infer<typeof membersPage>['members'][number];

/** The first members of an organization whose username or email has the search text in it. A 404 without the right. */
export function membersQuery(organizationId: string, search: string) {
  const q = search.replaceAll(/[:"]/g, ' ').trim();
  return queryOptions({
    queryKey: keys.members(organizationId, q),
    queryFn: async ({ signal }) => {
      const query = { q, limit: String(pageSize) };
      return (await request(membersPage, `/organizations/${organizationId}/paginated-members`, { query, signal }))
        .members;
    },
    staleTime: 60_000,
  });
}

/** How many members an organization has; null for those who may not see them. */
export function memberCountQuery(organizationId: string) {
  return queryOptions({
    queryKey: keys.memberCount(organizationId),
    queryFn: async ({ signal }): Promise<number | null> => {
      try {
        const query = { limit: '1' };
        const path = `/organizations/${organizationId}/paginated-members`;
        return (await request(membersPage, path, { query, signal })).count;
      } catch (error) {
        if (hasStatus(error, 403, 404)) return null;
        throw error;
      }
    },
    staleTime: 5 * 60_000,
  });
}
