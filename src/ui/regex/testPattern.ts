import { compileFilter } from '../../domain/goRegex.ts';

/** Which values pass a pattern, in their order; or why the server would refuse the pattern, in Go's words. */
export type PatternAnswer =
  | { readonly ok: true; readonly passes: readonly boolean[] }
  | { readonly ok: false; readonly message: string };

/**
 * Tests values against a regex filter by the server's rules. It imports the regex engine: only the worker and the
 * fallback of `testFilter` load it.
 */
export function testPattern(pattern: string, values: readonly string[]): PatternAnswer {
  const filter = compileFilter(pattern);
  return filter.ok ? { ok: true, passes: values.map(filter.value) } : { ok: false, message: filter.error };
}
