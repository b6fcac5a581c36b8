import type { ClaimError, Claims } from '../../domain/claims.ts';
import type { Memberships } from '../../domain/directory.ts';
import { everyValue, type ValueFilter } from '../../domain/filter.ts';
import { compileGroupSync, type GroupIndex, type GroupPlan, planGroups } from '../../domain/groups.ts';
import { compileOrganizationSync, type OrganizationPlan, planOrganizations } from '../../domain/organizations.ts';
import { compileRoleSync, planRoles, type RolePlan, type RoleScope } from '../../domain/roles.ts';
import type { OrganizationId, SyncSettings, Target } from '../../domain/settings.ts';
import type { TracedTarget, ValueTrace } from '../../domain/trace.ts';

/**
 * What a login does about one target. `created`: a group of that name is made, and joined. `ignored`: a row names it,
 * but it doesn't exist.
 */
export type Change = 'added' | 'created' | 'kept' | 'removed' | 'ignored';

/** What is where: all that an evaluation needs besides settings, claims and the person. */
export type SyncSurroundings =
  | { readonly kind: 'group'; readonly organizationId: OrganizationId; readonly groups: GroupIndex }
  | { readonly kind: 'role'; readonly organizationId: OrganizationId; readonly scope: RoleScope }
  | {
      readonly kind: 'organization';
      readonly organizations: readonly {
        readonly id: OrganizationId;
        readonly isDefault: boolean;
        readonly deleted: boolean;
      }[];
    };

/** What one sync does to a person, told the same way for the three kinds. */
export interface Evaluation {
  /**
   * `off`: no field, or not in the licence; nothing is touched. `unreadable`: see `error`. `missing`: the claim isn't
   * there. `empty`: it is, with no value in it.
   */
  readonly state: 'off' | 'unreadable' | 'missing' | 'empty' | 'read';
  readonly error?: ClaimError;
  /** Target → what happens to it. A group that is created has its name for a key, behind {@link createdPrefix}. */
  readonly changes: ReadonlyMap<string, Change>;
  /** Given by the switch *Assign Default Organization*. */
  readonly assignedDefault?: OrganizationId;
  /** Roles that sync may not give: the login fails. */
  readonly refused: readonly Target[];
  readonly trace: readonly ValueTrace[];
}

/** Tells the name of a group that doesn't exist yet from an id. */
export const createdPrefix = 'new:';

/** Key of a target among {@link Evaluation.changes}. */
export function targetKey({ target, outcome }: TracedTarget): string {
  return outcome === 'created' ? `${createdPrefix}${target}` : target;
}

/**
 * Evaluates one sync for one person, by the engine.
 *
 * @param filter compiled from the settings' regex filter
 */
export function evaluateSync(
  surroundings: SyncSurroundings,
  settings: SyncSettings,
  claims: Claims,
  present: Memberships,
  filter: ValueFilter = everyValue,
): Evaluation {
  switch (surroundings.kind) {
    case 'group': {
      const { organizationId, groups } = surroundings;
      return ofGroups(planGroups(compileGroupSync(settings, organizationId, groups, filter), claims, present.groupIds));
    }
    case 'role': {
      const sync = compileRoleSync(settings, surroundings.scope);
      const held = present.roles.get(surroundings.organizationId) ?? [];
      return ofRoles(planRoles(sync, claims, held), sync.implied);
    }
    case 'organization': {
      const sync = compileOrganizationSync(settings, surroundings.organizations);
      return ofOrganizations(planOrganizations(sync, claims, present.organizationIds));
    }
  }
}

/** A plan of groups, told as an evaluation. */
export function ofGroups(plan: GroupPlan): Evaluation {
  const created = plan.created.map((name) => `${createdPrefix}${name}`);
  return { ...common(plan), changes: changesOf({ ...plan, created }), refused: [] };
}

/** A plan of roles, told as an evaluation. @param implied roles that every member has; they aren't told */
export function ofRoles(plan: RolePlan, implied: ReadonlySet<string>): Evaluation {
  const kept = plan.kept.filter((role) => !implied.has(role));
  return { ...common(plan), changes: changesOf({ ...plan, kept }), refused: plan.refused };
}

/** A plan of organizations, told as an evaluation. */
export function ofOrganizations(plan: OrganizationPlan): Evaluation {
  const { assignedDefault } = plan;
  const assigned = assignedDefault === undefined ? {} : { assignedDefault };
  return { ...common(plan), ...assigned, changes: changesOf(plan), refused: [] };
}

interface CommonPlan {
  readonly enabled: boolean;
  readonly error?: ClaimError;
  readonly claimPresent: boolean;
  readonly trace: readonly ValueTrace[];
}

