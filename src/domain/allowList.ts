import { type ClaimError, type Claims, readClaim } from './claims.ts';

/** Whether the allow list of the server flags lets a person in at all. */
export type AllowListVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly status: 403; readonly reason: 'no_claim' | 'not_listed' }
  | { readonly allowed: false; readonly status: 400; readonly reason: 'claim_error'; readonly error: ClaimError };

/**
 * Checks the raw claim values, before any mapping or filter. Without a list or without a field
 * everybody is let in.
 *
 * Mirrors `coderd/idpsync/group.go` GroupParams / `CODER_OIDC_ALLOWED_GROUPS`.
 *
 * @param groupField `CODER_OIDC_GROUP_FIELD`, not the field of an organization's settings
 */
export function checkAllowList(allowList: readonly string[], groupField: string, claims: Claims): AllowListVerdict {
  if (allowList.length === 0 || groupField === '') return { allowed: true };
  const { present, values } = readClaim(claims, groupField);
  if (!present) return { allowed: false, status: 403, reason: 'no_claim' };
  if (!values.ok) return { allowed: false, status: 400, reason: 'claim_error', error: values.error };
  return values.value.some((value) => allowList.includes(value))
    ? { allowed: true }
    : { allowed: false, status: 403, reason: 'not_listed' };
}
