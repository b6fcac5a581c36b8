import type { Group } from '../../../api/groups.ts';
import { compareOutcomes, lostTargets, type OutcomeChange } from '../../../domain/compareOutcomes.ts';
import { diffSettings, type RenameStep, type SettingsDiff } from '../../../domain/diffSettings.ts';
import { everyValue, type ValueFilter } from '../../../domain/filter.ts';
import type { OwnLosses } from '../../../domain/lockOut.ts';
import { type ReviewReason, reviewReasons } from '../../../domain/reviewReasons.ts';
import type { RoleName, SyncKind, SyncSettings, Target } from '../../../domain/settings.ts';
import { testFilter } from '../../../ui/regex/testFilter.ts';
import { failingTests, type TestedDrafts } from './TestedDraft.ts';

/** What a change is held against. Parts that couldn't be loaded are empty. */
export interface ReviewDirectory {
  readonly organizationId: string | undefined;
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'organizationId'>[];
  readonly roles: readonly RoleName[];
  readonly impliedRoles: readonly RoleName[];
  /** Values of the draft's claim in people's last logins. */
  readonly seen: readonly string[];
  /** Asks what a change takes from the editing person. Without it that isn't asked. */
  readonly ownLosses?: (saved: SyncSettings, draft: SyncSettings) => Promise<OwnLosses>;
  /** Runs the claim tests. Without it there are none. */
  readonly tests?: (saved: SyncSettings, draft: SyncSettings) => Promise<TestedDrafts>;
}

/** What a change does, as far as is known. */
export interface Assessment {
  readonly diff: SettingsDiff;
  readonly reasons: readonly ReviewReason[];
  /** Values that give something else afterwards. Empty if the claim itself changes: then all do. */
  readonly outcomes: readonly OutcomeChange[];
  /** What no seen value gives any more. */
  readonly lost: readonly Target[];
  /** What the editing person would lose at their own next login. */
  readonly ownLosses: OwnLosses;
  /** Every claim test, with what becomes of it. */
  readonly tests: TestedDrafts;
  /** Whether it is only to be saved by somebody who types the name of the place. */
  readonly needsTyping: boolean;
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
  const [ownLosses = [], tests = []] = await Promise.all([
    directory.ownLosses?.(saved, draft),
    directory.tests?.(saved, draft),
  ]);
  const needsTyping = reasons.includes('sync-off') || (ownLosses !== 'unchecked' && ownLosses.length > 0);
  const known = { diff, reasons, ownLosses, tests, needsTyping };
  const isNoted = needsTyping || reasons.length > 0 || tests === 'unchecked' || failingTests(tests).length > 0;
  if (diff.scalars.field) return { ...known, outcomes: [], lost: [], needsReview: isNoted };
  const values = [
    ...new Set([...directory.seen, ...diff.added.map(({ value }) => value), ...diff.changed.map(({ value }) => value)]),
  ];
  const names = values.map((value) => saved.legacyNameMapping.get(value) ?? value);
  const before = { settings: saved, filter: await filterFor(saved.regexFilter, [...values, ...names]) };
  const after = { settings: draft, filter: await filterFor(draft.regexFilter, [...values, ...names]) };
  const outcomes = compareOutcomes(kind, before, after, values, directory);
  const lost = lostTargets(kind, before, after, values, directory);
  const needsReview = isNoted || outcomes.some((outcome) => outcome.lost.length > 0);
  return { ...known, outcomes, lost, needsReview };
}

/** A filter that can't be tried here lets everything pass: the review then says less, never something wrong about the rows. */
async function filterFor(pattern: string | null, values: readonly string[]): Promise<ValueFilter> {
  if (pattern === null || pattern === '') return everyValue;
  const answer = await testFilter(pattern, values);
  if (answer.ok !== true) return everyValue;
  const stopped = new Set(values.filter((_, index) => answer.passes[index] === false));
  return (value) => !stopped.has(value);
}
