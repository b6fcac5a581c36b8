import type { SyncSettings, Target } from '../../domain/settings.ts';

/** Settings in which legacy name mappings have become rows, and those that couldn't. */
export interface ConvertedLegacy {
  readonly settings: SyncSettings;
  /** Rows that were made: claim value and group name. */
  readonly converted: readonly (readonly [string, string])[];
  /** No group has this name. */
  readonly unresolved: readonly (readonly [string, string])[];
}

/**
 * Turns legacy name mappings (claim value → group name) into rows (claim value → group id). What the legacy name has
 * as a row of its own is what it gives; else the group of that name. A row that the value had itself never applied,
 * because the value was renamed first: it is replaced.
 *
 * @param groupByName exact group name → id
 */
export function convertLegacy(settings: SyncSettings, groupByName: ReadonlyMap<string, Target>): ConvertedLegacy {
  const mapping = new Map(settings.mapping);
  const converted: (readonly [string, string])[] = [];
  const unresolved: (readonly [string, string])[] = [];
  for (const [value, name] of settings.legacyNameMapping) {
    const group = groupByName.get(name);
    const targets = settings.mapping.get(name) ?? (group === undefined ? undefined : [group]);
    if (!targets) {
      unresolved.push([value, name]);
      continue;
    }
    mapping.set(value, targets);
    converted.push([value, name]);
  }
  return { settings: { ...settings, mapping, legacyNameMapping: new Map() }, converted, unresolved };
}
