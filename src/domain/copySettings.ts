import type { SyncKind, SyncSettings, Target } from './settings.ts';

/** What of the settings of one organization goes to another. */
export interface CopyChoice {
  /** Field, filter and switch. */
  readonly scalars: boolean;
  /**
   * - `add`: rows come to those of the other organization, and targets to those of a row.
   * - `replace`: the other organization has the same rows afterwards, but for those that can't be copied.
   * - `none`: rows stay as they are.
   */
  readonly rows: 'add' | 'replace' | 'none';
  /** Groups that the other organization doesn't have are made there. */
  readonly createMissing: boolean;
}

/** A target that the other organization has nothing of the same name for. */
export interface MissingTarget {
  readonly value: string;
  /** Name of the target; an id that names nothing stands for itself. */
  readonly name: string;
}

export interface CopyPlan {
  readonly settings: SyncSettings;
  /** Left out. A row of which nothing is left isn't copied, and what the other organization has for it stays. */
  readonly missing: readonly MissingTarget[];
  /** Names of groups to make. Until then {@link newTarget} stands for each in the settings. */
  readonly created: readonly string[];
}

/** Stands for a group that is still to be made. */
export function newTarget(name: string): Target {
  return `new:${name}`;
}

/** Puts the ids of groups that were made in the place of what stood for them. */
export function withCreated(settings: SyncSettings, ids: ReadonlyMap<string, Target>): SyncSettings {
  const byPlaceholder = new Map([...ids].map(([name, id]) => [newTarget(name), id]));
  const mapping = new Map(
    [...settings.mapping].map(([value, targets]) => [value, targets.map((one) => byPlaceholder.get(one) ?? one)]),
  );
  return { ...settings, mapping };
}

/** The settings to copy, and what their targets are called. */
export interface CopySource {
  readonly settings: SyncSettings;
  readonly nameOf: (target: Target) => string | undefined;
}

/** The settings to change, and what there is to point to. */
export interface CopyDestination {
  readonly settings: SyncSettings;
  readonly targetByName: ReadonlyMap<string, Target>;
}

/** Makes of the settings of one organization those of another, with targets matched by name. */
export function copySettings(
  kind: Exclude<SyncKind, 'organization'>,
  source: CopySource,
  destination: CopyDestination,
  choice: CopyChoice,
): CopyPlan {
  const before = destination.settings;
  const { field, regexFilter, autoCreateMissing } = source.settings;
  const scalars = kind === 'group' ? { field, regexFilter, autoCreateMissing } : { field };
  const withScalars = choice.scalars ? { ...before, ...scalars } : before;
  if (choice.rows === 'none') return { settings: withScalars, missing: [], created: [] };
  const missing: MissingTarget[] = [];
  const created = new Set<string>();
  const mapping = new Map(choice.rows === 'add' ? before.mapping : []);
  for (const [value, targets] of source.settings.mapping) {
    const own = before.mapping.get(value);
    const found: Target[] = [];
    for (const target of targets) {
      const name = source.nameOf(target);
      const match = name === undefined ? undefined : destination.targetByName.get(name);
      if (match !== undefined) found.push(match);
      else if (choice.createMissing && kind === 'group' && name !== undefined) {
        created.add(name);
        found.push(newTarget(name));
      } else missing.push({ value, name: name ?? target });
    }
    if (targets.length > 0 && found.length === 0) {
      if (own) mapping.set(value, own);
      continue;
    }
    const kept = choice.rows === 'add' ? (own ?? []) : [];
    mapping.set(value, [...new Set([...kept, ...found])]);
  }
  return { settings: { ...withScalars, mapping }, missing, created: [...created] };
}
