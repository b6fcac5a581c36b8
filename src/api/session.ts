import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { shownName } from '../domain/shownName.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';

const roleName = z.object({ name: z.string(), display_name: z.string() });

const me = z.pipe(
  z.object({
    id: z.string(),
    username: z.string(),
    name: z.optional(z.string()),
    email: z.string(),
    login_type: z.string(),
    roles: z.array(roleName),
    organization_ids: z.array(z.string()),
  }),
  z.transform((wire) => ({
    id: wire.id,
    username: wire.username,
    displayName: shownName(wire.name || wire.username),
    email: wire.email,
    loginType: wire.login_type,
    siteRoles: wire.roles.map(({ name }) => name),
    organizationIds: wire.organization_ids,
  })),
);

/** The signed-in person. */
export type Me = z.infer<typeof me>;

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => request(me, '/users/me', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whose session a token is. @throws ApiError a 401 if it is nobody's */
export function readMe(token: string): Promise<Me> {
  return request(me, '/users/me', { token });
}
