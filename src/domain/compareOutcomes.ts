import type { DirectoryGroup } from './directory.ts';
import type { ValueFilter } from './filter.ts';
import { compileGroupSync, indexGroups } from './groups.ts';
import { compileRoleSync } from './roles.ts';
import type { OrganizationId, RoleName, SyncKind, SyncSettings, Target } from './settings.ts';
import type { ValueTrace } from './trace.ts';

/** What one claim value gives before and after a change. */
export interface OutcomeChange {
  readonly value: string;
  readonly before: ValueTrace;
  readonly after: ValueTrace;
  /** Targets that the value gave and gives no more. A created group counts by its name. */
  readonly lost: readonly Target[];
  readonly gained: readonly Target[];
}

/** Settings with what is needed to say what a value gives. */
export interface OutcomeSide {
  readonly settings: SyncSettings;
  readonly filter: ValueFilter;
}

/** Where targets are looked up. Only what the kind needs is read. */
export interface OutcomeDirectory {
  readonly organizationId: OrganizationId | undefined;
  readonly groups: readonly DirectoryGroup[];
  readonly roles: readonly RoleName[];
  readonly impliedRoles: readonly RoleName[];
}

const effective = new Set(['given', 'created', 'foreign']);

/**
 * Says for each claim value whether a change of settings changes what it gives.
 *
 * @param values claim values, such as those seen in logins; each is judged by itself
 * @returns only values whose targets change, in the order given
 */
export function compareOutcomes(
  kind: SyncKind,
  saved: OutcomeSide,
  draft: OutcomeSide,
  values: Iterable<string>,
  directory: OutcomeDirectory,
): readonly OutcomeChange[] {
  const resolveBefore = resolver(kind, saved, directory);
  const resolveAfter = resolver(kind, draft, directory);
  const changes: OutcomeChange[] = [];
  for (const value of values) {
    const before = resolveBefore(value);
    const after = resolveAfter(value);
    const had = targetsOf(before);
    const has = targetsOf(after);
    const lost = [...had].filter((target) => !has.has(target));
    const gained = [...has].filter((target) => !had.has(target));
    if (lost.length > 0 || gained.length > 0) changes.push({ value, before, after, lost, gained });
  }
  return changes;
}

/** Targets that no value gives any more, although one did before. */
export function lostTargets(
  kind: SyncKind,
  saved: OutcomeSide,
  draft: OutcomeSide,
  values: readonly string[],
  directory: OutcomeDirectory,
): readonly Target[] {
  const all = (side: OutcomeSide) =>
    new Set(values.map(resolver(kind, side, directory)).flatMap((trace) => [...targetsOf(trace)]));
  const after = all(draft);
  return [...all(saved)].filter((target) => !after.has(target));
}

function targetsOf({ targets }: ValueTrace): ReadonlySet<Target> {
  return new Set(targets.filter(({ outcome }) => effective.has(outcome)).map(({ target }) => target));
}

function resolver(kind: SyncKind, { settings, filter }: OutcomeSide, directory: OutcomeDirectory) {
  switch (kind) {
    case 'group': {
      const sync = compileGroupSync(settings, directory.organizationId ?? '', indexGroups(directory.groups), filter);
      return (value: string) => sync.resolve(value).trace;
    }
    case 'role':
      return compileRoleSync(settings, { roles: directory.roles, implied: directory.impliedRoles }).resolve;
    case 'organization':
      return (value: string): ValueTrace => {
        const row = settings.mapping.get(value) ?? [];
        return {
          value,
          reason: row.length > 0 ? 'mapped' : 'unmapped',
          targets: row.map((target) => ({ target, outcome: 'given' })),
        };
      };
  }
}
