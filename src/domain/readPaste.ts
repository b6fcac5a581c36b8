import { type Claims, claimsFromObject, mergeClaims } from './claims.ts';
import { decodeToken, type TokenKind } from './decodeToken.ts';
import { identityProvider } from './identityProvider.ts';
import { parseJson, scanString } from './parseJson.ts';
import { fail, ok, type Result } from './result.ts';

/** Something that was overlooked or done so that a paste could be read. */
export type PasteNote = 'trailing-commas' | 'braces-added' | 'found-in-text' | 'token-response' | 'merged-here';

/** The sources of a login; undefined: that source wasn't stored. */
export interface PasteSources {
  readonly idToken: Claims | undefined;
  readonly userInfo: Claims | undefined;
}

/** Claims as sync would read them, and what they were found in. */
export interface Paste {
  readonly format: 'claims' | 'debug-link' | 'own-claims' | 'token';
  readonly claims: Claims;
  /** For `token` only. */
  readonly token?: TokenKind;
  /** For `debug-link` only. */
  readonly sources?: PasteSources;
  readonly provider?: string;
  readonly notes: readonly PasteNote[];
}

/** Why a paste holds no claims. The message is meant to be shown. */
export interface PasteProblem {
  readonly code:
    | 'empty'
    | 'too-large'
    | 'invalid-json'
    | 'not-an-object'
    | 'encrypted-token'
    | 'broken-token'
    | 'opaque-token'
    | 'names-only'
    | 'no-claims';
  readonly message: string;
  /** Place of an error in JSON, both from 1. */
  readonly line?: number;
  readonly column?: number;
}

/** 2 MB, which is far more than any provider sends. */
export const pasteLimit = 2 * 1024 * 1024;

/**
 * Finds claims in pasted text: a JSON object, the JSON of `debug-link` or of one's own claims, a token answer, a JWT
 * (also quoted, broken into lines, or behind `Bearer`), or a line of text with one of these in it.
 *
 * Signatures aren't checked. Never throws.
 */
export function readPaste(text: string): Result<Paste, PasteProblem> {
  if (text.length > pasteLimit) {
    return fail({ code: 'too-large', message: 'This is more than 2 MB. Paste the claims of one person.' });
  }
  const start = text.search(/[^\s\ufeff]/);
  if (start === -1) return fail({ code: 'empty', message: 'Nothing is pasted yet.' });
  const bare = text.slice(start).trimEnd();
  if (bare.startsWith('{') || bare.startsWith('[')) return readJson(text, start, bare, []);
  return readToken(bare) ?? readQuoted(text, start, bare) ?? readInside(text, bare);
}

/** Starts like the base64url of a JSON object, which each JWT's header is. */
const tokenStart = 'e[yw][\\w-]+';
const wholeToken = new RegExp(`^${tokenStart}(?:\\.[\\w-]*={0,2}){1,4}$`);

