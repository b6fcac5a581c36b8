import { endsNowhere, targetKey, type ValueRow } from './evaluateSync.ts';

/** Narrows the values to those of one row, to those that lead to one target, or to one of them. */
export interface ValueFocus {
  readonly type: 'target' | 'row' | 'value';
  /** Of a target as in {@link targetKey}, the key of a row, or a claim value. */
  readonly key: string;
}

/** Whether a value is one of those that are asked for, with the draft or with the saved settings. */
export function isInFocus({ value, draft, saved }: ValueRow, { type, key }: ValueFocus): boolean {
  switch (type) {
    case 'value':
      return value === key;
    case 'row':
      return draft?.row === key || saved?.row === key;
    case 'target':
      return [draft, saved].some((trace) => trace?.targets.some((target) => targetKey(target) === key));
  }
}

/** By what came of them, values can be filtered. */
export type Outcome = 'all' | 'lands' | 'nowhere' | 'filtered' | 'created' | 'differs';

const tests: Readonly<Record<Outcome, (row: ValueRow) => boolean>> = {
  all: () => true,
  lands: ({ draft }) => draft !== undefined && !endsNowhere(draft),
  nowhere: ({ draft }) => !draft || endsNowhere(draft),
  filtered: ({ draft }) => draft?.reason === 'filtered-out',
  created: ({ draft }) => draft?.reason === 'created',
  differs: ({ differs }) => differs,
};

const outcomes = ['all', 'lands', 'nowhere', 'filtered', 'created', 'differs'] as const;

/** Values by what came of them. Outcomes that no value has, or all of them, are left out. */
export function sortByOutcome(rows: readonly ValueRow[]): ReadonlyMap<Outcome, readonly ValueRow[]> {
  const lists = outcomes.map((outcome) => [outcome, rows.filter(tests[outcome])] as const);
  return new Map(
    lists.filter(([outcome, list]) => outcome === 'all' || (list.length > 0 && list.length < rows.length)),
  );
}
