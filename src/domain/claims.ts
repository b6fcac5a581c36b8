import { fail, ok, type Result } from './result.ts';

/** Claim name → its JSON value. A Map, because `__proto__` and `constructor` are legal claim names. */
export type Claims = ReadonlyMap<string, unknown>;

/** The second source of claims at login; which one it is depends on the server flags. */
export interface SecondaryClaims {
  readonly source: 'none' | 'user_info' | 'access_token';
  readonly claims: Claims;
}

/** Why the server can't read a claim as a list of strings. */
export type ClaimError =
  | { readonly code: 'csv_string' }
  | { readonly code: 'not_string_array' }
  | { readonly code: 'element_not_string'; readonly index: number };

/** Takes the own, enumerable keys of a JSON object. */
export function claimsFromObject(value: object): Claims {
  return new Map(Object.entries(value));
}

/**
 * Merges the two sources of a login, shallow, by top-level key: userinfo wins over the ID token, also with a blank
 * value; the ID token wins over an access token.
 *
 * Mirrors `coderd/userauth.go` (userOIDC, mergeClaims).
 */
export function mergeClaims(idToken: Claims, secondary: SecondaryClaims): Claims {
  switch (secondary.source) {
    case 'none':
      return idToken;
    case 'user_info':
      return new Map([...idToken, ...secondary.claims]);
    case 'access_token':
      return new Map([...secondary.claims, ...idToken]);
  }
}

/**
 * Reads one claim as a list of strings. Nothing is trimmed or folded; duplicates and order stay.
 *
 * Mirrors `coderd/idpsync/idpsync.go` ParseStringSliceClaim. An absent claim isn't its business: each sync decides.
 *
 * @param value the claim's JSON value
 */
export function parseClaimValues(value: unknown): Result<readonly string[], ClaimError> {
  if (value === null || value === undefined || value === '') return ok([]);
  if (typeof value === 'string') return value.includes(',') ? fail({ code: 'csv_string' }) : ok([value]);
  if (!Array.isArray(value)) return fail({ code: 'not_string_array' });
  const values: string[] = [];
  for (const [index, element] of value.entries()) {
    if (typeof element !== 'string') return fail({ code: 'element_not_string', index });
    values.push(element);
  }
  return ok(values);
}

/** A claim as one sync finds it. An absent claim counts as an empty list in most of them, but not in all. */
export interface ReadClaim {
  readonly present: boolean;
  readonly values: Result<readonly string[], ClaimError>;
}

/** Looks one claim up by its exact name and reads it. */
export function readClaim(claims: Claims, field: string): ReadClaim {
  return claims.has(field)
    ? { present: true, values: parseClaimValues(claims.get(field)) }
    : { present: false, values: ok([]) };
}
