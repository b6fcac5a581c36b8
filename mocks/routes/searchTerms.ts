import type { Validation } from '../http/ApiError.ts';

export interface SearchTerms {
  /** Key → values, in the order given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly validations: readonly Validation[];
}

/**
 * Splits `key:value "quoted value" word` after lower-casing it; words go to `defaultKey`.
 *
 * Mirrors `coderd/searchquery/search.go` searchTerms.
 */
export function readSearchTerms(query: string, defaultKey: string): SearchTerms {
  const values = new Map<string, string[]>();
  const validations: Validation[] = [];
  const add = (key: string, value: string) => values.set(key, [...(values.get(key) ?? []), value]);
  const words: string[] = [];
  for (const element of splitOutsideQuotes(query.toLowerCase(), ' ').filter(Boolean)) {
    const parts = splitOutsideQuotes(element, ':');
    const [key = '', value = ''] = parts;
    if (element.startsWith(':') || element.endsWith(':')) {
      validations.push({ field: 'q', detail: `Query element ${JSON.stringify(element)} cannot start or end with ':'` });
    } else if (parts.length === 1) words.push(unquote(key));
    else if (parts.length === 2) add(key.trim(), unquote(value));
    else validations.push({ field: 'q', detail: `Query element ${JSON.stringify(element)} can only contain 1 ':'` });
  }
  if (words.length > 0) add(defaultKey, words.join(' '));
  return { values, validations };
}

/** Keys that nothing asked for. */
export function unknownKeys(terms: SearchTerms, known: readonly string[]): readonly Validation[] {
  return Array.from(terms.values.keys())
    .filter((key) => !known.includes(key))
    .map((key) => ({ field: key, detail: `${JSON.stringify(key)} is not a valid query param` }));
}

function splitOutsideQuotes(text: string, delimiter: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (char === delimiter && !quoted) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function unquote(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}
