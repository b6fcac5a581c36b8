import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { listOf } from './wire.ts';

const member = z.pipe(
  z.object({
    user_id: z.string(),
    username: z.string(),
    name: z.optional(z.string()),
    email: z.string(),
    login_type: z.string(),
    roles: listOf(z.object({ name: z.string() })),
  }),
  z.transform((wire) => ({
    id: wire.user_id,
    username: wire.username,
    displayName: wire.name || wire.username,
    email: wire.email,
    loginType: wire.login_type,
    roles: wire.roles.map(({ name }) => name),
  })),
);

/** A member of an organization, with their explicit roles in it. */
export type Member = z.infer<typeof member>;

const pageSize = 25;

/** The first members of an organization whose name or email has the search text in it. */
export function membersQuery(organizationId: string, search: string) {
  return queryOptions({
    queryKey: keys.members(organizationId, search),
    queryFn: async ({ signal }) => {
      const query = { q: search, limit: String(pageSize) };
      const page = z.object({ members: listOf(member), count: z.number() });
      return request(page, `/organizations/${organizationId}/paginated-members`, { query, signal });
    },
    staleTime: 60_000,
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
