import { describe, expect, it } from 'vitest';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';
import { convertLegacy } from './convertLegacy.ts';

const groups = new Map([
  ['it', 'id-it'],
  ['finance', 'id-finance'],
  ['toString', 'id-odd'],
]);

type Pairs = readonly (readonly [string, string])[];
type Rows = readonly (readonly [string, readonly string[]])[];

function settings(legacy: Pairs, rows: Rows = []): SyncSettings {
  return { ...emptySettings, field: 'groups', mapping: new Map(rows), legacyNameMapping: new Map(legacy) };
}

describe('convertLegacy', () => {
  it.each<[string, SyncSettings, Rows, Pairs]>([
    ['takes the group of the name', settings([['it-staff', 'it']]), [['it-staff', ['id-it']]], []],
    [
      'names what has no group',
      settings([
        ['payroll', 'gone'],
        ['it-staff', 'it'],
      ]),
      [['it-staff', ['id-it']]],
      [['payroll', 'gone']],
    ],
    [
      'takes the row of the name before its group',
      settings([['it-staff', 'it']], [['it', ['x', 'y']]]),
      [
        ['it', ['x', 'y']],
        ['it-staff', ['x', 'y']],
      ],
      [],
    ],
    [
      'keeps on giving nothing',
      settings([['it-staff', 'it']], [['it', []]]),
      [
        ['it', []],
        ['it-staff', []],
      ],
      [],
    ],
    [
      'takes the place of a row that never applied, because the value was renamed first',
      settings([['it-staff', 'it']], [['it-staff', ['z', 'id-it']]]),
      [['it-staff', ['id-it']]],
      [],
    ],
    [
      'looks names up as they were',
      settings([
        ['it', 'finance'],
        ['x', 'it'],
      ]),
      [
        ['it', ['id-finance']],
        ['x', ['id-it']],
      ],
      [],
    ],
    [
      'takes odd names',
      settings([
        ['__proto__', 'toString'],
        ['y', 'constructor'],
      ]),
      [['__proto__', ['id-odd']]],
      [['y', 'constructor']],
    ],
  ])('%s', (_, before, rows, unresolved) => {
    const result = convertLegacy(before, groups);
    expect([...result.settings.mapping]).toEqual(rows);
    expect(result.unresolved).toEqual(unresolved);
    expect(result.converted).toEqual(
      [...before.legacyNameMapping].filter((pair) => !unresolved.some(([value]) => value === pair[0])),
    );
    expect(result.settings.legacyNameMapping.size).toBe(0);
    expect(result.settings.field).toBe('groups');
  });
});
