import { fail, ok, type Result } from './result.ts';

/** What is wrong with a JSON text, and where: an offset into it. */
export interface JsonProblem {
  readonly message: string;
  readonly offset: number;
}

export interface ParsedJson {
  readonly value: unknown;
  /** Commas before a closing bracket were overlooked. */
  readonly trailingCommas: boolean;
}

/**
 * Parses JSON that a person has pasted: trailing commas are overlooked, and an error names its place in words of its
 * own, which no browser's parser does reliably.
 */
export function parseJson(text: string): Result<ParsedJson, JsonProblem> {
  const strict = tryParse(text);
  if (strict.ok) return ok({ value: strict.value, trailingCommas: false });
  const scan = scanJson(text);
  if (!scan.ok) return scan;
  const repaired = tryParse(without(text, scan.value));
  return repaired.ok
    ? ok({ value: repaired.value, trailingCommas: true })
    : fail({ message: 'This can’t be read as JSON.', offset: 0 });
}

function tryParse(text: string): Result<unknown, undefined> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail(undefined);
  }
}

function without(text: string, offsets: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const offset of offsets) {
    parts.push(text.slice(from, offset));
    from = offset + 1;
  }
  return parts.join('') + text.slice(from);
}

const blank = /[ \t\r\n]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const word = /[^\s,:[\]{}"]+/y;
const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const fromOtherLanguages = new Map([
  ['None', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
  ['True', 'true'],
  ['False', 'false'],
]);

/** What may stand next. `first-*`: right after an opening bracket, where it may also close. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma-or-close' | 'end';

/** Walks through the text without building anything. Gives the offsets of trailing commas, or the first error. */
function scanJson(text: string): Result<readonly number[], JsonProblem> {
  const open: ('{' | '[')[] = [];
  const trailing: number[] = [];
  let at = 0;
  let comma = -1;
  let expected: Expected = 'value';
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma-or-close');
  for (;;) {
    at = skip(blank, text, at);
    const char = text[at];
    if (char === undefined) return expected === 'end' ? ok(trailing) : fail({ message: endsEarly(open), offset: at });
    const closes = (char === '}' && open.at(-1) === '{') || (char === ']' && open.at(-1) === '[');
    if (closes && (expected === 'comma-or-close' || expected.startsWith('first-') || comma !== -1)) {
      if (comma !== -1 && expected !== 'comma-or-close') trailing.push(comma);
      open.pop();
      at += 1;
      comma = -1;
      expected = afterValue();
      continue;
    }
    const problem = problemAt(text, at, expected, open);
    if (problem) return fail(problem);
    comma = -1;
    switch (expected) {
      case 'colon':
        at += 1;
        expected = 'value';
        break;
      case 'comma-or-close':
        comma = at;
        at += 1;
        expected = open.at(-1) === '{' ? 'key' : 'value';
        break;
      case 'key':
      case 'first-key':
        at = scanString(text, at).end;
        expected = 'colon';
        break;
      default:
        if (char === '{' || char === '[') {
          open.push(char);
          at += 1;
          expected = char === '{' ? 'first-key' : 'first-value';
        } else {
          at = char === '"' ? scanString(text, at).end : skip(word, text, at);
          expected = afterValue();
        }
    }
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** What is wrong with the token at this place, if anything is. */
function problemAt(
  text: string,
  at: number,
  expected: Expected,
  open: readonly ('{' | '[')[],
): JsonProblem | undefined {
  const char = text[at] ?? '';
  const found = foundWord(text, at);
  if (/["'“”„‘’`]/.test(char) && char !== '"') {
    return { message: `Texts need straight double quotes ("), not ${char}.`, offset: at };
  }
  if (char === '/' || char === '#') return { message: 'JSON has no comments.', offset: at };
  if (/\s|\u200b|\ufeff/.test(char)) {
    return { message: `There is an invisible character (${codePoint(char)}) here.`, offset: at };
  }
  switch (expected) {
    case 'end':
      return { message: `Something follows after the end of the JSON: ${found}.`, offset: at };
    case 'colon':
      return char === ':' ? undefined : { message: `A colon is missing before ${found}.`, offset: at };
    case 'comma-or-close': {
      if (char === ',') return undefined;
      const close = open.at(-1) === '{' ? '}' : ']';
      return { message: `A comma or ${close} is missing before ${found}.`, offset: at };
    }
    case 'key':
    case 'first-key':
      if (char === '"') return stringProblem(text, at);
      return { message: `A name in double quotes is expected here, not ${found}.`, offset: at };
    default:
      return valueProblem(text, at, found);
  }
}

function valueProblem(text: string, at: number, found: string): JsonProblem | undefined {
  const char = text[at];
  if (char === '{' || char === '[') return undefined;
  if (char === '"') return stringProblem(text, at);
  const token = text.slice(at, skip(word, text, at));
  if (literal.test(token)) return undefined;
  const meant = fromOtherLanguages.get(token);
  if (meant) return { message: `${token} isn’t JSON; it has ${meant}.`, offset: at };
  if (/^\p{L}/u.test(token)) return { message: `Texts need double quotes: ${found}.`, offset: at };
  return { message: `A value is expected here, not ${found}.`, offset: at };
}

/**
 * Finds the end of a JSON string.
 *
 * @param at offset of its opening quote
 * @returns the offset behind the closing quote, or the one of what can't stand in a string
 */
export function scanString(text: string, at: number): { readonly closed: boolean; readonly end: number } {
  for (let end = at + 1; end < text.length; end += 1) {
    const char = text.charAt(end);
    if (char === '"') return { closed: true, end: end + 1 };
    if (char < ' ') return { closed: false, end };
    if (char === '\\') {
      const rest = skip(escaped, text, end);
      if (rest === end) return { closed: false, end };
      end = rest - 1;
    }
  }
  return { closed: false, end: text.length };
}

function stringProblem(text: string, at: number): JsonProblem | undefined {
  const { closed, end } = scanString(text, at);
  if (closed) return undefined;
  const stop = text[end];
  if (stop === undefined) return { message: 'This text is never closed: a " is missing.', offset: at };
  if (stop === '\n' || stop === '\r') {
    return { message: 'A text can’t go over the end of the line; is a " missing?', offset: end };
  }
  if (stop === '\\') return { message: `\\${text[end + 1] ?? ''} isn’t a JSON escape.`, offset: end };
  return { message: `A control character (${codePoint(stop)}) stands in a text.`, offset: end };
}

function endsEarly(open: readonly ('{' | '[')[]): string {
  const missing = open.toReversed().map((bracket) => (bracket === '{' ? '}' : ']'));
  if (missing.length === 0) return 'The JSON ends too early.';
  return `The JSON ends too early: ${missing.slice(0, 3).join(' ')}${missing.length > 3 ? ' …' : ''} missing.`;
}

function foundWord(text: string, at: number): string {
  const token = text.slice(at, skip(word, text, at));
  return token === '' ? (text[at] ?? '') : token.length > 20 ? `${token.slice(0, 20)}…` : token;
}

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
