import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameSettings, sameTargets } from './diffSettings.ts';
import { mergeSettings, resolveConflicts } from './mergeSettings.ts';
import { groupSettings, legacyNames } from './settings.arbitraries.ts';
import { emptySettings, type SyncSettings, type Target } from './settings.ts';

type Row = readonly Target[] | undefined;

function withRow(row: Row): SyncSettings {
  return { ...emptySettings, mapping: new Map(row ? [['eng', row]] : []) };
}

function mergeOneRow(base: Row, theirs: Row, mine: Row) {
  return mergeSettings(withRow(base), withRow(theirs), withRow(mine));
}

describe('mergeSettings', () => {
  it('takes each setting from the side that changed it, and says what they changed', () => {
    const base = { ...emptySettings, field: 'groups' };
    const merge = mergeSettings(base, { ...base, regexFilter: '^eng-' }, { ...base, autoCreateMissing: true });
    expect(merge.merged).toEqual({ ...base, regexFilter: '^eng-', autoCreateMissing: true });
    expect(merge.conflicts).toEqual([]);
    expect(merge.theirs.scalars).toEqual({ regexFilter: { from: null, to: '^eng-' } });
  });

  it.each(['field', 'regexFilter'] as const)('asks when both changed %s differently', (key) => {
    const base = { ...emptySettings, [key]: 'base' };
    const merge = mergeSettings(base, { ...base, [key]: 'theirs' }, { ...base, [key]: 'mine' });
    expect(merge.conflicts).toEqual([{ kind: key, id: key, base: 'base', theirs: 'theirs', mine: 'mine' }]);
    expect(merge.merged[key]).toBe('theirs');
    expect(resolveConflicts(merge, new Map([[key, 'mine' as const]]))[key]).toBe('mine');
    expect(resolveConflicts(merge, new Map())[key]).toBe('theirs');
  });

  it('asks nothing when both made the same change', () => {
    const base = withRow(['a']);
    const changed = { ...withRow(['b', 'a']), field: 'groups', regexFilter: 'x' };
    const merge = mergeSettings(base, changed, { ...changed, mapping: new Map([['eng', ['a', 'b']]]) });
    expect(merge.conflicts).toEqual([]);
    expect(sameSettings(merge.merged, changed)).toBe(true);
  });

  it.each<[string, Row, Row, Row, Row]>([
    ['different targets added', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'b', 'c']],
    ['one added, one removed', ['a', 'b'], ['a', 'b', 'c'], ['a'], ['a', 'c']],
    ['the same one added, and another', ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['different ones removed, one left', ['a', 'b', 'c'], ['a', 'b'], ['b', 'c'], ['b']],
    ['the same one removed, and one added', ['a', 'b'], ['b'], ['b', 'c'], ['b', 'c']],
    ['an empty row filled by both', [], ['a'], ['b'], ['a', 'b']],
    ['removed by both', ['a'], undefined, undefined, undefined],
    ['emptied by both', ['a'], [], [], []],
    ['repeats', ['a', 'a'], ['a', 'a', 'b'], ['a', 'c'], ['a', 'b', 'c']],
  ])('merges a row by itself: %s', (_, base, theirs, mine, result) => {
    const { merged, conflicts } = mergeOneRow(base, theirs, mine);
    expect(conflicts).toEqual([]);
    expect(merged.mapping.get('eng')?.toSorted()).toEqual(result);
  });

  it.each<[string, Row, Row, Row, Row]>([
    ['they removed the row, I changed it', ['a'], undefined, ['a', 'b'], undefined],
    ['I removed the row, they changed it', ['a'], ['a', 'b'], undefined, undefined],
    ['I removed the row, they emptied it', ['a'], [], undefined, undefined],
    ['both added it with different targets', undefined, ['a'], ['b'], ['a', 'b']],
    ['both added it, one with more targets', undefined, ['a'], ['a', 'b'], undefined],
    ['both added it, one empty', undefined, [], ['b'], undefined],
    ['they emptied it, I added a target', ['a'], [], ['a', 'b'], ['b']],
    ['I emptied it, they removed one target', ['a', 'b'], ['a'], [], undefined],
    ['together they removed everything', ['a', 'b'], ['a'], ['b'], undefined],
    ['both replaced the same target', ['a'], ['b'], ['c'], ['b', 'c']],
  ])('asks about a row: %s', (_, base, theirs, mine, both) => {
    const merge = mergeOneRow(base, theirs, mine);
    expect(merge.conflicts).toEqual([
      { kind: 'row', id: 'row:eng', value: 'eng', base, theirs, mine, ...(both && { both }) },
    ]);
    const rowAfter = (choice: 'theirs' | 'mine' | 'both') =>
      resolveConflicts(merge, new Map([['row:eng', choice]])).mapping.get('eng');
    expect(merge.merged.mapping.get('eng')).toEqual(theirs);
    expect(rowAfter('theirs')).toEqual(theirs);
    expect(rowAfter('mine')).toEqual(mine);
    expect(rowAfter('both')).toEqual(both ?? theirs);
  });

  it('keeps their legacy name mappings but for those that I dropped', () => {
    const names = (...values: string[]) => ({
      ...emptySettings,
      legacyNameMapping: new Map(values.map((value) => [value, 'Engineering'])),
    });
    const { merged } = mergeSettings(names('eng', 'ops'), names('eng', 'ops', 'new'), names('eng'));
    expect([...merged.legacyNameMapping.keys()]).toEqual(['eng', 'new']);
  });
});

