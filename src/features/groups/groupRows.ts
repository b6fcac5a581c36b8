import type { Group } from '../../api/groups.ts';
import type { TargetSource } from '../../domain/targetSources.ts';
import type { Measures } from '../../ui/useSearchedRows.ts';

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
export const groupMeasures: Measures<GroupRow> = {
  source: ({ group }) => Number(group.source === 'oidc'),
  members: ({ group }) => group.memberCount,
  quota: ({ group }) => group.quota,
  sources: ({ sources }) => sources.length,
};
