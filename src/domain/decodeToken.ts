import { base64url } from 'jose';
import { parseJson } from './parseJson.ts';
import { fail, ok, type Result } from './result.ts';

/** Parts of base64url with dots between; the first starts like that of a JSON object, which each JWT's header is. */
export const wholeToken = /^e[yw][\w-]+(?:\.[\w-]*={0,2}){1,4}$/;

/** What a token is for, as far as it shows. Coder reads the ID token. */
export type TokenKind = 'id' | 'access' | 'refresh' | 'unknown';

export interface DecodedToken {
  readonly kind: TokenKind;
  readonly payload: object;
}

export interface TokenProblem {
  readonly code: 'encrypted-token' | 'broken-token';
  readonly message: string;
}

/**
 * Reads a JWT's payload. The signature isn't checked.
 *
 * @param token parts in base64url with dots between, nothing else
 */
export function decodeToken(token: string): Result<DecodedToken, TokenProblem> {
  const parts = token.split('.');
  if (parts.length === 5) {
    return fail({
      code: 'encrypted-token',
      message: 'This token is encrypted (five parts): only its receiver can read it. Paste the ID token unencrypted.',
    });
  }
  const [first = '', second = ''] = parts;
  const header = decodePart(first, 'first');
  if (!header.ok) return header;
  const payload = decodePart(second, 'second');
  if (!payload.ok) return payload;
  return ok({ kind: kindOf(header.value, payload.value), payload: payload.value });
}

function decodePart(part: string, which: 'first' | 'second'): Result<object, TokenProblem> {
  const text = decodeBase64Url(part);
  const json = text === undefined ? undefined : parseJson(text);
  const value = json?.ok ? json.value.value : undefined;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return ok(value);
  const cause = text === undefined ? 'can’t be decoded; is a piece missing?' : 'doesn’t hold a JSON object.';
  return fail({ code: 'broken-token', message: `This looks like a token, but its ${which} part ${cause}` });
}

function decodeBase64Url(part: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(part.replace(/=+$/, '')));
  } catch {
    return undefined;
  }
}

function kindOf(header: object, payload: object): TokenKind {
  const get = (object: object, key: string) => Object.entries(object).find(([name]) => name === key)?.[1];
  const has = (key: string) => Object.hasOwn(payload, key);
  const type = String(get(payload, 'typ') ?? get(header, 'typ') ?? '').toLowerCase();
  if (type === 'id') return 'id';
  if (type === 'bearer' || type.endsWith('at+jwt')) return 'access';
  if (type === 'refresh' || type === 'offline') return 'refresh';
  const use = get(payload, 'token_use');
  if (use === 'id' || use === 'access') return use;
  if (has('nonce') || has('at_hash') || has('c_hash')) return 'id';
  if (has('scope') || has('scp')) return 'access';
  return has('aud') && has('iss') ? 'id' : 'unknown';
}
