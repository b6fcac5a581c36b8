import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { keys } from './keys.ts';
import { request } from './request.ts';

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
  z.object({ version: z.string(), dashboard_url: z.optional(z.string()), deployment_id: z.optional(z.string()) }),
  z.transform((wire) => ({
    version: wire.version,
    dashboard: webAddress(wire.dashboard_url ?? ''),
    deploymentId: wire.deployment_id ?? '',
  })),
);

function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** Version of the deployment, which one it is, and where people find its dashboard (not `external_url`: that leads to Coder's source). Public. */
export const buildInfoQuery = queryOptions({
  queryKey: keys.buildInfo,
  queryFn: ({ signal }) => request(buildInfo, '/buildinfo', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
