import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
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
    organization_ids: listOf(z.string()),
  }),
  z.transform((wire) => ({
    id: wire.id,
    username: wire.username,
    displayName: wire.name || wire.username,
    email: wire.email,
    loginType: wire.login_type,
    organizationIds: wire.organization_ids,
  })),
);

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
