import type { Mapping } from './settings.ts';

/** Order of texts by code unit: a collator takes longer than a frame for ten thousand rows. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A mapping never changes, and sorting ten thousand rows takes longer than a frame. */
const numbered = new WeakMap<Mapping, ReadonlyMap<string, number>>();

/** Key of each row → its number, from 1, in the order in which rows are shown: by value, case doesn't count. */
export function numberRows(mapping: Mapping): ReadonlyMap<string, number> {
  const known = numbered.get(mapping);
  if (known) return known;
  const rows = [...mapping.keys()].map((key) => ({ key, folded: key.toLowerCase() }));
  rows.sort((a, b) => compareText(a.folded, b.folded) || compareText(a.key, b.key));
  const numbers = new Map(rows.map(({ key }, index) => [key, index + 1]));
  numbered.set(mapping, numbers);
  return numbers;
}
