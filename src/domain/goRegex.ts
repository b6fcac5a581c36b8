import { RE2JS, RE2JSSyntaxException } from 're2js';
import { everyValue, type ValueFilter } from './filter.ts';
import { fail, ok, type Result } from './result.ts';

/** Patterns with two groups of one name: fine for the server's Go, refused by the library. */
const duplicateName = /^duplicate capture group name/;
const namedGroup = /\(\?P?<([A-Za-z0-9_]+)>/g;

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
  try {
    return ok(testOf(RE2JS.compile(source)));
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    if (duplicateName.test(error.getDescription())) return compileFilter(withoutGroupNames(source));
    return fail(goMessage(error, source));
  }
}

function testOf(compiled: RE2JS): ValueFilter {
  return (value) => compiled.test(value.toWellFormed());
}

/** Names of groups don't matter to a test, so dropping them gives the same filter. */
function withoutGroupNames(source: string): string {
  return source.replace(namedGroup, '(');
}

function goMessage(error: RE2JSSyntaxException, source: string): string {
  const description = error.getDescription();
  const quoted = description === 'expression nests too deeply' ? source : (error.getPattern() ?? '');
  return `error parsing regexp: ${description}: \`${quoted}\``;
}
