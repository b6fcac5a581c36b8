import { useMemo } from 'react';
import { numberRows } from '../../domain/rowOrder.ts';
import type { Mapping, SyncKind } from '../../domain/settings.ts';
import { compareOutcomes, compareTraces, type Evaluation, type OutcomeRow, type ValueRow } from './evaluateSync.ts';
import type { NameOf } from './previewWords.ts';
import type { StepContext } from './valueSteps.ts';

/** Settings evaluated, with as much of them as the steps of a value name. */
export interface Side {
  readonly evaluation: Evaluation;
  readonly mapping: Mapping;
  readonly regexFilter: string | null;
}

/** What is known about the values of one sync and where they lead, with the draft and with the saved settings. */
export interface Ways {
  readonly kind: SyncKind;
  readonly outcomes: readonly OutcomeRow[];
  readonly values: readonly ValueRow[];
  readonly draft: StepContext;
  readonly saved: StepContext;
}

/** Puts draft and saved side by side. Without a draft both are the same. */
export function compareWays(kind: SyncKind, draft: Side, saved: Side, nameOf: NameOf): Ways {
  return {
    kind,
    outcomes: compareOutcomes(draft.evaluation, saved.evaluation),
    values: compareTraces(draft.evaluation, saved.evaluation),
    draft: stepContext(kind, draft, nameOf),
    saved: stepContext(kind, saved, nameOf),
  };
}

/** {@link compareWays}, worked out again only if something else is compared. */
export function useWays(kind: SyncKind, draft: Side, saved: Side, nameOf: NameOf): Ways {
  const now = useSame(draft);
  const before = useSame(saved);
  return useMemo(() => compareWays(kind, now, before, nameOf), [kind, now, before, nameOf]);
}

function useSame({ evaluation, mapping, regexFilter }: Side): Side {
  return useMemo(() => ({ evaluation, mapping, regexFilter }), [evaluation, mapping, regexFilter]);
}

/** Rows are numbered only once a step asks for one. */
function stepContext(kind: SyncKind, { evaluation, mapping, regexFilter }: Side, nameOf: NameOf): StepContext {
  let numbers: ReadonlyMap<string, number> | undefined;
  const rowNumber = (key: string) => {
    numbers ??= numberRows(mapping);
    return numbers.get(key);
  };
  return { kind, regexFilter, changes: evaluation.changes, nameOf, rowNumber };
}
