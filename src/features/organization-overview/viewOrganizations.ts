import type { Organization } from '../../api/organizations.ts';
import type { Sorting } from '../../ui/DataTable.tsx';

/** What an overview can be put in order by, besides the names. */
export interface Known {
  /** Rows with problems, by organization id. */
  readonly problems: ReadonlyMap<string, number>;
  /** Time of the last change, by organization id. */
  readonly changed: ReadonlyMap<string, number>;
}

/**
 * Organizations in the wanted order. What isn't known stands at the end, by name.
 *
 * @param organizations sorted by display name
 */
export function viewOrganizations(
  organizations: readonly Organization[],
  { by, descending }: Sorting,
  { problems, changed }: Known,
): readonly Organization[] {
  if (by === 'name') return descending ? organizations.toReversed() : organizations;
  const measure = by === 'problems' ? problems : changed;
  const sign = descending ? -1 : 1;
  return organizations.toSorted((a, b) => {
    const [first, second] = [measure.get(a.id), measure.get(b.id)];
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    return sign * (first - second);
  });
}
