import { expect, it } from 'vitest';
import type { ValueTrace } from '../../domain/trace.ts';
import type { ValueRow } from './evaluateSync.ts';
import { isInFocus, sortByOutcome, type ValueFocus } from './valueFocus.ts';

const to = (target: string, row?: string): ValueTrace => ({
  value: 'v',
  reason: row === undefined ? 'matched-by-name' : 'mapped',
  targets: [{ target, outcome: 'given' }],
  ...(row !== undefined && { row }),
});
const stopped: ValueTrace = { value: 'v', reason: 'filtered-out', targets: [] };
const made: ValueTrace = { value: 'v', reason: 'created', targets: [{ target: 'a', outcome: 'created' }] };
const ignored: ValueTrace = { value: 'v', reason: 'mapped', row: 'r', targets: [{ target: 'x', outcome: 'unknown' }] };

function row(value: string, draft: ValueTrace | undefined, saved = draft): ValueRow {
  return { value, count: 1, draft, saved, differs: draft !== saved };
}

const rows = [
  row('by-name', to('a')),
  row('by-row', to('a', 'r')),
  row('moved', to('b'), to('a', 'r')),
  row('stopped', stopped),
  row('made', made),
  row('ignored', ignored),
  row('unread', undefined, stopped),
];

it.each<[ValueFocus, string[]]>([
  [{ type: 'target', key: 'a' }, ['by-name', 'by-row', 'moved']],
  [{ type: 'target', key: 'new:a' }, ['made']],
  [{ type: 'target', key: 'x' }, ['ignored']],
  [{ type: 'row', key: 'r' }, ['by-row', 'moved', 'ignored']],
  [{ type: 'value', key: 'moved' }, ['moved']],
  [{ type: 'target', key: 'nothing' }, []],
])('%o: which values lead here', (focus, values) => {
  expect(rows.filter((one) => isInFocus(one, focus)).map(({ value }) => value)).toEqual(values);
});

it('sorts by what came of a value', () => {
  const lists = [...sortByOutcome(rows)].map(([outcome, list]) => [outcome, list.map(({ value }) => value).join(' ')]);
  expect(lists.slice(1)).toEqual([
    ['lands', 'by-name by-row moved made'],
    ['nowhere', 'stopped ignored unread'],
    ['filtered', 'stopped'],
    ['created', 'made'],
    ['differs', 'moved unread'],
  ]);
});

it('offers no filter that changes nothing', () => {
  expect([...sortByOutcome(rows.slice(0, 2)).keys()]).toEqual(['all']);
});
