import { type Claims, mergeClaims, type SecondaryClaims } from './claims.ts';
import type { Paste } from './Paste.ts';

export type ClaimSource = 'ID token' | 'userinfo' | 'access token';

/** Claims as the server merges them, with the source that each key comes from; none where it wasn't pasted apart. */
export interface MergedClaims {
  readonly claims: Claims;
  readonly sourceOf: ReadonlyMap<string, ClaimSource>;
  /** Keys that more than one source had. */
  readonly contested: ReadonlySet<string>;
}

/**
 * Merges what was pasted as the server would with its flags.
 *
 * @param secondary what the flags read beside the ID token
 */
export function mergeSources({ claims, token, sources }: Paste, secondary: SecondaryClaims['source']): MergedClaims {
  if (!sources) {
    const isAside = token === 'access' && secondary !== 'access_token';
    const sourceOf =
      token === 'id' ? ('ID token' as const) : token === 'access' ? ('access token' as const) : undefined;
    return {
      claims: isAside ? new Map() : claims,
      sourceOf: new Map(sourceOf ? [...claims.keys()].map((key) => [key, sourceOf]) : []),
      contested: new Set(),
    };
  }
  const first: Claims = sources.idToken ?? new Map();
  // What a deployment stores as userinfo are the access token's claims if its flags say so.
  const second: Claims =
    (secondary === 'access_token' ? (sources.accessToken ?? sources.userInfo) : sources.userInfo) ?? new Map();
  const name = secondary === 'access_token' ? ('access token' as const) : ('userinfo' as const);
  const merged = mergeClaims(first, { source: secondary, claims: second });
  const isSecond = (key: string) =>
    secondary !== 'none' && second.has(key) && (secondary === 'user_info' || !first.has(key));
  return {
    claims: merged,
    sourceOf: new Map([...merged.keys()].map((key) => [key, isSecond(key) ? name : ('ID token' as const)])),
    contested: new Set([...first.keys()].filter((key) => second.has(key))),
  };
}
