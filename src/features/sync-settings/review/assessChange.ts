import type { Group } from '../../../api/groups.ts';
import { compareOutcomes, lostTargets, type OutcomeChange } from '../../../domain/compareOutcomes.ts';
import { diffSettings, type RenameStep, type SettingsDiff } from '../../../domain/diffSettings.ts';
import { everyValue, type ValueFilter } from '../../../domain/filter.ts';
import { type ReviewReason, reviewReasons } from '../../../domain/reviewReasons.ts';
import type { RoleName, SyncKind, SyncSettings, Target } from '../../../domain/settings.ts';
import { testFilter } from '../../../ui/regex/testFilter.ts';

/** What a change is held against. Parts that couldn't be loaded are empty. */
export interface ReviewDirectory {
  readonly organizationId: string | undefined;
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'organizationId'>[];
  readonly roles: readonly RoleName[];
  readonly impliedRoles: readonly RoleName[];
  /** Values of the draft's claim in people's last logins. */
  readonly seen: readonly string[];
}

/** What a change does, as far as is known. */
export interface Assessment {
  readonly diff: SettingsDiff;
  readonly reasons: readonly ReviewReason[];
  /** Values that give something else afterwards. Empty if the claim itself changes: then all do. */
  readonly outcomes: readonly OutcomeChange[];
  /** What no seen value gives any more. */
  readonly lost: readonly Target[];
  readonly needsReview: boolean;
}

/**
 * Finds out what a change does before it is saved: to each seen value, and to each target.
 *
 * @param renames rows that got another claim value while editing
 */
export async function assessChange(
  kind: SyncKind,
  saved: SyncSettings,
  draft: SyncSettings,
  renames: readonly RenameStep[],
  directory: ReviewDirectory,
): Promise<Assessment> {
  const diff = diffSettings(saved, draft, renames);
  const reasons = reviewReasons(diff);
  if (diff.scalars.field) return { diff, reasons, outcomes: [], lost: [], needsReview: reasons.length > 0 };
  const values = [
    ...new Set([...directory.seen, ...diff.added.map(({ value }) => value), ...diff.changed.map(({ value }) => value)]),
  ];
  const names = values.map((value) => saved.legacyNameMapping.get(value) ?? value);
  const before = { settings: saved, filter: await filterFor(saved.regexFilter, [...values, ...names]) };
  const after = { settings: draft, filter: await filterFor(draft.regexFilter, [...values, ...names]) };
  const outcomes = compareOutcomes(kind, before, after, values, directory);
  const lost = lostTargets(kind, before, after, values, directory);
  const needsReview = reasons.length > 0 || outcomes.some((outcome) => outcome.lost.length > 0);
  return { diff, reasons, outcomes, lost, needsReview };
}

/** A filter that can't be tried here lets everything pass: the review then says less, never something wrong about the rows. */
async function filterFor(pattern: string | null, values: readonly string[]): Promise<ValueFilter> {
  if (pattern === null || pattern === '') return everyValue;
  const answer = await testFilter(pattern, values);
  if (answer.ok !== true) return everyValue;
  const stopped = new Set(values.filter((_, index) => answer.passes[index] === false));
  return (value) => !stopped.has(value);
}
