import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChanges, diffSettings, sameSettings } from './diffSettings.ts';
import { groupSettings } from './settings.arbitraries.ts';
import { emptySettings, type SyncSettings } from './settings.ts';

function settings(rows: Record<string, readonly string[]>, rest: Partial<SyncSettings> = {}): SyncSettings {
  return { ...emptySettings, mapping: new Map(Object.entries(rows)), ...rest };
}

describe('diffSettings', () => {
  it('names each changed setting with both values', () => {
    const draft = { ...emptySettings, field: 'groups', regexFilter: '^eng-', autoCreateMissing: true };
    expect(diffSettings(emptySettings, draft).scalars).toEqual({
      field: { from: '', to: 'groups' },
      regexFilter: { from: null, to: '^eng-' },
      autoCreateMissing: { from: false, to: true },
    });
    expect(diffSettings(emptySettings, { ...emptySettings, assignDefault: true }).scalars).toEqual({
      assignDefault: { from: false, to: true },
    });
  });

  it('takes no filter and an empty one for the same', () => {
    const diff = diffSettings(settings({}, { regexFilter: null }), settings({}, { regexFilter: '' }));
    expect(countChanges(diff)).toBe(0);
  });

  it('tells rows added, removed and changed apart', () => {
    const diff = diffSettings(
      settings({ ops: ['a'], eng: ['a', 'b'], same: ['a'] }),
      settings({ eng: ['b', 'c'], new: [], same: ['a'] }),
    );
    expect(diff.removed).toEqual([{ value: 'ops', targets: ['a'] }]);
    expect(diff.added).toEqual([{ value: 'new', targets: [] }]);
    expect(diff.changed).toEqual([
      { value: 'eng', targets: { from: ['a', 'b'], to: ['b', 'c'], added: ['c'], removed: ['a'] } },
    ]);
    expect(diff.renamed).toEqual([]);
    expect(countChanges(diff)).toBe(3);
  });

  it('compares targets as sets, whatever their order and repeats', () => {
    const diff = diffSettings(settings({ x: ['a', 'b', 'a'], y: ['c'] }), settings({ y: ['c'], x: ['b', 'a'] }));
    expect(countChanges(diff)).toBe(0);
  });

  it('sees that a row with an empty list is not a missing row', () => {
    expect(diffSettings(settings({ x: [] }), settings({})).removed).toEqual([{ value: 'x', targets: [] }]);
    expect(diffSettings(settings({ x: ['a'] }), settings({ x: [] })).changed).toHaveLength(1);
  });

  it('takes a removed and an added row with the same targets for one rename', () => {
    const diff = diffSettings(settings({ old: ['a', 'b'], x: ['c'] }), settings({ new: ['b', 'a'], x: ['c'] }));
    expect(diff).toMatchObject({ added: [], removed: [], renamed: [{ from: 'old', to: 'new' }] });
    expect(countChanges(diff)).toBe(1);
  });

  it('guesses no rename where several rows could be meant', () => {
    const diff = diffSettings(settings({ old: ['a'], older: ['a'] }), settings({ new: ['a'] }));
    expect(diff.renamed).toEqual([]);
    expect(diff.removed.map(({ value }) => value)).toEqual(['old', 'older']);
    expect(diff.added.map(({ value }) => value)).toEqual(['new']);
  });

  it('follows declared renames, through chains and with other targets', () => {
    const steps = [
      { from: 'old', to: 'mid' },
      { from: 'mid', to: 'new' },
      { from: 'older', to: 'newer' },
    ];
    const diff = diffSettings(settings({ old: ['a'], older: ['a'] }), settings({ new: ['a'], newer: ['b'] }), steps);
    expect(diff).toMatchObject({
      added: [],
      removed: [],
      renamed: [
        { from: 'old', to: 'new', targets: { added: [], removed: [] } },
        { from: 'older', to: 'newer', targets: { added: ['b'], removed: ['a'] } },
      ],
    });
  });

  it('takes a row that was given the name between two renames for a new one', () => {
    const steps = [
      { from: 'old', to: 'mid' },
      { from: 'mid', to: 'new' },
    ];
    const diff = diffSettings(settings({ old: ['a'] }), settings({ mid: ['b'], new: ['a', 'c'] }), steps);
    expect(diff.renamed).toMatchObject([{ from: 'old', to: 'new', targets: { added: ['c'] } }]);
    expect(diff.added).toEqual([{ value: 'mid', targets: ['b'] }]);
  });

  it('forgets a declared rename that was taken back', () => {
    const steps = [
      { from: 'old', to: 'new' },
      { from: 'new', to: 'old' },
    ];
    expect(countChanges(diffSettings(settings({ old: ['a'] }), settings({ old: ['a'] }), steps))).toBe(0);
  });

  it('lists dropped legacy name mappings', () => {
    const saved = settings({}, { legacyNameMapping: new Map([['eng', 'Engineering']]) });
    const diff = diffSettings(saved, settings({}));
    expect(diff.legacyDropped).toEqual([['eng', 'Engineering']]);
    expect(countChanges(diff)).toBe(1);
    expect(sameSettings(saved, settings({}))).toBe(false);
  });

  it('treats names of object members like any other', () => {
    const odd = new Map([
      ['__proto__', ['a']],
      ['constructor', ['b']],
    ]);
    expect(diffSettings(settings({}), { ...emptySettings, mapping: odd }).added.map(({ value }) => value)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(diffSettings({ ...emptySettings, mapping: odd }, settings({})).removed).toHaveLength(2);
  });

  it('pairs 10,000 rows that all changed', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => index);
    const saved = { ...emptySettings, mapping: new Map(rows.map((row) => [`value ${row}`, [`${row}`, 'a']])) };
    const draft = { ...emptySettings, mapping: new Map(rows.map((row) => [`value ${row * 2}`, ['a', `${row}`]])) };
    expect(diffSettings(saved, draft).renamed).toHaveLength(2_500);
  });
});

describe('diff laws', () => {
  it('finds nothing between settings and themselves', () => {
    fc.assert(
      fc.property(groupSettings, (a) => countChanges(diffSettings(a, { ...a })) === 0 && sameSettings(a, { ...a })),
    );
  });

  it('finds something exactly where settings differ, in both directions', () => {
    fc.assert(
      fc.property(groupSettings, groupSettings, (a, b) => {
        const same = sameSettings(a, b);
        expect(countChanges(diffSettings(a, b)) === 0).toBe(same);
        expect(countChanges(diffSettings(b, a))).toBe(countChanges(diffSettings(a, b)));
      }),
    );
  });
});
