import type { ValueFilter } from './filter.ts';
import type { SyncKind, SyncSettings, Target } from './settings.ts';
import type { TraceReason } from './trace.ts';

/** What happens today to a value that no row names. `unchecked`: that depends on a filter which couldn't be tried. */
export type Today =
  | Extract<TraceReason, 'filtered-out' | 'matched-by-name' | 'created' | 'passed-through' | 'unmapped'>
  | 'unchecked';

/** A value of people's last logins that no row names. */
export interface UnmappedValue {
  /** The value as a row would have to name it: after the legacy renames. */
  readonly value: string;
  /** What logins carried, where a legacy name mapping turns that into the value. */
  readonly renamedFrom: readonly string[];
  readonly today: Today;
  /** What it gives today by its name. */
  readonly target?: Target;
}

/**
 * Finds the seen values that no row names, and what the draft does with each.
 *
 * @param seen values of the draft's field in people's last logins
 * @param targetByName name of a group or role → what a mapping stores for it
 * @param filter undefined where the draft has one that isn't known to be valid
 * @returns each value once, in the order of `seen`; those that the filter stops come last
 */
export function findUnmapped(
  kind: SyncKind,
  seen: Iterable<string>,
  { mapping, autoCreateMissing, legacyNameMapping }: SyncSettings,
  targetByName: ReadonlyMap<string, Target>,
  filter: ValueFilter | undefined,
): readonly UnmappedValue[] {
  const from = new Map<string, string[]>();
  for (const claimed of seen) {
    const value = legacyNameMapping.get(claimed) ?? claimed;
    if (value === '' || mapping.has(value)) continue;
    const renamedFrom = from.get(value) ?? [];
    if (value !== claimed) renamedFrom.push(claimed);
    from.set(value, renamedFrom);
  }
  const found = [...from].map(([value, renamedFrom]) => {
    const target = kind === 'organization' ? undefined : targetByName.get(value);
    const today = todayOf(value, target);
    const isGiven = today === 'matched-by-name' || today === 'passed-through';
    return { value, renamedFrom, today, ...(isGiven && target !== undefined ? { target } : {}) };
  });
  const isStopped = ({ today }: UnmappedValue) => today === 'filtered-out';
  return [...found.filter((value) => !isStopped(value)), ...found.filter(isStopped)];

  function todayOf(value: string, target: Target | undefined): Today {
    if (kind === 'organization') return 'unmapped';
    if (kind === 'role') return target === undefined ? 'unmapped' : 'passed-through';
    if (!filter) return 'unchecked';
    if (!filter(value)) return 'filtered-out';
    if (target !== undefined) return 'matched-by-name';
    return autoCreateMissing ? 'created' : 'unmapped';
  }
}
