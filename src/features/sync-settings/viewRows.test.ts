import { describe, expect, it } from 'vitest';
import type { RowProblem } from '../../domain/rowProblems.ts';
import type { Targets } from './useTargets.ts';
import { type RowView, viewRows } from './viewRows.ts';

const labels = new Map([
  ['1', 'Platform'],
  ['2', 'backend'],
  ['3', 'Ärzte'],
]);
const targets: Targets = {
  options: [],
  find: (target) => {
    const label = labels.get(target);
    return label === undefined ? undefined : { target, label, name: target, isAmbiguous: false };
  },
  stateOf: () => 'known',
  suggest: () => undefined,
  byName: new Map(),
  error: null,
  retry: () => undefined,
};
const mapping = new Map([
  ['zeta', ['2']],
  ['Alpha', ['1', '2']],
  ['alpha', ['unknown-id']],
  ['__proto__', []],
  ['mid', ['3']],
]);
const problems: ReadonlyMap<string, readonly RowProblem[]> = new Map([
  ['mid', [{ code: 'never-seen' }]],
  ['zeta', [{ code: 'never-seen' }]],
]);

describe('viewRows', () => {
  it.each<[string, Partial<RowView>, readonly string[]]>([
    ['by value, whatever the case', {}, ['__proto__', 'Alpha', 'alpha', 'mid', 'zeta']],
    ['by value, the last first', { descending: true }, ['zeta', 'mid', 'alpha', 'Alpha', '__proto__']],
    ['by the names of targets', { sortBy: 'target' }, ['__proto__', 'zeta', 'Alpha', 'alpha', 'mid']],
    ['searched by value', { search: ' ALPHA ' }, ['Alpha', 'alpha']],
    ['searched by the name of a target', { search: 'PLAT' }, ['Alpha']],
    ['searched by letters beyond ASCII', { search: 'ärz' }, ['mid']],
    ['searched by an id without a name', { search: 'unknown-' }, ['alpha']],
    ['not searched by an id that has a name', { search: '3' }, []],
    ['only problems', { problemsOnly: true }, ['mid', 'zeta']],
    ['only problems, searched', { problemsOnly: true, search: 'back' }, ['zeta']],
    ['a dot is a dot', { search: '.' }, []],
  ])('%s', (_, view, keys) => {
    const whole: RowView = { search: '', problemsOnly: false, sortBy: 'value', descending: false, ...view };
    expect(viewRows(mapping, problems, targets, whole)).toEqual(keys);
  });
});
