import type { SettingsDiff } from '../../domain/diffSettings.ts';

/** How a row differs from what is saved. */
export type RowMark = { readonly type: 'new' | 'changed' } | { readonly type: 'renamed'; readonly from: string };

/** Marks of the rows that a draft touches, by key. */
export function rowMarks({ added, changed, renamed }: SettingsDiff): ReadonlyMap<string, RowMark> {
  const marks = new Map<string, RowMark>();
  for (const { value } of added) marks.set(value, { type: 'new' });
  for (const { value } of changed) marks.set(value, { type: 'changed' });
  for (const { from, to } of renamed) marks.set(to, { type: 'renamed', from });
  return marks;
}
