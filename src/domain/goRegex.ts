import { RE2JS, RE2JSSyntaxException } from 're2js';
import { everyValue, type ValueFilter } from './filter.ts';
import { goClassName } from './goClassName.ts';
import { fail, ok, type Result } from './result.ts';

/** A quotation, a Unicode class, another escape, a character class, or else the start of a named group up to its `>`. */
const piece = /\\Q.*?(?:\\E|$)|\\[pP](?:\{[^}]*\}|[^{])|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]|\(\?P?<\w+(?=>)/gsu;
const unicodeClass = /^\\([pP])\{?(\^?)([^}]+)\}?$/u;
/** The escapes in a character class. */
const classEscape = /\\[pP](?:\{[^}]*\}|[^{])|\\./gsu;

/**
 * Compiles a regex filter by the rules of Go's `regexp` (RE2, unanchored, linear time).
 *
 * Mirrors `regexp.Compile` as called by the JSON decoder of `coderd/idpsync/group.go` GroupSyncSettings.
 *
 * @param pattern source text; `''` lets every value pass
 * @returns the filter, or Go's error text, such as ``error parsing regexp: missing closing ): `(a` ``
 */
export function compileFilter(pattern: string): Result<ValueFilter, string> {
  if (pattern === '') return ok(everyValue);
  const source = pattern.toWellFormed();
  const written = new Map<string, string>();
  try {
    const compiled = RE2JS.compile(forLibrary(source, written));
    return ok((value) => compiled.test(value.toWellFormed()));
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return fail(goMessage(error, source, written));
    throw error;
  }
}

/**
 * Says the same in the library's words: Unicode classes have one name each, and so have groups, since what they are
 * called doesn't matter to a test.
 *
 * @param written gets what was replaced: the replacement → as it was written
 */
function forLibrary(source: string, written: Map<string, string>): string {
  const replace = (from: string, to: string) => {
    if (!written.has(to)) written.set(to, from);
    return to;
  };
  const unicodeClassOf = (part: string) => {
    const [, p = '', not = '', name = ''] = unicodeClass.exec(part) ?? [];
    const known = goClassName(name);
    return known === name ? part : replace(part, `\\${p}{${not}${known}}`);
  };
  let groups = 0;
  return source.replace(piece, (part, at: number) => {
    if (part.startsWith('(')) return replace(part, `${part}__${groups++}__`);
    if (!part.startsWith('[')) return unicodeClassOf(part);
    // Without a `:]` further on, `[:` is two characters.
    const isPlain = part.endsWith('[:]') && !source.includes(':]', at + part.length);
    return (isPlain ? replace(part, `${part.slice(0, -2)}\\:]`) : part).replace(classEscape, unicodeClassOf);
  });
}

function goMessage(error: RE2JSSyntaxException, source: string, written: ReadonlyMap<string, string>): string {
  const description = error.getDescription();
  const quoted = description === 'expression nests too deeply' ? source : (error.getPattern() ?? '');
  const asWritten = [...written].reduce((text, [to, from]) => text.replaceAll(to, () => from), quoted);
  return `error parsing regexp: ${description}: \`${asWritten}\``;
}
