import { RE2JS, RE2JSSyntaxException } from 're2js';
import { everyValue, type ValueFilter } from './filter.ts';
import { fail, ok, type Result } from './result.ts';

/** Patterns with two groups of one name: fine for the server's Go, refused by the library. */
const duplicateName = /^duplicate capture group name/;
/** A quotation, an escape, a character class, or else the start of a named group up to its `>`. */
const nameOrText = /\\Q.*?(?:\\E|$)|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]|\(\?P?<\w+(?=>)/gs;
const nameSuffix = /__\d+__>/g;

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
  const compiled = compile(source);
  if (compiled.ok) return compiled;
  if (!duplicateName.test(compiled.error.getDescription())) return fail(goMessage(compiled.error, source));
  const distinct = compile(withDistinctNames(source));
  return distinct.ok ? distinct : fail(goMessage(distinct.error, source).replace(nameSuffix, '>'));
}

function compile(source: string): Result<ValueFilter, RE2JSSyntaxException> {
  try {
    return ok(testOf(RE2JS.compile(source)));
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return fail(error);
    throw error;
  }
}

function testOf(compiled: RE2JS): ValueFilter {
  return (value) => compiled.test(value.toWellFormed());
}

/** What groups are called doesn't matter to a test. */
function withDistinctNames(source: string): string {
  let count = 0;
  return source.replace(nameOrText, (part) => (part.startsWith('(') ? `${part}__${count++}__` : part));
}

function goMessage(error: RE2JSSyntaxException, source: string): string {
  const description = error.getDescription();
  const quoted = description === 'expression nests too deeply' ? source : (error.getPattern() ?? '');
  return `error parsing regexp: ${description}: \`${quoted}\``;
}
