import { everyValue, type ValueFilter } from '../filter.ts';
import { compileFilter } from '../goRegex.ts';
import type { SyncSettings, Target } from '../settings.ts';
import { isMap } from './flagText.ts';
import type { FlagValue } from './oidcFlags.ts';

/** What becomes of one mapping of the server flags. */
export interface MigratedRow {
  readonly value: string;
  /** The group's name, as the flag has it. */
  readonly name: string;
  /**
   * - `same`: it gives what it gave.
   * - `stops`: the filter passes the name and not the value, so the row never applies.
   * - `blocked`: the filter stopped the name; the value passes, and is mapped to nothing, so that it goes on giving nothing.
   * - `dead`: the filter stops both. No row is made.
   * - `unresolved`: no group has the name. No row is made.
   */
  readonly outcome: 'same' | 'stops' | 'blocked' | 'dead' | 'unresolved';
}

export interface Migration {
  readonly settings: SyncSettings;
  readonly rows: readonly MigratedRow[];
  /** Why the filter can't be tried. */
  readonly filterProblem: string | undefined;
  /** The flags say nothing about groups. */
  readonly isEmpty: boolean;
}

/**
 * Turns server flags for groups into settings of the default organization's group sync. What a flag doesn't say stays
 * as it is; legacy name mappings that are there are turned into rows with the others, since a save would erase them.
 *
 * The meaning of the filter changes: with flags a value got its group's name first, and the filter was tested on that; a
 * row is looked up after the filter, which is tested on the claim value (`coderd/idpsync/group.go` ParseClaims).
 *
 * @param flags by environment variable, without `CODER_OIDC_`
 * @param groupByName exact group name → id
 */
export function migrateFlags(
  flags: ReadonlyMap<string, FlagValue>,
  current: SyncSettings,
  groupByName: ReadonlyMap<string, Target>,
): Migration {
  const regexFilter = filterOf(flags, current);
  const compiled = compileFilter(regexFilter ?? '');
  const passes = compiled.ok ? compiled.value : everyValue;
  const names = new Map([...current.legacyNameMapping, ...mappingOf(flags)]);
  const mapping = new Map(current.mapping);
  const rows: MigratedRow[] = [];
  for (const [value, name] of names) {
    const group = groupByName.get(name);
    const targets = current.mapping.get(name) ?? (group === undefined ? undefined : [group]);
    const outcome = outcomeOf(value, name, targets !== undefined, passes);
    rows.push({ value, name, outcome });
    if (outcome === 'blocked') mapping.set(value, []);
    else if (targets && outcome !== 'dead') mapping.set(value, targets);
  }
  const autoCreate = flags.get('GROUP_AUTO_CREATE');
  return {
    settings: {
      ...current,
      field: fieldOf(flags) ?? current.field,
      regexFilter,
      autoCreateMissing: typeof autoCreate === 'boolean' ? autoCreate : current.autoCreateMissing,
      mapping,
      legacyNameMapping: new Map(),
    },
    rows,
    filterProblem: compiled.ok ? undefined : compiled.error,
    isEmpty:
      names.size === 0 && fieldOf(flags) === undefined && !flags.has('GROUP_REGEX_FILTER') && autoCreate === undefined,
  };
}

function outcomeOf(value: string, name: string, isResolved: boolean, passes: ValueFilter): MigratedRow['outcome'] {
  if (!passes(name)) return passes(value) ? 'blocked' : 'dead';
  if (!isResolved) return 'unresolved';
  return passes(value) ? 'same' : 'stops';
}

function mappingOf(flags: ReadonlyMap<string, FlagValue>): readonly (readonly [string, string])[] {
  const value = flags.get('GROUP_MAPPING');
  if (value === undefined || !isMap(value)) return [];
  return [...value].flatMap(([key, name]) => (typeof name === 'string' ? [[key, name] as const] : []));
}

/** Without a field of its own, the server reads `groups` if it asks for that scope. */
function fieldOf(flags: ReadonlyMap<string, FlagValue>): string | undefined {
  const field = flags.get('GROUP_FIELD');
  if (typeof field === 'string' && field !== '') return field;
  const scopes = flags.get('SCOPES');
  return Array.isArray(scopes) && scopes.includes('groups') ? 'groups' : undefined;
}

/** Two filters that let everything pass are no change. */
function filterOf(flags: ReadonlyMap<string, FlagValue>, current: SyncSettings): string | null {
  const filter = flags.get('GROUP_REGEX_FILTER');
  if (typeof filter !== 'string') return current.regexFilter;
  return passesAll(filter) && passesAll(current.regexFilter) ? current.regexFilter : filter;
}

function passesAll(filter: string | null): boolean {
  return filter === null || filter === '' || filter === '.*';
}
