import { describe, expect, it } from 'vitest';
import { compareOutcomes, lostTargets, type OutcomeDirectory } from './compareOutcomes.ts';
import { everyValue } from './filter.ts';
import { emptySettings, type SyncKind, type SyncSettings } from './settings.ts';

const directory: OutcomeDirectory = {
  organizationId: 'org',
  groups: [
    { id: 'id-eng', name: 'eng', organizationId: 'org' },
    { id: 'id-ops', name: 'ops', organizationId: 'org' },
    { id: 'org', name: 'Everyone', organizationId: 'org' },
    { id: 'id-far', name: 'far', organizationId: 'other' },
  ],
  roles: ['admin', 'auditor', 'member'],
  impliedRoles: ['member'],
};

type Rows = Readonly<Record<string, readonly string[]>>;
const rows = (mapping: Rows, rest: Partial<SyncSettings> = {}): SyncSettings => ({
  ...emptySettings,
  field: 'groups',
  mapping: new Map(Object.entries(mapping)),
  ...rest,
});

interface Case {
  readonly kind?: SyncKind;
  readonly before?: SyncSettings;
  readonly after?: SyncSettings;
  readonly passes?: (value: string) => boolean;
  readonly value: string;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

const none = rows({});

describe('compareOutcomes', () => {
  it.each<[string, Case]>([
    ['a row gives', { after: rows({ x: ['id-eng'] }), value: 'x', lost: [], gained: ['id-eng'] }],
    [
      'a row takes the place of the name',
      { after: rows({ eng: ['id-ops'] }), value: 'eng', lost: ['id-eng'], gained: ['id-ops'] },
    ],
    ['an empty row blocks the name', { after: rows({ eng: [] }), value: 'eng', lost: ['id-eng'], gained: [] }],
    [
      'a row goes, and the name gives',
      { before: rows({ eng: ['id-ops'] }), value: 'eng', lost: ['id-ops'], gained: ['id-eng'] },
    ],
    [
      'the filter stops a row',
      {
        before: rows({ x: ['id-eng'] }),
        after: rows({ x: ['id-eng'] }),
        passes: () => false,
        value: 'x',
        lost: ['id-eng'],
        gained: [],
      },
    ],
    ['the filter stops a name', { passes: () => false, value: 'eng', lost: ['id-eng'], gained: [] }],
    ['a new group', { after: rows({}, { autoCreateMissing: true }), value: 'new', lost: [], gained: ['new'] }],
    [
      'no new group any more',
      { before: rows({}, { autoCreateMissing: true }), value: 'new', lost: ['new'], gained: [] },
    ],
    ['a group elsewhere', { before: rows({ x: ['id-far'] }), value: 'x', lost: ['id-far'], gained: [] }],
    [
      'a legacy name goes',
      { before: rows({}, { legacyNameMapping: new Map([['x', 'eng']]) }), value: 'x', lost: ['id-eng'], gained: [] },
    ],
    [
      'a legacy name becomes a row',
      {
        before: rows({}, { legacyNameMapping: new Map([['x', 'ops']]) }),
        after: rows({ x: ['id-ops', 'id-eng'] }),
        value: 'x',
        lost: [],
        gained: ['id-eng'],
      },
    ],
    ['a role row', { kind: 'role', after: rows({ x: ['admin', 'member'] }), value: 'x', lost: [], gained: ['admin'] }],
    [
      'a role by its name is blocked',
      { kind: 'role', after: rows({ admin: ['auditor'] }), value: 'admin', lost: ['admin'], gained: ['auditor'] },
    ],
    [
      'an organization row',
      {
        kind: 'organization',
        before: rows({ x: ['o1', 'o2'] }),
        after: rows({ x: ['o2', 'o3'] }),
        value: 'x',
        lost: ['o1'],
        gained: ['o3'],
      },
    ],
    ['an odd value', { after: rows({ constructor: ['id-eng'] }), value: 'constructor', lost: [], gained: ['id-eng'] }],
  ])('%s', (_, { kind = 'group', before = none, after = none, passes = everyValue, value, lost, gained }) => {
    const saved = { settings: before, filter: everyValue };
    const draft = { settings: after, filter: passes };
    expect(compareOutcomes(kind, saved, draft, [value], directory)).toEqual([
      expect.objectContaining({ value, lost, gained }),
    ]);
  });

  it.each<[string, SyncKind, string, SyncSettings]>([
    ['a target that names nothing', 'group', 'x', rows({ x: ['id-gone'] })],
    ['Everyone', 'group', 'x', rows({ x: ['org'] })],
    ['what everybody has', 'role', 'x', rows({ x: ['member'] })],
    ['the group that the name gives anyway', 'group', 'eng', rows({ eng: ['id-eng'] })],
    ['an empty row for what gives nothing', 'role', 'x', rows({ x: [] })],
  ])('says nothing where a row changes nothing: %s', (_, kind, value, after) => {
    const side = (settings: SyncSettings) => ({ settings, filter: everyValue });
    expect(compareOutcomes(kind, side(none), side(after), [value], directory)).toEqual([]);
  });
});

describe('lostTargets', () => {
  it('names what no value gives any more', () => {
    const side = (settings: SyncSettings) => ({ settings, filter: everyValue });
    const before = side(rows({ a: ['id-eng', 'id-ops'], b: ['id-ops'], c: ['id-far'] }));
    const after = side(rows({ a: [], b: ['id-ops'], c: [] }));
    expect(lostTargets('group', before, after, ['a', 'b', 'c'], directory)).toEqual(['id-eng', 'id-far']);
    expect(lostTargets('group', before, after, ['b'], directory)).toEqual([]);
  });
});
