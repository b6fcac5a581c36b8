import type { Mapping, SyncSettings, Target } from './settings.ts';

/** A value before and after. */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** Changed settings besides the rows; a key is there only if its value changed. */
export interface ScalarChanges {
  readonly field?: Change<string>;
  readonly regexFilter?: Change<string | null>;
  readonly autoCreateMissing?: Change<boolean>;
  readonly assignDefault?: Change<boolean>;
}

/** A row that only one side has. */
export interface MappingRow {
  readonly value: string;
  readonly targets: readonly Target[];
}

/** What happened to a row's targets. Each list names a target once. */
export interface TargetsChange extends Change<readonly Target[]> {
  readonly added: readonly Target[];
  readonly removed: readonly Target[];
}

export interface ChangedRow {
  readonly value: string;
  readonly targets: TargetsChange;
}

/** A row whose claim value was written anew. Its targets may have changed as well, if the rename was a declared one. */
export interface RenamedRow extends Change<string> {
  readonly targets: TargetsChange;
}

/** One step of an editing session, in which a row got another claim value. */
export type RenameStep = Change<string>;

interface RowsDiff {
  readonly added: readonly MappingRow[];
  readonly removed: readonly MappingRow[];
  readonly changed: readonly ChangedRow[];
}

export interface SettingsDiff extends RowsDiff {
  readonly scalars: ScalarChanges;
  readonly renamed: readonly RenamedRow[];
  /** Legacy name mappings that are gone, as [claim value, group name]. No save can add one. */
  readonly legacyDropped: readonly (readonly [string, string])[];
}

/**
 * Says what changed between two settings. Lists of targets compare as sets, and the order of rows doesn't matter.
 *
 * A removed and an added row with the same targets count as one rename, if no other row could be meant.
 *
 * @param renames steps of the editing session, oldest first; they settle what the targets alone can't tell
 */
export function diffSettings(
  saved: SyncSettings,
  draft: SyncSettings,
  renames: readonly RenameStep[] = [],
): SettingsDiff {
  const rows = diffRows(saved.mapping, draft.mapping);
  return {
    scalars: diffScalars(saved, draft),
    ...pairRenames(rows, renames),
    legacyDropped: [...saved.legacyNameMapping].filter(([value, name]) => draft.legacyNameMapping.get(value) !== name),
  };
}

/** Whether both sides mean the same to the server: no filter and an empty one do, and so do lists in another order. */
export function sameSettings(a: SyncSettings, b: SyncSettings): boolean {
  if (a === b) return true;
  return (
    Object.keys(diffScalars(a, b)).length === 0 &&
    a.mapping.size === b.mapping.size &&
    [...a.mapping].every(([value, targets]) => sameTargets(targets, b.mapping.get(value))) &&
    a.legacyNameMapping.size === b.legacyNameMapping.size &&
    [...a.legacyNameMapping].every(([value, name]) => b.legacyNameMapping.get(value) === name)
  );
}

/** How many changes a person would count: one for each setting, row and dropped legacy name mapping. */
export function countChanges({ scalars, added, removed, changed, renamed, legacyDropped }: SettingsDiff): number {
  return (
    Object.keys(scalars).length + added.length + removed.length + changed.length + renamed.length + legacyDropped.length
  );
}

/** Compares rows by their value, so that a rename is a removed and an added row. */
function diffRows(saved: Mapping, draft: Mapping): RowsDiff {
  const added: MappingRow[] = [];
  const removed: MappingRow[] = [];
  const changed: ChangedRow[] = [];
  for (const [value, targets] of saved) {
    const now = draft.get(value);
    if (!now) removed.push({ value, targets });
    else if (!sameTargets(targets, now)) changed.push({ value, targets: diffTargets(targets, now) });
  }
  for (const [value, targets] of draft) {
    if (!saved.has(value)) added.push({ value, targets });
  }
  return { added, removed, changed };
}

/** Compares two rows' targets as sets. A missing row only equals a missing row, not one with an empty list. */
export function sameTargets(a: readonly Target[] | undefined, b: readonly Target[] | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  if (a.length === b.length && a.every((target, index) => target === b[index])) return true;
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && a.every((target) => right.has(target));
}

/** Compares two filters: none and an empty one both let everything pass. */
export function sameFilter(a: string | null, b: string | null): boolean {
  return (a ?? '') === (b ?? '');
}

function diffScalars(a: SyncSettings, b: SyncSettings): ScalarChanges {
  return {
    ...(a.field === b.field ? {} : { field: { from: a.field, to: b.field } }),
    ...(sameFilter(a.regexFilter, b.regexFilter) ? {} : { regexFilter: { from: a.regexFilter, to: b.regexFilter } }),
    ...(a.autoCreateMissing === b.autoCreateMissing
      ? {}
      : { autoCreateMissing: { from: a.autoCreateMissing, to: b.autoCreateMissing } }),
    ...(a.assignDefault === b.assignDefault ? {} : { assignDefault: { from: a.assignDefault, to: b.assignDefault } }),
  };
}

function diffTargets(from: readonly Target[], to: readonly Target[]): TargetsChange {
  const before = new Set(from);
  const after = new Set(to);
  return {
    from,
    to,
    added: [...after].filter((target) => !before.has(target)),
    removed: [...before].filter((target) => !after.has(target)),
  };
}

function pairRenames(rows: RowsDiff, steps: readonly RenameStep[]): RowsDiff & Pick<SettingsDiff, 'renamed'> {
  if (rows.removed.length === 0 || rows.added.length === 0) return { ...rows, renamed: [] };
  const gone = new Map(rows.removed.map((row) => [row.value, row]));
  const come = new Map(rows.added.map((row) => [row.value, row]));
  const renamed: RenamedRow[] = [];
  const pair = (before: MappingRow | undefined, after: MappingRow | undefined) => {
    if (!before || !after) return;
    gone.delete(before.value);
    come.delete(after.value);
    renamed.push({ from: before.value, to: after.value, targets: diffTargets(before.targets, after.targets) });
  };
  for (const [to, from] of originalNames(steps)) pair(gone.get(from), come.get(to));
  const comeByTargets = loneRowByTargets(come.values());
  for (const [targets, row] of loneRowByTargets(gone.values())) pair(row, comeByTargets.get(targets));
  return { added: [...come.values()], removed: [...gone.values()], changed: rows.changed, renamed };
}

/** Last name → first name, through chains of renames. */
function originalNames(steps: readonly RenameStep[]): ReadonlyMap<string, string> {
  const origins = new Map<string, string>();
  for (const { from, to } of steps) {
    origins.set(to, origins.get(from) ?? from);
    if (from !== to) origins.delete(from);
  }
  return origins;
}

/** Rows by their set of targets; undefined where several rows have the same set. */
function loneRowByTargets(rows: Iterable<MappingRow>): ReadonlyMap<string, MappingRow | undefined> {
  const found = new Map<string, MappingRow | undefined>();
  for (const row of rows) {
    const key = JSON.stringify([...new Set(row.targets)].sort());
    found.set(key, found.has(key) ? undefined : row);
  }
  return found;
}
