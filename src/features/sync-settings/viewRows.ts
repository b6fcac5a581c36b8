import { compareText } from '../../domain/rowOrder.ts';
import type { RowProblem } from '../../domain/rowProblems.ts';
import type { Mapping } from '../../domain/settings.ts';
import type { Targets } from './useTargets.ts';

/** Which rows are shown, and in which order. */
export interface RowView {
  readonly search: string;
  readonly problemsOnly: boolean;
  readonly sortBy: 'value' | 'target';
  readonly descending: boolean;
}

/** Keys of the rows that are in view, in order. Case doesn't count, neither in the search nor in the order. */
export function viewRows(
  mapping: Mapping,
  problems: ReadonlyMap<string, readonly RowProblem[]>,
  targets: Targets,
  { search, problemsOnly, sortBy, descending }: RowView,
): readonly string[] {
  const wanted = search.trim().toLowerCase();
  const labelsOf = (key: string) =>
    (mapping.get(key) ?? [])
      .map((target) => targets.find(target)?.label ?? target)
      .join(', ')
      .toLowerCase();
  const rows: { readonly key: string; readonly order: string }[] = [];
  for (const key of mapping.keys()) {
    if (problemsOnly && !problems.has(key)) continue;
    const folded = key.toLowerCase();
    if (wanted !== '' && !folded.includes(wanted) && !labelsOf(key).includes(wanted)) continue;
    rows.push({ key, order: sortBy === 'value' ? folded : labelsOf(key) });
  }
  rows.sort((a, b) => compareText(a.order, b.order) || compareText(a.key, b.key));
  if (descending) rows.reverse();
  return rows.map(({ key }) => key);
}
