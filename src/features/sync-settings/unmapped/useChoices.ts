import { useCallback, useState } from 'react';
import type { UnmappedValue } from '../../../domain/findUnmapped.ts';
import { type Guess, isGoodGuess } from '../../../domain/guessTargets.ts';
import type { Target } from '../../../domain/settings.ts';

/** What a person has decided on one value. Targets are kept as they were then: a guess can change under a tick. */
export interface RowChoice {
  readonly targets: readonly Target[];
  readonly isTicked: boolean;
  readonly isByHand: boolean;
}

/** One value with its guess and what was decided on it. */
export interface UnmappedRow extends UnmappedValue {
  readonly guess: Guess | undefined;
  /** By hand, or guessed. */
  readonly targets: readonly Target[];
  readonly choice: RowChoice | undefined;
  /** Looks like a list. As a text of its own the server refuses it. */
  readonly hasComma: boolean;
}

/** The ticks and targets of a list of values, which are no part of the draft until its rows are added. */
export function useChoices() {
  const [choices, setChoices] = useState<ReadonlyMap<string, RowChoice>>(new Map());
  const set = useCallback((rows: readonly UnmappedRow[], choose: (row: UnmappedRow) => RowChoice) => {
    setChoices((old) => new Map([...old, ...rows.map((row) => [row.value, choose(row)] as const)]));
  }, []);
  const tick = useCallback(
    (rows: readonly UnmappedRow[], isTicked: boolean) =>
      set(rows, ({ targets, choice }) => ({ targets, isTicked, isByHand: choice?.isByHand ?? false })),
    [set],
  );
  const choose = useCallback(
    (row: UnmappedRow, targets: readonly Target[]) =>
      set([row], () => ({ targets, isTicked: targets.length > 0, isByHand: true })),
    [set],
  );
  const clear = useCallback(() => setChoices(new Map()), []);
  return { choices, tick, choose, clear };
}

/** Puts a value together with what is guessed and decided. */
export function unmappedRow(
  value: UnmappedValue,
  guess: Guess | undefined,
  choice: RowChoice | undefined,
): UnmappedRow {
  const hasComma = value.value.includes(',');
  const targets = choice?.targets ?? guess?.targets ?? [];
  return { ...value, guess, choice, targets: hasComma ? [] : targets, hasComma };
}

/** Whether a row can be ticked together with others: it is surely meant, and would do something. */
export function isGoodRow({ guess, choice, targets, today }: UnmappedRow): boolean {
  if (targets.length === 0 || today === 'filtered-out') return false;
  return choice?.isByHand === true || (guess !== undefined && isGoodGuess(guess));
}
