import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { keys } from './keys.ts';
import { request } from './request.ts';

const ownClaims = z.object({ claims: z.custom<object>((value) => typeof value === 'object' && value !== null) });

/** The merged claims of one's own last login over OIDC. A 400 for people who sign in otherwise. */
export const ownClaimsQuery = queryOptions({
  queryKey: keys.ownClaims,
  queryFn: ({ signal }) => request(ownClaims, '/users/oidc-claims', { signal }),
  retry: false,
});
