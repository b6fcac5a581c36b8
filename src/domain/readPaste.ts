import { claimsFromObject } from './claims.ts';
import { decodeToken, wholeToken } from './decodeToken.ts';
import { findPieces, type Piece } from './findPieces.ts';
import type { PasteNote, PasteProblem, ReadPaste } from './Paste.ts';
import { parseJson, scanString } from './parseJson.ts';
import { readHttp } from './readHttp.ts';
import { readLog } from './readLog.ts';
import { isJsonObject, named, readPieces, refusedScope } from './readPieces.ts';
import { fail, ok } from './result.ts';
import { adviseScopes } from './scopeAdvice.ts';

/** 2 MB, which is far more than any provider sends. */
export const pasteLimit = 2 * 1024 * 1024;

/**
 * Finds claims in pasted text: a JSON object, the JSON of `debug-link` or of one's own claims, a token answer, a JWT
 * (also quoted, broken into lines, or behind `Bearer`), several of these together, a whole HTTP answer, or lines of a
 * log.
 *
 * Signatures aren't checked. Never throws.
 */
export function readPaste(text: string): ReadPaste {
  if (text.length > pasteLimit) {
    return fail({ code: 'too-large', message: 'This is more than 2 MB. Paste the claims of one person.' });
  }
  const start = text.search(/[^\s\ufeff]/);
  if (start === -1) return fail({ code: 'empty', message: 'Nothing is pasted yet.' });
  const bare = text.slice(start).trimEnd();
  const log = readLog(bare);
  if (log?.type === 'names') {
    return ok({ format: 'names', claims: new Map(), names: log.names, blank: log.blank, notes: [] });
  }
  if (log) return ok({ format: 'values', claims: new Map(), values: log.values, notes: [] });
  const http = readHttp(bare);
  if (http) return readBody(http.status, http.body, http.challenge);
  if (bare.startsWith('{') || bare.startsWith('[')) return readJson(text, start, bare, []);
  return readToken(bare) ?? readQuoted(text, start, bare) ?? readInside(text, bare);
}

/** The body of an HTTP answer. */
function readBody(status: number, body: string, challenge: string | undefined): ReadPaste {
  if (status >= 400) {
    const advice = adviseScopes(body);
    if (advice) return refusedScope(advice);
    const why = challenge ?? (body.startsWith('<') ? '' : body.slice(0, 300));
    return fail({
      code: 'error-answer',
      message: `This answer is an error (${status}), so it holds no claims${why === '' ? '.' : `: ${why}`}`,
    });
  }
  if (body === '') return fail({ code: 'no-claims', message: `This answer (${status}) has no body.` });
  if (/^<!?[a-z]/i.test(body)) return webPage;
  const read = readPaste(body);
  return read.ok ? ok({ ...read.value, notes: [...read.value.notes, 'http-answer'] }) : read;
}

const webPage = fail({
  code: 'web-page' as const,
  message: 'This is a web page, not claims. Was the right address asked, and with a token?',
});

function readToken(bare: string, notes: readonly PasteNote[] = []): ReadPaste | undefined {
  const token = bare
    .replace(/^authorization:\s*/i, '')
    .replace(/^["'`]*(?:bearer\s+)?["'`]*/i, '')
    .replace(/["'`,;]+$/, '')
    .replaceAll(/\s+|\\n/g, '');
  if (!wholeToken.test(token)) return undefined;
  const decoded = decodeToken(token);
  if (!decoded.ok) {
    // Several tokens under each other look like one with too many parts.
    const { pieces } = findPieces(bare);
    return pieces.length > 1 ? readPieces(pieces, notes) : decoded;
  }
  const claims = claimsFromObject(decoded.value.payload);
  return ok(named({ format: 'token', claims, token: decoded.value.kind, notes }));
}

/** A JSON text with something in it, or members of an object without its braces. */
function readQuoted(text: string, start: number, bare: string): ReadPaste | undefined {
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
function readInside(text: string, bare: string): ReadPaste {
  const { pieces, problem, trailingCommas } = findPieces(bare);
  const notes: readonly PasteNote[] = trailingCommas ? ['found-in-text', 'trailing-commas'] : ['found-in-text'];
  if (pieces.length > 0) return readPieces(pieces, notes);
  if (problem) return fail(problem);
  if (bare.includes('{\\"')) {
    const unescaped = findPieces(bare.replaceAll('\\"', '"')).pieces;
    if (unescaped.length > 0) return readPieces(unescaped, notes);
  }
  const advice = adviseScopes(bare);
  if (advice) return refusedScope(advice);
  if (/^<!?[a-z]/i.test(bare)) return webPage;
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start !== -1 && end > start) return readJson(text, start, text.slice(start, end + 1), notes);
  if (/^(?:null|true|false|-?[\d.]+)$/.test(bare)) return fail(notAnObject(bare));
  if (/\s/.test(bare)) return fail({ code: 'no-claims', message: 'There is no JSON object and no token in here.' });
  return readPart(bare) ?? fail(opaque);
}

const opaque: PasteProblem = {
  code: 'opaque-token',
  message:
    'This is no JSON and no JWT. If it is an opaque token, only the IdP can read it: paste the ID token, or the ' +
    'answer of the userinfo address.',
};

/** One part of a token, without its dots. */
function readPart(bare: string): ReadPaste | undefined {
  if (!/^e[yw][\w+/-]+={0,2}$/.test(bare)) return undefined;
  // A header that says nothing, so that the part can be read as a payload.
  const decoded = decodeToken(`e30.${bare.replaceAll('+', '-').replaceAll('/', '_')}`);
  if (!decoded.ok) return undefined;
  if (Object.hasOwn(decoded.value.payload, 'alg')) {
    return fail({ code: 'broken-token', message: 'This is only the first part of a token. Paste all of it.' });
  }
  return ok(named({ format: 'claims', claims: claimsFromObject(decoded.value.payload), notes: ['found-in-text'] }));
}

function readJson(text: string, start: number, json: string, notes: readonly PasteNote[]): ReadPaste {
  const parsed = parseJson(json);
  if (!parsed.ok) {
    // Several things one after the other, but not what a text that is cut off has inside.
    const { pieces, firstAt } = findPieces(json);
    if (pieces.length > 1 && firstAt === 0) return readPieces(pieces, notes);
    return fail(jsonProblem(text, start + parsed.error.offset, parsed.error.message));
  }
  const { value, trailingCommas } = parsed.value;
  const told: readonly PasteNote[] = trailingCommas ? [...notes, 'trailing-commas'] : notes;
  if (Array.isArray(value)) {
    const pieces = value.filter(isJsonObject).map((one): Piece => ({ type: 'object', claims: claimsFromObject(one) }));
    return pieces.length === 0 || pieces.length < value.length
      ? fail(notAnObject('list'))
      : readPieces(pieces, [...told, 'found-in-text']);
  }
  if (!isJsonObject(value)) return fail(notAnObject(String(value)));
  return readPieces([{ type: 'object', claims: claimsFromObject(value) }], told);
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
