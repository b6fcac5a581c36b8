import { diffSettings, type SettingsDiff, sameFilter, sameTargets } from './diffSettings.ts';
import type { Mapping, SyncSettings, Target } from './settings.ts';

interface ThreeSides<T> {
  readonly base: T;
  readonly theirs: T;
  readonly mine: T;
}

interface FieldConflict extends ThreeSides<string> {
  readonly kind: 'field';
  readonly id: string;
}

interface FilterConflict extends ThreeSides<string | null> {
  readonly kind: 'regexFilter';
  readonly id: string;
}

/** Both sides changed one row, and the result isn't plainly what both want. A missing row is `undefined`. */
export interface RowConflict extends ThreeSides<readonly Target[] | undefined> {
  readonly kind: 'row';
  readonly id: string;
  readonly value: string;
  /** The changes of both sides together, where that makes a third list to choose. */
  readonly both?: readonly Target[];
}

/** Something that both sides changed differently. `id` stays the same as long as it's about the same thing. */
export type MergeConflict = FieldConflict | FilterConflict | RowConflict;

export type MergeChoice = 'theirs' | 'mine' | 'both';

export interface SettingsMerge {
  /** What nobody disputes, and their side of each conflict. */
  readonly merged: SyncSettings;
  readonly conflicts: readonly MergeConflict[];
  /** What they changed since `base`. */
  readonly theirs: SettingsDiff;
}

/**
 * Merges two people's changes of the same settings, setting by setting, row by row, and target by target.
 *
 * Changes of the targets of one row merge by themselves, but for these, which are conflicts:
 * - one side removed the row and the other changed it
 * - both sides added the row, with different targets
 * - one side emptied the row, so that its value gives nothing, and the other side changed it
 * - both sides removed targets until nothing is left, which neither side wanted
 * - both sides replaced the same target by different ones
 *
 * Legacy name mappings are theirs, without those that `mine` dropped. A save can't change them in any other way.
 *
 * @param base what was loaded before `mine` was edited
 * @param theirs what the server holds now
 */
export function mergeSettings(base: SyncSettings, theirs: SyncSettings, mine: SyncSettings): SettingsMerge {
  const conflicts: MergeConflict[] = [];
  const field = mergeValue({ base: base.field, theirs: theirs.field, mine: mine.field }, Object.is, (sides) =>
    conflicts.push({ kind: 'field', id: 'field', ...sides }),
  );
  const regexFilter = mergeValue(
    { base: base.regexFilter, theirs: theirs.regexFilter, mine: mine.regexFilter },
    sameFilter,
    (sides) => conflicts.push({ kind: 'regexFilter', id: 'regexFilter', ...sides }),
  );
  const rows = mergeRows(base.mapping, theirs.mapping, mine.mapping);
  conflicts.push(...rows.conflicts);
  return {
    merged: {
      field,
      regexFilter,
      mapping: rows.mapping,
      autoCreateMissing: mergeFlag(base.autoCreateMissing, theirs.autoCreateMissing, mine.autoCreateMissing),
      assignDefault: mergeFlag(base.assignDefault, theirs.assignDefault, mine.assignDefault),
      legacyNameMapping: new Map(
        [...theirs.legacyNameMapping].filter(
          ([value]) => !base.legacyNameMapping.has(value) || mine.legacyNameMapping.has(value),
        ),
      ),
    },
    conflicts,
    theirs: diffSettings(base, theirs),
  };
}

/**
 * Applies a person's choices to a merge.
 *
 * @param choices conflict id → side. Without a choice, or with `both` where a conflict doesn't offer it, theirs stays:
 *   nobody else's work is overwritten by leaving something out.
 */
export function resolveConflicts(
  { merged, conflicts }: SettingsMerge,
  choices: ReadonlyMap<string, MergeChoice>,
): SyncSettings {
  let { field, regexFilter } = merged;
  const mapping = new Map(merged.mapping);
  for (const conflict of conflicts) {
    const choice = choices.get(conflict.id) ?? 'theirs';
    if (conflict.kind === 'row') {
      const both = conflict.both ?? conflict.theirs;
      const targets = { theirs: conflict.theirs, mine: conflict.mine, both }[choice];
      if (targets) mapping.set(conflict.value, targets);
      else mapping.delete(conflict.value);
    } else if (choice === 'mine') {
      if (conflict.kind === 'field') field = conflict.mine;
      else regexFilter = conflict.mine;
    }
  }
  return { ...merged, field, regexFilter, mapping };
}

function mergeValue<T>(
  sides: ThreeSides<T>,
  same: (a: T, b: T) => boolean,
  onConflict: (sides: ThreeSides<T>) => void,
): T {
  const { base, theirs, mine } = sides;
  if (same(base, mine) || same(theirs, mine)) return theirs;
  if (same(base, theirs)) return mine;
  onConflict(sides);
  return theirs;
}

/** A flag has two values, so that two sides that changed it agree. */
function mergeFlag(base: boolean, theirs: boolean, mine: boolean): boolean {
  return mine === base ? theirs : mine;
}

function mergeRows(base: Mapping, theirs: Mapping, mine: Mapping) {
  const mapping = new Map<string, readonly Target[]>();
  const conflicts: RowConflict[] = [];
  const merge = (value: string) => {
    const sides = { base: base.get(value), theirs: theirs.get(value), mine: mine.get(value) };
    const row = mergeRow(sides);
    if (row.targets) mapping.set(value, row.targets);
    if (row.conflict) conflicts.push({ kind: 'row', id: `row:${value}`, value, ...sides, ...row.conflict });
  };
  for (const value of theirs.keys()) merge(value);
  for (const value of mine.keys()) {
    if (!theirs.has(value)) merge(value);
  }
  return { mapping, conflicts };
}

interface MergedRow {
  readonly targets: readonly Target[] | undefined;
  readonly conflict?: { readonly both?: readonly Target[] };
}

function mergeRow({ base, theirs, mine }: ThreeSides<readonly Target[] | undefined>): MergedRow {
  if (sameTargets(base, mine) || sameTargets(theirs, mine)) return { targets: theirs };
  if (sameTargets(base, theirs)) return { targets: mine };
  if (!theirs || !mine) return { targets: theirs, conflict: {} };

  const before = new Set(base);
  const inTheirs = new Set(theirs);
  const inMine = new Set(mine);
  const both = [...new Set([...theirs, ...mine])].filter(
    (target) => !before.has(target) || (inTheirs.has(target) && inMine.has(target)),
  );
  const replacedByBoth =
    [...before].some((target) => !inTheirs.has(target) && !inMine.has(target)) &&
    theirs.some((target) => !before.has(target) && !inMine.has(target)) &&
    mine.some((target) => !before.has(target) && !inTheirs.has(target));
  const disputed = !base || theirs.length === 0 || mine.length === 0 || both.length === 0 || replacedByBoth;
  if (!disputed) return { targets: both };
  const third = both.length > 0 && !sameTargets(both, theirs) && !sameTargets(both, mine);
  return { targets: theirs, conflict: third ? { both } : {} };
}
