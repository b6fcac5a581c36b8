import type { Role } from '../../api/organizations.ts';
import type { TargetSource } from '../../domain/targetSources.ts';
import type { Measures } from '../../ui/useSearchedRows.ts';

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
export const roleMeasures: Measures<RoleRow> = {
  kind: ({ role }) => Number(!role.builtIn),
  permissions: ({ permissionCount }) => permissionCount,
  sources: ({ sources }) => sources.length,
};
