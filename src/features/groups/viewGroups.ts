import type { Group } from '../../api/groups.ts';
import type { TargetSource } from '../../domain/targetSources.ts';
import type { Sorting } from '../../ui/DataTable.tsx';

/** A group, with what leads to it and what it is found by. */
export interface GroupRow {
  readonly group: Group;
  readonly sources: readonly TargetSource[];
  /** Lower case. */
  readonly text: string;
}

/**
 * Prepares the rows of the table, once for many searches.
 *
 * @param groups sorted by display name
 * @param find undefined if what leads to a group isn't known
 */
export function groupRows(
  groups: readonly Group[],
  find: ((id: string, name: string) => readonly TargetSource[]) | undefined,
): readonly GroupRow[] {
  return groups.map((group) => {
    const sources = find?.(group.id, group.name) ?? [];
    const values = sources.map(({ value }) => value);
    return { group, sources, text: [group.displayName, group.name, group.id, ...values].join('\n').toLowerCase() };
  });
}

/** What the table can be sorted by, besides the name. Small first. */
const measures: Readonly<Record<string, (row: GroupRow) => number>> = {
  source: ({ group }) => Number(group.source === 'oidc'),
  members: ({ group }) => group.memberCount,
  quota: ({ group }) => group.quota,
  sources: ({ sources }) => sources.length,
};

/** Rows that hold the searched text in a name, their id or a claim value, in the wanted order. */
export function viewGroups(rows: readonly GroupRow[], search: string, sorting: Sorting): readonly GroupRow[] {
  const wanted = search.trim().toLowerCase();
  const found = wanted === '' ? rows : rows.filter(({ text }) => text.includes(wanted));
  const measure = measures[sorting.by];
  const sign = sorting.descending ? -1 : 1;
  if (measure) return found.toSorted((a, b) => sign * (measure(a) - measure(b)));
  return sorting.descending ? found.toReversed() : found;
}