describe('merge laws', () => {
  it('gives mine when they changed nothing', () => {
    fc.assert(
      fc.property(groupSettings, groupSettings, legacyNames, (base, mine, legacyNameMapping) => {
        const { merged, conflicts } = mergeSettings(
          { ...base, legacyNameMapping },
          { ...base, legacyNameMapping },
          mine,
        );
        expect(conflicts).toEqual([]);
        expect(sameSettings(merged, mine)).toBe(true);
      }),
    );
  });

  it('gives theirs when I changed nothing', () => {
    fc.assert(
      fc.property(groupSettings, groupSettings, legacyNames, (base, theirs, legacyNameMapping) => {
        const server = { ...theirs, legacyNameMapping };
        const { merged, conflicts } = mergeSettings(base, server, base);
        expect(conflicts).toEqual([]);
        expect(sameSettings(merged, server)).toBe(true);
      }),
    );
  });

  it('finds the same conflicts from both sides, and the same result where there are none', () => {
    fc.assert(
      fc.property(groupSettings, groupSettings, groupSettings, (base, theirs, mine) => {
        const one = mergeSettings(base, theirs, mine);
        const other = mergeSettings(base, mine, theirs);
        expect(one.conflicts.map(({ id }) => id).sort()).toEqual(other.conflicts.map(({ id }) => id).sort());
        if (one.conflicts.length === 0) expect(sameSettings(one.merged, other.merged)).toBe(true);
      }),
    );
  });

  it('drops nothing of theirs without a conflict, unless I removed it and they left it alone', () => {
    fc.assert(
      fc.property(groupSettings, groupSettings, groupSettings, (base, theirs, mine) => {
        const { merged, conflicts } = mergeSettings(base, theirs, mine);
        const disputed = new Set(conflicts.map(({ id }) => id));
        for (const [value, targets] of theirs.mapping) {
          if (disputed.has(`row:${value}`)) continue;
          const before = base.mapping.get(value);
          if (!merged.mapping.has(value)) {
            expect(mine.mapping.has(value)).toBe(false);
            expect(sameTargets(before, targets)).toBe(true);
          }
          const theirTargets = targets.filter((target) => !before?.includes(target));
          expect(merged.mapping.get(value) ?? []).toEqual(expect.arrayContaining(theirTargets));
        }
      }),
    );
  });

  it('gives my side of each conflict when I choose it', () => {
    fc.assert(
      fc.property(groupSettings, groupSettings, groupSettings, (base, theirs, mine) => {
        const merge = mergeSettings(base, theirs, mine);
        const choices = new Map(merge.conflicts.map(({ id }) => [id, 'mine' as const]));
        const resolved = resolveConflicts(merge, choices);
        for (const conflict of merge.conflicts) {
          if (conflict.kind === 'row') expect(resolved.mapping.get(conflict.value)).toEqual(conflict.mine);
          else expect(resolved[conflict.kind]).toBe(conflict.mine);
        }
      }),
    );
  });
});
