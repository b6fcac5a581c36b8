import { GoError } from './GoError.ts';
import type { GoType } from './goTypes.ts';
import { parseFirstValue } from './parseFirstValue.ts';

/**
 * Decodes the first JSON value of a request body into a Go type.
 *
 * Mirrors `encoding/json`: syntax first, then values; an error of a value's own parser (UUID, regex) ends it at once,
 * the first error of a type is reported at the end.
 *
 * @throws {GoError}
 */
export function decodeBody<T>(text: string, type: GoType<T>): T {
  let typeError: string | undefined;
  const value = type.decode(parseFirstValue(text), type.zero, {
    struct: '',
    path: [],
    report: (message) => {
      typeError ??= message;
    },
  });
  if (typeError !== undefined) throw new GoError(typeError);
  return value;
}
