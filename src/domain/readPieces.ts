import { type Claims, claimsFromObject, mergeClaims } from './claims.ts';
import { decodeToken, wholeToken } from './decodeToken.ts';
import type { Piece } from './findPieces.ts';
import { identityProvider } from './identityProvider.ts';
import type { Paste, PasteNote, ReadPaste } from './Paste.ts';
import { fail, ok } from './result.ts';
import { adviseScopes, type ScopeAdvice } from './scopeAdvice.ts';

/** Claims out of all that was found: one source, or several that belong together. */
export function readPieces(found: readonly Piece[], notes: readonly PasteNote[]): ReadPaste {
  const [only, ...others] = found;
  if (only && others.length === 0) {
    if (only.type === 'token') return ok(named({ format: 'token', claims: only.claims, token: only.kind, notes }));
    return readObject(only.claims, notes);
  }
  for (const piece of found) {
    const link = piece.type === 'object' ? readDebugLink(piece.claims, notes) : undefined;
    if (link) return link;
  }
  return readSeveral(found.flatMap(tokensOf), notes);
}

/** The tokens in a token answer; any other piece as it is. */
function tokensOf(piece: Piece): readonly Piece[] {
  if (piece.type === 'token') return [piece];
  const tokens = ['id_token', 'access_token'].flatMap((name): readonly Piece[] => {
    const token = piece.claims.get(name);
    const decoded = typeof token === 'string' && wholeToken.test(token) ? decodeToken(token) : undefined;
    if (!decoded?.ok) return [];
    const kind = name === 'id_token' ? 'id' : 'access';
    return [{ type: 'token', kind, claims: claimsFromObject(decoded.value.payload) }];
  });
  return tokens.length > 0 ? tokens : [piece];
}

function readSeveral(pieces: readonly Piece[], notes: readonly PasteNote[]): ReadPaste {
  const rest = [...pieces];
  const take = (fits: (piece: Piece) => boolean): Claims | undefined => {
    const at = rest.findIndex(fits);
    return at === -1 ? undefined : rest.splice(at, 1)[0]?.claims;
  };
  const hasToken = pieces.some(({ type }) => type === 'token');
  const accessToken = take((piece) => piece.type === 'token' && piece.kind === 'access');
  let idToken =
    take((piece) => piece.type === 'token' && piece.kind === 'id') ??
    take(({ type }) => type === 'token') ??
    take(({ claims }) => claims.has('iss') && (claims.has('aud') || claims.has('exp') || claims.has('iat')));
  const isGuessed = !idToken && !hasToken && rest.length > 1;
  if (isGuessed) idToken = take(() => true);
  const userInfo = take(({ type }) => type === 'object');
  const told: PasteNote[] = [...notes];
  if (isGuessed) told.push('guessed-sources');
  if (accessToken && (idToken || userInfo)) told.push('access-token-aside');
  if (rest.length > 0) told.push('rest-ignored');
  if (!idToken && !userInfo && accessToken) {
    return ok(named({ format: 'token', token: 'access', claims: accessToken, notes: told }));
  }
  const claims = mergeClaims(idToken ?? new Map(), { source: 'user_info', claims: userInfo ?? new Map() });
  if (idToken && userInfo) told.push('merged-here');
  return ok(named({ format: 'several', claims, sources: { idToken, userInfo, accessToken }, notes: told }));
}

function readObject(claims: Claims, notes: readonly PasteNote[]): ReadPaste {
  const tokens = tokensOf({ type: 'object', claims });
  const [first, second] = tokens;
  if (first?.type === 'token') {
    const told: readonly PasteNote[] = [...notes, 'token-response'];
    if (second) return readSeveral(tokens, told);
    return ok(named({ format: 'token', claims: first.claims, token: first.kind, notes: told }));
  }
  const token = claims.get('id_token') ?? claims.get('access_token');
  if (typeof token === 'string' && wholeToken.test(token)) {
    const decoded = decodeToken(token);
    if (!decoded.ok) return decoded;
  }
  const error = claims.get('error');
  if (typeof error === 'string' && !claims.has('sub')) return refusedAnswer(error, claims.get('error_description'));
  if (claims.size === 1) {
    const [held] = claims.values();
    const name = [...claims.keys()][0];
    if (isJsonObject(held) && name === 'claims') {
      return ok(named({ format: 'own-claims', claims: claimsFromObject(held), notes }));
    }
  }
  const isUserInfo = claims.has('sub') && !['iss', 'aud', 'exp', 'iat'].some((name) => claims.has(name));
  const told: readonly PasteNote[] = isUserInfo ? [...notes, 'userinfo-shape'] : notes;
  return readDebugLink(claims, notes) ?? ok(named({ format: 'claims', claims, notes: told }));
}

function refusedAnswer(error: string, description: unknown): ReadPaste {
  const why = typeof description === 'string' ? description : error;
  const advice = adviseScopes(`${error} ${why}`);
  if (advice) return refusedScope(advice);
  return fail({
    code: 'error-answer',
    message: `This is an error of the identity provider, not claims: ${why.slice(0, 300)}`,
  });
}

const debugLinkKeys = ['id_token_claims', 'user_info_claims', 'merged_claims'];

function readDebugLink(outer: Claims, notes: readonly PasteNote[]): ReadPaste | undefined {
  if (!debugLinkKeys.some((key) => outer.has(key))) return undefined;
  const source = (key: string) => {
    const value = outer.get(key);
    return isJsonObject(value) ? claimsFromObject(value) : undefined;
  };
  if (debugLinkKeys.some((key) => (outer.get(key) ?? null) !== null && !source(key))) return undefined;
  const idToken = source('id_token_claims');
  const userInfo = source('user_info_claims');
  const sources = { idToken, userInfo };
  const merged = source('merged_claims');
  if (merged) return ok(named({ format: 'debug-link', claims: merged, sources, notes }));
  if (!idToken && !userInfo) {
    return fail({
      code: 'no-claims',
      message: 'The deployment holds no claims of this person’s last login. They are stored at the next one.',
    });
  }
  const claims = mergeClaims(idToken ?? new Map(), { source: 'user_info', claims: userInfo ?? new Map() });
  return ok(named({ format: 'debug-link', claims, sources, notes: [...notes, 'merged-here'] }));
}

/** With the provider, if it is recognised. */
export function named(found: Omit<Paste, 'provider'>): Paste {
  const provider =
    identityProvider(found.claims) ?? (found.sources?.accessToken && identityProvider(found.sources.accessToken));
  return provider === undefined ? found : { ...found, provider };
}

export function isJsonObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A provider doesn’t know a scope that the server asks for. */
export function refusedScope(scopes: ScopeAdvice): ReadPaste {
  const { scope, provider = 'The identity provider' } = scopes;
  return fail({
    code: 'scope-error',
    message: `${provider} refuses ${scope === undefined ? 'a scope' : `the scope “${scope}”`}: nobody can sign in until the server asks for others.`,
    scopes,
  });
}
