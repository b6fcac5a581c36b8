import { expect, it } from 'vitest';
import type { SyncKind } from '../../domain/settings.ts';
import type { ValueTrace } from '../../domain/trace.ts';
import type { Change } from './evaluateSync.ts';
import { type StepContext, stepsText, traceCode, valueSteps } from './valueSteps.ts';

const trace = (rest: Partial<ValueTrace>): ValueTrace => ({ value: 'v', reason: 'unmapped', targets: [], ...rest });
const context = (kind: SyncKind, rest: Partial<StepContext> = {}): StepContext => ({
  kind,
  regexFilter: null,
  changes: new Map<string, Change>([
    ['a', 'added'],
    ['k', 'kept'],
    ['new:v', 'created'],
  ]),
  nameOf: (target) => (target.length > 9 ? target : `Name of ${target}`),
  rowNumber: () => 12,
  ...rest,
});
const given = [{ target: 'a', outcome: 'given' }] as const;
const mapped = trace({ reason: 'mapped', row: 'v', targets: given });
const gone = 'f1bbcd88-5eed-4f00-8000-000000000007';

it.each<[string, string, StepContext, ValueTrace]>([
  ['row 12 → joins Name of a', 'mapped', context('group'), mapped],
  ['row 12 → gets Name of a', 'mapped', context('role'), mapped],
  ['passes the filter → row 12 → joins Name of a', 'mapped', context('group', { regexFilter: '^v' }), mapped],
  ['row 12 → gives Name of a', 'mapped', context('group', { changes: new Map() }), mapped],
  [
    'row 12 → joins Name of a, stays in Name of k',
    'mapped',
    context('group'),
    trace({ reason: 'mapped', row: 'v', targets: [...given, { target: 'k', outcome: 'given' }] }),
  ],
  [
    'renamed by a server flag to w → passes the filter → row 12 → joins Name of a',
    'mapped',
    context('group', { regexFilter: '^w' }),
    trace({ reason: 'mapped', row: 'w', renamedTo: 'w', targets: given }),
  ],
  [
    'row 12 → row is empty: gives no group',
    'mapped-to-nothing',
    context('group'),
    trace({ reason: 'mapped-to-nothing', row: 'v' }),
  ],
  [
    'stopped by the regex filter ^x',
    'filtered-out',
    context('group', { regexFilter: '^x' }),
    trace({ reason: 'filtered-out' }),
  ],
  [
    'no row → a group of this name → joins Name of a',
    'matched-by-name',
    context('group'),
    trace({ reason: 'matched-by-name', targets: given }),
  ],
  [
    'no row → no group of this name → creates and joins v',
    'created',
    context('group'),
    trace({ reason: 'created', targets: [{ target: 'v', outcome: 'created' }] }),
  ],
  [
    'no row → taken for a role name → gets Name of a',
    'passed-through',
    context('role'),
    trace({ reason: 'passed-through', targets: given }),
  ],
  ['no row → no group of this name → ends here', 'unmapped', context('group'), trace({})],
  ['no row → ends here', 'unmapped', context('organization'), trace({})],
  [
    'row 12 → joins Name of a, ignored: deleted group f1bbcd88…',
    'mapped / unknown',
    context('group'),
    trace({ reason: 'mapped', row: 'v', targets: [...given, { target: gone, outcome: 'unknown' }] }),
  ],
  [
    'row 12 → gives Name of x',
    'mapped / foreign',
    context('group'),
    trace({ reason: 'mapped', row: 'v', targets: [{ target: 'x', outcome: 'foreign' }] }),
  ],
  [
    'no row → taken for a role name → the login fails: sync may not give Name of s',
    'passed-through / refused',
    context('role'),
    trace({ reason: 'passed-through', targets: [{ target: 's', outcome: 'refused' }] }),
  ],
])('%s (%s)', (words, code, steps, value) => {
  expect(stepsText(valueSteps(value, steps))).toBe(words);
  expect(traceCode(value)).toBe(code);
});

it('counts targets beyond the first eight', () => {
  const targets = Array.from({ length: 11 }, () => ({ target: 'a', outcome: 'given' as const }));
  expect(stepsText(valueSteps({ ...mapped, targets }, context('group')))).toMatch(/, and 3 more groups$/);
});
