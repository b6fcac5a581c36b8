import { describe, expect, it } from 'vitest';
import { type CopyChoice, copySettings, withCreated } from './copySettings.ts';
import { emptySettings, type SyncSettings } from './settings.ts';

const source: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  regexFilter: '^x',
  autoCreateMissing: true,
  mapping: new Map([
    ['both', ['a-1', 'b-1']],
    ['half', ['a-1', 'gone-1']],
    ['none', ['gone-1', 'dangling']],
    ['nothing', []],
    ['kept', ['gone-1']],
  ]),
};
const names = new Map([
  ['a-1', 'a'],
  ['b-1', 'b'],
  ['gone-1', 'gone'],
]);
const destination: SyncSettings = {
  ...emptySettings,
  field: 'memberOf',
  mapping: new Map([
    ['both', ['c-2']],
    ['own', ['c-2']],
    ['kept', ['c-2']],
  ]),
  legacyNameMapping: new Map([['old', 'name']]),
};
const targetByName = new Map([
  ['a', 'a-2'],
  ['b', 'b-2'],
  ['c', 'c-2'],
]);

function copy(choice: Omit<CopyChoice, 'createMissing'>, kind: 'group' | 'role' = 'group') {
  return copySettings(
    kind,
    { settings: source, nameOf: (target) => names.get(target) },
    { settings: destination, targetByName },
    { ...choice, createMissing: false },
  );
}

describe('copySettings', () => {
  it('adds rows and targets to those that are there', () => {
    const { settings, missing } = copy({ scalars: false, rows: 'add' });
    expect([...settings.mapping]).toEqual([
      ['both', ['c-2', 'a-2', 'b-2']],
      ['own', ['c-2']],
      ['kept', ['c-2']],
      ['half', ['a-2']],
      ['nothing', []],
    ]);
    expect(missing).toEqual([
      { value: 'half', name: 'gone' },
      { value: 'none', name: 'gone' },
      { value: 'none', name: 'dangling' },
      { value: 'kept', name: 'gone' },
    ]);
    expect(settings).toMatchObject({ field: 'memberOf', regexFilter: null, autoCreateMissing: false });
  });

  it('makes the rows the same, but for what can’t be copied', () => {
    const { settings } = copy({ scalars: false, rows: 'replace' });
    expect([...settings.mapping]).toEqual([
      ['both', ['a-2', 'b-2']],
      ['half', ['a-2']],
      ['nothing', []],
      ['kept', ['c-2']],
    ]);
    expect(settings.legacyNameMapping).toBe(destination.legacyNameMapping);
  });

  it('makes what is missing, if it has a name', () => {
    const { settings, missing, created } = copySettings(
      'group',
      { settings: source, nameOf: (target) => names.get(target) },
      { settings: destination, targetByName },
      { scalars: false, rows: 'add', createMissing: true },
    );
    expect(created).toEqual(['gone']);
    expect(missing).toEqual([{ value: 'none', name: 'dangling' }]);
    const { mapping } = withCreated(settings, new Map([['gone', 'gone-2']]));
    expect(mapping.get('half')).toEqual(['a-2', 'gone-2']);
    expect(mapping.get('none')).toEqual(['gone-2']);
    expect(mapping.get('kept')).toEqual(['c-2', 'gone-2']);
  });

  it('copies field, filter and switch alone', () => {
    const { settings, missing } = copy({ scalars: true, rows: 'none' });
    expect(settings).toMatchObject({ field: 'groups', regexFilter: '^x', autoCreateMissing: true });
    expect(settings.mapping).toBe(destination.mapping);
    expect(missing).toEqual([]);
    expect(copy({ scalars: true, rows: 'none' }, 'role').settings).toMatchObject({
      field: 'groups',
      regexFilter: null,
    });
  });
});
