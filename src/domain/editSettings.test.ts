import { describe, expect, it } from 'vitest';
import { addTargets, removeRow, replaceRow, setTargets } from './editSettings.ts';
import { emptySettings, type SyncSettings } from './settings.ts';

const settings: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  regexFilter: 'x',
  mapping: new Map([
    ['eng', ['a', 'b']],
    ['ops', ['c']],
    ['__proto__', []],
  ]),
  legacyNameMapping: new Map([['old', 'Old']]),
};

type Rows = readonly (readonly [string, readonly string[]])[];

describe('edits of rows', () => {
  it.each<[string, (before: SyncSettings) => SyncSettings, Rows]>([
    [
      'sets the targets of a row',
      (s) => setTargets(s, 'eng', ['c']),
      [
        ['eng', ['c']],
        ['ops', ['c']],
        ['__proto__', []],
      ],
    ],
    [
      'makes a row',
      (s) => setTargets(s, 'new', []),
      [
        ['eng', ['a', 'b']],
        ['ops', ['c']],
        ['__proto__', []],
        ['new', []],
      ],
    ],
    [
      'names a target once',
      (s) => setTargets(s, 'ops', ['c', 'c']),
      [
        ['eng', ['a', 'b']],
        ['ops', ['c']],
        ['__proto__', []],
      ],
    ],
    [
      'adds to what a row has',
      (s) => addTargets(s, 'eng', ['b', 'c']),
      [
        ['eng', ['a', 'b', 'c']],
        ['ops', ['c']],
        ['__proto__', []],
      ],
    ],
    [
      'adds to an empty row',
      (s) => addTargets(s, '__proto__', ['c']),
      [
        ['eng', ['a', 'b']],
        ['ops', ['c']],
        ['__proto__', ['c']],
      ],
    ],
    [
      'adds a row',
      (s) => addTargets(s, 'constructor', ['c']),
      [
        ['eng', ['a', 'b']],
        ['ops', ['c']],
        ['__proto__', []],
        ['constructor', ['c']],
      ],
    ],
    [
      'removes a row',
      (s) => removeRow(s, '__proto__'),
      [
        ['eng', ['a', 'b']],
        ['ops', ['c']],
      ],
    ],
    [
      'removes nothing that isn’t there',
      (s) => removeRow(s, 'nope'),
      [
        ['eng', ['a', 'b']],
        ['ops', ['c']],
        ['__proto__', []],
      ],
    ],
    [
      'changes a row’s targets',
      (s) => replaceRow(s, 'eng', 'eng', []),
      [
        ['eng', []],
        ['ops', ['c']],
        ['__proto__', []],
      ],
    ],
    [
      'renames a row in its place',
      (s) => replaceRow(s, 'eng', 'dev', ['a']),
      [
        ['dev', ['a']],
        ['ops', ['c']],
        ['__proto__', []],
      ],
    ],
    [
      'merges a row into a later one',
      (s) => replaceRow(s, 'eng', 'ops', ['a', 'c']),
      [
        ['ops', ['c', 'a']],
        ['__proto__', []],
      ],
    ],
    [
      'merges a row into an earlier one',
      (s) => replaceRow(s, '__proto__', 'eng', ['d']),
      [
        ['ops', ['c']],
        ['eng', ['a', 'b', 'd']],
      ],
    ],
    [
      'keeps both where the row to rename is gone',
      (s) => replaceRow(s, 'gone', 'ops', ['d']),
      [
        ['eng', ['a', 'b']],
        ['ops', ['c', 'd']],
        ['__proto__', []],
      ],
    ],
    [
      'makes a row anew that is gone',
      (s) => replaceRow(s, 'gone', 'new', ['d']),
      [
        ['eng', ['a', 'b']],
        ['ops', ['c']],
        ['__proto__', []],
        ['new', ['d']],
      ],
    ],
  ])('%s', (_, edit, rows) => {
    const before = structuredClone(settings);
    const after = edit(settings);
    expect([...after.mapping]).toEqual(rows);
    expect({ ...after, mapping: before.mapping }).toEqual(before);
    expect(settings).toEqual(before);
  });
});
