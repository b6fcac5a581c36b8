import type { Role } from '../../api/organizations.ts';
import type { TargetSource } from '../../domain/targetSources.ts';
import type { Sorting } from '../../ui/DataTable.tsx';

/** A role, with what leads to it and what it is found by. */
export interface RoleRow {
  readonly role: Role;
  readonly sources: readonly TargetSource[];
  readonly permissionCount: number;
  /** Lower case. */
  readonly text: string;
}

/**
 * Prepares the rows of the table.
 *
 * @param roles sorted by display name
 * @param find undefined if what leads to a role isn't known
 */
export function roleRows(
  roles: readonly Role[],
  find: ((target: string, name: string) => readonly TargetSource[]) | undefined,
): readonly RoleRow[] {
  return roles.map((role) => {
    const sources = find?.(role.name, role.name) ?? [];
    const values = sources.map(({ value }) => value);
    const permissionCount = Object.values(role.permissions).reduce((sum, list) => sum + list.length, 0);
    return { role, sources, permissionCount, text: [role.displayName, role.name, ...values].join('\n').toLowerCase() };
  });
}

/** What the table can be sorted by, besides the display name. Small first. */
const measures: Readonly<Record<string, (row: RoleRow) => number>> = {
  kind: ({ role }) => Number(!role.builtIn),
  permissions: ({ permissionCount }) => permissionCount,
  sources: ({ sources }) => sources.length,
};

/** Rows that hold the searched text in a name or a claim value, in the wanted order. */
export function viewRoles(rows: readonly RoleRow[], search: string, sorting: Sorting): readonly RoleRow[] {
  const wanted = search.trim().toLowerCase();
  const found = wanted === '' ? rows : rows.filter(({ text }) => text.includes(wanted));
  const measure = measures[sorting.by];
  const sign = sorting.descending ? -1 : 1;
  if (measure) return found.toSorted((a, b) => sign * (measure(a) - measure(b)));
  return sorting.descending ? found.toReversed() : found;
}
