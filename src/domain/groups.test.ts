import { describe, expect, it } from 'vitest';
import { claimsFromObject } from './claims.ts';
import { compileGroupSync, planGroups } from './groups.ts';
import { emptySettings, type SyncSettings } from './settings.ts';

const org = 'org-1';
const everyone = { id: org, name: 'Everyone', organizationId: org };
const platform = { id: 'g-platform', name: 'Platform', organizationId: org };
const data = { id: 'g-data', name: 'Data', organizationId: org };
const foreign = { id: 'g-foreign', name: 'Abroad', organizationId: 'org-2' };
const directory = [everyone, platform, data, foreign];

function plan(
  settings: Partial<SyncSettings>,
  values: unknown,
  current: readonly string[] = [],
  filter?: (value: string) => boolean,
) {
  const sync = compileGroupSync({ ...emptySettings, field: 'groups', ...settings }, org, directory, filter);
  return planGroups(sync, claimsFromObject(values === undefined ? {} : { groups: values }), current);
}

function row(value: string, ...targets: string[]): Partial<SyncSettings> {
  return { mapping: new Map([[value, targets]]) };
}

describe('planGroups', () => {
  it('does nothing without a field', () => {
    expect(plan({ field: '' }, ['Platform'], [data.id])).toMatchObject({
      enabled: false,
      added: [],
      kept: [data.id],
      removed: [],
    });
  });

  it('removes every group, but never Everyone and never one of another organization, when the claim is missing', () => {
    expect(plan({}, undefined, [everyone.id, platform.id, data.id, foreign.id])).toMatchObject({
      claimPresent: false,
      added: [],
      kept: [],
      removed: [platform.id, data.id],
    });
  });

  it('leaves everything as it is when the claim cannot be read', () => {
    expect(plan({}, 'a,b', [platform.id])).toMatchObject({
      enabled: true,
      error: { code: 'csv_string' },
      kept: [platform.id],
      removed: [],
    });
  });

  it('tells added, kept and removed groups apart', () => {
    const settings = row('eng', platform.id);
    expect(plan(settings, ['eng'], [data.id])).toMatchObject({ added: [platform.id], kept: [], removed: [data.id] });
    expect(plan(settings, ['eng', 'eng'], [platform.id])).toMatchObject({
      added: [],
      kept: [platform.id],
      removed: [],
    });
  });

  it('accepts a group of another organization, and says so', () => {
    const result = plan(row('eng', foreign.id), ['eng']);
    expect(result.added).toEqual([foreign.id]);
    expect(result.trace[0]?.targets).toEqual([{ target: foreign.id, outcome: 'foreign' }]);
  });

  it('ignores ids that name nothing, and Everyone', () => {
    const result = plan(row('eng', 'g-gone', everyone.id), ['eng']);
    expect(result.added).toEqual([]);
    expect(result.trace[0]?.targets.map(({ outcome }) => outcome)).toEqual(['unknown', 'implied']);
  });

  it('creates each missing group once', () => {
    expect(plan({ autoCreateMissing: true }, ['New', 'New', 'Platform'])).toMatchObject({
      created: ['New'],
      added: [platform.id],
      expected: [{ name: 'New' }, { name: 'New' }, { name: 'Platform' }],
    });
  });
});

describe('trace of group sync', () => {
  it.each<[string, Partial<SyncSettings>, string, object]>([
    [
      'mapped',
      row('Platform', data.id),
      'Platform',
      { row: 'Platform', targets: [{ target: data.id, outcome: 'given' }] },
    ],
    ['mapped-to-nothing', row('Platform'), 'Platform', { row: 'Platform', targets: [] }],
    ['matched-by-name', {}, 'Platform', { targets: [{ target: platform.id, outcome: 'given' }] }],
    ['matched-by-name', {}, 'Everyone', { targets: [{ target: everyone.id, outcome: 'implied' }] }],
    ['unmapped', {}, 'platform', { targets: [] }],
    ['unmapped', {}, 'Abroad', { targets: [] }],
    ['created', { autoCreateMissing: true }, 'New', { targets: [{ target: 'New', outcome: 'created' }] }],
    ['mapped-to-nothing', { autoCreateMissing: true, ...row('New') }, 'New', { row: 'New', targets: [] }],
  ])('says %s', (reason, settings, value, rest) => {
    expect(plan(settings, [value]).trace).toEqual([{ value, reason, ...rest }]);
  });

  it('stops a value at the filter before its row is looked at', () => {
    const result = plan(row('ops', data.id), ['ops', 'eng'], [], (value) => value.startsWith('eng'));
    expect(result.trace.map(({ reason }) => reason)).toEqual(['filtered-out', 'unmapped']);
    expect(result.added).toEqual([]);
  });

  it('renames by legacy name mapping first, so that filter and row see the new name', () => {
    const settings = { legacyNameMapping: new Map([['old', 'new']]), ...row('new', data.id) };
    const result = plan(settings, ['old'], [], (value) => value === 'new');
    expect(result.trace).toEqual([
      {
        value: 'old',
        renamedTo: 'new',
        reason: 'mapped',
        row: 'new',
        targets: [{ target: data.id, outcome: 'given' }],
      },
    ]);
    expect(plan({ ...settings, ...row('old', data.id) }, ['old']).trace[0]?.reason).toBe('unmapped');
    expect(plan(settings, ['old'], [], (value) => value === 'old').trace).toEqual([
      { value: 'old', renamedTo: 'new', reason: 'filtered-out', targets: [] },
    ]);
  });
});
