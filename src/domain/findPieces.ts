import { type Claims, claimsFromObject } from './claims.ts';
import { decodeToken, type TokenKind, type TokenProblem, wholeToken } from './decodeToken.ts';
import { parseJson, scanString } from './parseJson.ts';

/** Something in a text that can hold claims. */
export type Piece =
  | { readonly type: 'token'; readonly kind: TokenKind; readonly claims: Claims }
  | { readonly type: 'object'; readonly claims: Claims };

export interface FoundPieces {
  readonly pieces: readonly Piece[];
  /** Where the first one begins. */
  readonly firstAt: number | undefined;
  /** What looks like a token and isn't readable, if nothing else was found at its place. */
  readonly problem: TokenProblem | undefined;
  readonly trailingCommas: boolean;
}

/** A word that can be a token, or where an object starts. Each character is looked at once. */
const start = /[\w.-]+|\{/g;
const limit = 20;
/** How many characters may be gone through for objects that turn out not to be any. */
const budget = 4_000_000;

/** Finds JSON objects and JWTs in any text, in their order. Gives up after some that can't be read. */
export function findPieces(text: string): FoundPieces {
  const pieces: Piece[] = [];
  let firstAt: number | undefined;
  let problem: TokenProblem | undefined;
  let trailingCommas = false;
  let spent = 0;
  start.lastIndex = 0;
  for (let match = start.exec(text); match && pieces.length < limit; match = start.exec(text)) {
    const at = match.index;
    if (match[0] !== '{') {
      const decoded = wholeToken.test(match[0]) ? decodeToken(match[0]) : undefined;
      if (decoded?.ok) {
        const { kind, payload } = decoded.value;
        firstAt ??= at;
        pieces.push({ type: 'token', kind, claims: claimsFromObject(payload) });
      } else problem ??= decoded?.error;
      continue;
    }
    const end = endOfObject(text, at);
    const parsed = end === undefined ? undefined : parseJson(text.slice(at, end));
    const value = parsed?.ok ? parsed.value.value : undefined;
    if (end !== undefined && parsed?.ok && typeof value === 'object' && value !== null) {
      trailingCommas ||= parsed.value.trailingCommas;
      firstAt ??= at;
      pieces.push({ type: 'object', claims: claimsFromObject(value) });
      start.lastIndex = end;
    } else {
      spent += (end ?? text.length) - at;
      if (spent > budget) break;
      start.lastIndex = at + 1;
    }
  }
  return { pieces, firstAt, problem, trailingCommas };
}

/** Finds the bracket that closes an object, past those in texts. */
function endOfObject(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') {
      const { closed, end } = scanString(text, at);
      if (!closed) return undefined;
      at = end - 1;
    } else if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