function readToken(bare: string, notes: readonly PasteNote[] = []): Result<Paste, PasteProblem> | undefined {
  const token = bare
    .replace(/^authorization:\s*/i, '')
    .replace(/^["'`]*(?:bearer\s+)?["'`]*/i, '')
    .replace(/["'`,;]+$/, '')
    .replaceAll(/\s+|\\n/g, '');
  if (!wholeToken.test(token)) return undefined;
  const decoded = decodeToken(token);
  if (!decoded.ok) return decoded;
  const claims = claimsFromObject(decoded.value.payload);
  return ok(paste({ format: 'token', claims, token: decoded.value.kind, notes }));
}

/** A JSON text with something in it, or members of an object without its braces. */
function readQuoted(text: string, start: number, bare: string): Result<Paste, PasteProblem> | undefined {
  if (!bare.startsWith('"')) return undefined;
  const json = parseJson(bare);
  if (json.ok && typeof json.value.value === 'string') return readInside(json.value.value, json.value.value.trim());
  const name = scanString(bare, 0);
  if (!name.closed || !/^\s*:/.test(bare.slice(name.end, name.end + 20))) return undefined;
  const members = readJson(`{${bare}}`, 0, `{${bare}}`, ['braces-added']);
  if (members.ok || members.error.code !== 'invalid-json') return members;
  // Places are those in the text that was pasted.
  const inside = parseJson(`{${bare}}`);
  return inside.ok ? members : fail(jsonProblem(text, start + inside.error.offset - 1, inside.error.message));
}

/** Something else with claims in it, such as a line of a log. */
function readInside(text: string, bare: string): Result<Paste, PasteProblem> {
  const token = bare.split(/[^\w.-]+/).find((piece) => wholeToken.test(piece));
  const read = token && readToken(token, ['found-in-text']);
  if (read) return read;
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start !== -1 && end > start) return readJson(text, start, text.slice(start, end + 1), ['found-in-text']);
  if (/got oidc claims|claim_fields/.test(bare)) {
    return fail({
      code: 'names-only',
      message: 'This log line holds the names of claims, not their values. Paste the debug link or a token instead.',
    });
  }
  if (/^(?:null|true|false|-?[\d.]+)$/.test(bare)) return fail(notAnObject(bare));
  if (/\s/.test(bare)) return fail({ code: 'no-claims', message: 'There is no JSON object and no token in here.' });
  return fail({
    code: 'opaque-token',
    message:
      'This is no JSON and no JWT. If it is an opaque token, only the IdP can read it: paste the ID token, or the ' +
      'answer of the userinfo address.',
  });
}

function readJson(text: string, start: number, json: string, notes: readonly PasteNote[]): Result<Paste, PasteProblem> {
  const parsed = parseJson(json);
  if (!parsed.ok) return fail(jsonProblem(text, start + parsed.error.offset, parsed.error.message));
  const { value, trailingCommas } = parsed.value;
  if (!isObject(value)) return fail(notAnObject(Array.isArray(value) ? 'list' : String(value)));
  return readObject(value, trailingCommas ? [...notes, 'trailing-commas'] : notes);
}

function readObject(object: object, notes: readonly PasteNote[]): Result<Paste, PasteProblem> {
  const claims = claimsFromObject(object);
  const token = claims.get('id_token') ?? claims.get('access_token');
  if (typeof token === 'string') {
    const read = readToken(token, [...notes, 'token-response']);
    if (read) return read;
  }
  const own = claims.get('claims');
  if (claims.size === 1 && isObject(own)) {
    return ok(paste({ format: 'own-claims', claims: claimsFromObject(own), notes }));
  }
  return readDebugLink(claims, notes) ?? ok(paste({ format: 'claims', claims, notes }));
}

const debugLinkKeys = ['id_token_claims', 'user_info_claims', 'merged_claims'];

function readDebugLink(outer: Claims, notes: readonly PasteNote[]): Result<Paste, PasteProblem> | undefined {
  if (!debugLinkKeys.some((key) => outer.has(key))) return undefined;
  const source = (key: string) => {
    const value = outer.get(key);
    return isObject(value) ? claimsFromObject(value) : undefined;
  };
  if (debugLinkKeys.some((key) => (outer.get(key) ?? null) !== null && !source(key))) return undefined;
  const idToken = source('id_token_claims');
  const userInfo = source('user_info_claims');
  const sources = { idToken, userInfo };
  const merged = source('merged_claims');
  if (merged) return ok(paste({ format: 'debug-link', claims: merged, sources, notes }));
  if (!idToken && !userInfo) {
    return fail({
      code: 'no-claims',
      message: 'The deployment holds no claims of this person’s last login. They are stored at the next one.',
    });
  }
  const claims = mergeClaims(idToken ?? new Map(), { source: 'user_info', claims: userInfo ?? new Map() });
  return ok(paste({ format: 'debug-link', claims, sources, notes: [...notes, 'merged-here'] }));
}

function paste(found: Omit<Paste, 'provider'>): Paste {
  const provider = identityProvider(found.claims);
  return provider === undefined ? found : { ...found, provider };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notAnObject(what: string): PasteProblem {
  return {
    code: 'not-an-object',
    message: `Claims are a JSON object, like { "groups": ["…"] }. This is ${what === 'list' ? 'a list' : what}.`,
  };
}

function jsonProblem(text: string, offset: number, message: string): PasteProblem {
  const at = Math.min(Math.max(offset, 0), text.length);
  const lines = text.slice(0, at).split(/\r\n|\r|\n/);
  return { code: 'invalid-json', message, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
