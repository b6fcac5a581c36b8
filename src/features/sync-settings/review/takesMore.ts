import type { Assessment } from './assessChange.ts';
import { failingTests } from './TestedDraft.ts';

/**
 * Whether a change can take away something that an earlier look at it didn't show.
 *
 * @param shown what was looked at
 * @param now what would be written, as after somebody else's change in between
 */
export function takesMore(shown: Assessment, now: Assessment): boolean {
  if (now.reasons.some((reason) => !shown.reasons.includes(reason))) return true;
  const known = new Set(lossKeys(shown));
  return lossKeys(now).some((loss) => !known.has(loss));
}

/** Each loss as one text: the editing person's own, what a claim test expects, a value's target, a row, or a row's target. */
function lossKeys({ diff, outcomes, ownLosses, tests }: Assessment): readonly string[] {
  const lists = [
    ...(ownLosses === 'unchecked' ? [] : ownLosses.map((loss) => ['own', loss])),
    ...(tests === 'unchecked' ? [['tests']] : []),
    ...failingTests(tests).flatMap(({ test, draft }) =>
      draft.failures.map(({ expected }) => ['test', test.name, expected]),
    ),
    ...outcomes.flatMap(({ value, lost }) => lost.map((target) => ['value', value, target])),
    ...diff.changed.flatMap(({ value, targets }) => targets.removed.map((target) => ['target', value, target])),
    ...diff.removed.map(({ value }) => ['row', value]),
    ...diff.renamed.map(({ from }) => ['row', from]),
    ...diff.added.filter(({ targets }) => targets.length === 0).map(({ value }) => ['swallowed', value]),
  ];
  return lists.map((list) => JSON.stringify(list));
}