function common({ enabled, error, claimPresent, trace }: CommonPlan): Pick<Evaluation, 'state' | 'error' | 'trace'> {
  if (!enabled) return { state: 'off', trace };
  if (error) return { state: 'unreadable', error, trace };
  if (!claimPresent) return { state: 'missing', trace };
  return { state: trace.length === 0 ? 'empty' : 'read', trace };
}

/** What happens, in the order in which it is shown. */
const changeOrder = ['added', 'created', 'kept', 'removed', 'ignored'] as const;

function changesOf(
  plan: Pick<CommonPlan, 'trace'> & Readonly<Partial<Record<Change, readonly Target[]>>>,
): ReadonlyMap<string, Change> {
  const ignored = plan.trace.flatMap(({ targets }) => targets.filter(isIgnored).map(({ target }) => target));
  const lists = { ...plan, ignored };
  return new Map(changeOrder.flatMap((change) => (lists[change] ?? []).map((target) => [target, change] as const)));
}

function isIgnored({ outcome }: TracedTarget): boolean {
  return outcome === 'unknown' || outcome === 'deleted';
}

/** One target in the list of outcomes, with what the draft and what the saved settings do about it. */
export interface OutcomeRow {
  readonly key: string;
  /** Undefined: nothing; the person neither has it nor gets it. */
  readonly draft: Change | undefined;
  readonly saved: Change | undefined;
  /** Traces that give it: those of the draft, or of the saved settings where the draft has none. */
  readonly givenBy: readonly ValueTrace[];
}

/** Puts two evaluations of one person side by side, sorted by what the draft does. */
export function compareOutcomes(draft: Evaluation, saved: Evaluation): readonly OutcomeRow[] {
  const givers = giversOf(draft.trace);
  const savedGivers = saved === draft ? givers : giversOf(saved.trace);
  const keys = new Set([...draft.changes.keys(), ...saved.changes.keys()]);
  const rows = [...keys].map((key): OutcomeRow => {
    const givenBy = givers.get(key) ?? savedGivers.get(key) ?? [];
    return { key, draft: draft.changes.get(key), saved: saved.changes.get(key), givenBy };
  });
  return rows.toSorted((a, b) => rank(a.draft) - rank(b.draft));
}

function rank(change: Change | undefined): number {
  return change === undefined ? changeOrder.length : changeOrder.indexOf(change);
}

function giversOf(trace: readonly ValueTrace[]): ReadonlyMap<string, readonly ValueTrace[]> {
  const givers = new Map<string, ValueTrace[]>();
  const seen = new Set<string>();
  for (const step of trace) {
    if (seen.has(step.value)) continue;
    seen.add(step.value);
    for (const target of step.targets) {
      const key = targetKey(target);
      const list = givers.get(key);
      if (list) list.push(step);
      else givers.set(key, [step]);
    }
  }
  return givers;
}

/** One claim value, with what the draft and what the saved settings make of it. */
export interface ValueRow {
  readonly value: string;
  /** How often it is in the claim. */
  readonly count: number;
  /** Undefined: these settings don't read it. */
  readonly draft: ValueTrace | undefined;
  readonly saved: ValueTrace | undefined;
  readonly differs: boolean;
}

/** Puts the traces of two evaluations side by side: the draft's values in the order of its claim, then the others. */
export function compareTraces(draft: Evaluation, saved: Evaluation): readonly ValueRow[] {
  const before = new Map(saved.trace.map((step) => [step.value, step]));
  const after = new Map(draft.trace.map((step) => [step.value, step]));
  const counts = new Map<string, number>();
  const longer = draft.trace.length > 0 ? draft.trace : saved.trace;
  for (const { value } of longer) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...new Set([...after.keys(), ...before.keys()])].map((value) => {
    const now = after.get(value);
    const was = before.get(value);
    return {
      value,
      count: counts.get(value) ?? 1,
      draft: now,
      saved: was,
      differs: now !== was && !sameTrace(now, was),
    };
  });
}

function sameTrace(a: ValueTrace | undefined, b: ValueTrace | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.reason !== b.reason || a.renamedTo !== b.renamedTo || a.targets.length !== b.targets.length) return false;
  const outcomes = new Map(b.targets.map(({ target, outcome }) => [target, outcome]));
  return a.targets.every(({ target, outcome }) => outcomes.get(target) === outcome);
}

/** Whether a value comes to nothing: it gives no target that exists. */
export function endsNowhere({ targets }: ValueTrace): boolean {
  return targets.every(isIgnored);
}
