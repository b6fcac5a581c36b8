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

const authMethods = z.object({
  password: z.object({ enabled: z.boolean() }),
  oidc: z.object({ enabled: z.boolean(), signInText: z.string() }),
});

/** How people can sign in to this deployment. Public. */
export const authMethodsQuery = queryOptions({
  queryKey: keys.authMethods,
  queryFn: ({ signal }) => request(authMethods, '/users/authmethods', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

const buildInfo = z.pipe(
  z.object({ version: z.string(), dashboard_url: z.optional(z.string()) }),
  z.transform((wire) => ({ version: wire.version, dashboard: webAddress(wire.dashboard_url ?? '') })),
);

function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** Version of the deployment, and where people find its dashboard (not `external_url`: that leads to Coder's source). Public. */
export const buildInfoQuery = queryOptions({
  queryKey: keys.buildInfo,
  queryFn: ({ signal }) => request(buildInfo, '/buildinfo', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whose session a token is. @throws ApiError a 401 if it is nobody's */
export function readMe(token: string): Promise<Me> {
  return request(me, '/users/me', { token });
}

const ownClaims = z.object({ claims: z.custom<object>((value) => typeof value === 'object' && value !== null) });

/** The merged claims of one's own last login over OIDC. A 400 for people who sign in otherwise. */
export const ownClaimsQuery = queryOptions({
  queryKey: keys.ownClaims,
  queryFn: ({ signal }) => request(ownClaims, '/users/oidc-claims', { signal }),
  retry: false,
});
