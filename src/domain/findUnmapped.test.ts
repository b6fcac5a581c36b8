import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRows } from './editSettings.ts';
import { everyValue } from './filter.ts';
import { findUnmapped } from './findUnmapped.ts';
import { groupSettings, legacyNames } from './settings.arbitraries.ts';
import { emptySettings } from './settings.ts';

const byName = new Map([
  ['eng', 'id-eng'],
  ['Operations', 'id-ops'],
]);
const settings = { ...emptySettings, field: 'groups', mapping: new Map([['mapped', ['a']]]) };
const noCapitals = (value: string) => !/[A-Z]/.test(value);

describe('findUnmapped', () => {
  it.each([
    ['group', 'eng', false, everyValue, { today: 'matched-by-name', target: 'id-eng' }],
    ['group', 'sales', false, everyValue, { today: 'unmapped' }],
    ['group', 'sales', true, everyValue, { today: 'created' }],
    ['group', 'eng', true, everyValue, { today: 'matched-by-name', target: 'id-eng' }],
    ['group', 'Operations', true, noCapitals, { today: 'filtered-out' }],
    ['group', 'Operations', true, undefined, { today: 'unchecked' }],
    ['role', 'eng', true, everyValue, { today: 'passed-through', target: 'id-eng' }],
    ['role', 'sales', true, everyValue, { today: 'unmapped' }],
    ['organization', 'eng', true, everyValue, { today: 'unmapped' }],
    ['group', 'constructor', false, everyValue, { today: 'unmapped' }],
  ] as const)('%s: %s', (kind, value, autoCreateMissing, filter, expected) => {
    const found = findUnmapped(kind, ['mapped', value], { ...settings, autoCreateMissing }, byName, filter);
    expect(found).toEqual([{ value, renamedFrom: [], ...expected }]);
  });

  it('takes the name that legacy mappings give, once, and leaves out what is mapped under it', () => {
    const legacyNameMapping = new Map([
      ['ops-1', 'Operations'],
      ['ops-2', 'Operations'],
      ['old', 'mapped'],
    ]);
    const renamed = { ...settings, legacyNameMapping };
    expect(findUnmapped('group', ['old', 'ops-1', 'ops-2', 'ops-1'], renamed, byName, everyValue)).toEqual([
      {
        value: 'Operations',
        renamedFrom: ['ops-1', 'ops-2', 'ops-1'],
        today: 'matched-by-name',
        target: 'id-ops',
      },
    ]);
  });

  it('puts what the filter stops last', () => {
    const found = findUnmapped('group', ['A', 'b', 'C', 'd'], settings, byName, noCapitals);
    expect(found.map(({ value }) => value)).toEqual(['b', 'd', 'A', 'C']);
  });

  it('adding rows for all that it finds leaves other rows alone and nothing to find', () => {
    const seen = fc.array(fc.constantFrom('eng', 'ops', 'sales', '__proto__', 'constructor', 'toString', '', 'A,B'));
    fc.assert(
      fc.property(groupSettings, legacyNames, seen, (draft, legacyNameMapping, values) => {
        const before = { ...draft, legacyNameMapping };
        const found = findUnmapped('group', values, before, byName, everyValue).map(({ value }) => value);
        const after = addRows(before, new Map(found.map((value) => [value, ['new']])));
        expect([...after.mapping.keys()].sort()).toEqual([...before.mapping.keys(), ...found].sort());
        for (const [key, targets] of after.mapping) {
          expect(targets).toEqual(found.includes(key) ? ['new'] : before.mapping.get(key));
        }
        expect({ ...after, mapping: before.mapping }).toEqual(before);
        expect(findUnmapped('group', values, after, byName, everyValue)).toEqual([]);
      }),
    );
  });
});
