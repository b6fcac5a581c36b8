import { goJson } from '../go-json/goJson.ts';

/** Deep equality of JSON-like values, Maps included; `null` differs from empty. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || goJson(a) === goJson(b);
}
