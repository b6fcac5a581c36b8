import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameSettings } from './diffSettings.ts';
import { applyWrite, planWrite } from './planWrite.ts';
import { groupSettings, legacyNames } from './settings.arbitraries.ts';
import { emptySettings, type SyncSettings } from './settings.ts';

const saved: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  mapping: new Map([
    ['eng', ['a', 'b']],
    ['ops', ['c']],
    ['twice', ['a', 'a', 'b']],
  ]),
};
const legacy = new Map([['old', 'Engineering']]);

function withRow(value: string, targets: readonly string[], settings = saved): SyncSettings {
  return { ...settings, mapping: new Map([...settings.mapping, [value, targets]]) };
}

function withoutRow(value: string, settings = saved): SyncSettings {
  return { ...settings, mapping: new Map([...settings.mapping].filter(([key]) => key !== value)) };
}

describe('planWrite', () => {
  it('sends nothing when the server would hold the same', () => {
    const draft = { ...withRow('twice', ['b', 'a']), regexFilter: '' };
    expect(planWrite('group', saved, draft)).toEqual({ requests: [], erasesLegacy: false });
  });

  it('sends all scalars, and no rows, when only scalars changed', () => {
    const plan = planWrite('group', saved, { ...saved, regexFilter: '^eng-' });
    expect(plan.requests).toEqual([
      { type: 'config', field: 'groups', regexFilter: '^eng-', autoCreateMissing: false, assignDefault: false },
    ]);
  });

  it('replaces everything on a server without narrow writes, and says when that erases legacy names', () => {
    const draft = withRow('new', ['d'], { ...saved, regexFilter: '^eng-' });
    expect(planWrite('group', saved, draft, true)).toEqual({
      requests: [{ type: 'whole', settings: draft }],
      erasesLegacy: false,
    });
    const before = { ...saved, legacyNameMapping: legacy };
    expect(planWrite('group', before, { ...before, regexFilter: 'x' }, true).erasesLegacy).toBe(true);
    expect(planWrite('group', before, before, true)).toEqual({ requests: [], erasesLegacy: false });
  });

  it('leaves out scalars that the kind does not have', () => {
    const draft = { ...saved, regexFilter: 'x', autoCreateMissing: true, assignDefault: true };
    expect(planWrite('role', saved, draft).requests).toEqual([]);
    expect(planWrite('organization', saved, draft).requests).toEqual([
      { type: 'config', field: 'groups', regexFilter: null, autoCreateMissing: false, assignDefault: true },
    ]);
  });

  it('sends single targets when rows were added or some of their targets changed', () => {
    const draft = withRow('eng', ['b', 'c'], withRow('new', ['d', 'd']));
    expect(planWrite('group', saved, draft)).toEqual({
      requests: [
        {
          type: 'mapping',
          add: [
            { given: 'new', gets: 'd' },
            { given: 'eng', gets: 'c' },
          ],
          remove: [{ given: 'eng', gets: 'a' }],
        },
      ],
      erasesLegacy: false,
    });
  });

  it('removes a repeated target once, since the server takes all its copies', () => {
    const draft = withRow('twice', ['b']);
    const { requests } = planWrite('group', saved, draft);
    expect(requests).toEqual([{ type: 'mapping', add: [], remove: [{ given: 'twice', gets: 'a' }] }]);
    expect(applyWrite(saved, requests[0]!).mapping.get('twice')).toEqual(['b']);
  });

  it('empties a row by removing its targets, which leaves the empty list that is wanted', () => {
    const { requests } = planWrite('group', saved, withRow('ops', []));
    expect(requests).toEqual([{ type: 'mapping', add: [], remove: [{ given: 'ops', gets: 'c' }] }]);
    expect(applyWrite(saved, requests[0]!).mapping.get('ops')).toEqual([]);
  });

  it.each([
    ['a row was deleted', withoutRow('ops')],
    ['a row was renamed', withRow('operations', ['c'], withoutRow('ops'))],
    ['a row was added with an empty list', withRow('nobody', [])],
    ['scalars and rows changed', { ...withRow('new', ['d']), field: 'roles' }],
  ])('replaces everything when %s', (_, draft) => {
    expect(planWrite('group', saved, draft)).toEqual({
      requests: [{ type: 'whole', settings: draft }],
      erasesLegacy: false,
    });
  });

  describe('where legacy name mappings exist', () => {
    const before = { ...saved, legacyNameMapping: legacy };

    it('keeps them by two narrow requests when scalars and rows changed', () => {
      const draft = { ...withRow('new', ['d'], before), field: 'roles' };
      const plan = planWrite('group', before, draft);
      expect(plan.requests.map(({ type }) => type)).toEqual(['config', 'mapping']);
      expect(plan.erasesLegacy).toBe(false);
      expect(plan.requests.reduce(applyWrite, before)).toEqual(draft);
    });

    it('says that they get lost when a row has to go', () => {
      const plan = planWrite('group', before, withoutRow('ops', before));
      expect(plan.requests).toEqual([{ type: 'whole', settings: withoutRow('ops') }]);
      expect(plan.erasesLegacy).toBe(true);
    });

    it('asks nothing when the draft has dropped them already', () => {
      expect(planWrite('group', before, saved)).toEqual({
        requests: [{ type: 'whole', settings: saved }],
        erasesLegacy: false,
      });
    });
  });
});

describe('applyWrite', () => {
  it('removes after adding, and leaves an empty row when something is removed from nothing', () => {
    const pair = { given: 'new', gets: 'a' };
    expect(applyWrite(emptySettings, { type: 'mapping', add: [pair], remove: [pair] }).mapping).toEqual(
      new Map([['new', []]]),
    );
    expect(applyWrite(emptySettings, { type: 'mapping', add: [], remove: [pair] }).mapping).toEqual(
      new Map([['new', []]]),
    );
  });

  it('adds no target twice, and leaves repeats that are there', () => {
    const add = [
      { given: 'twice', gets: 'a' },
      { given: 'twice', gets: 'c' },
    ];
    expect(applyWrite(saved, { type: 'mapping', add, remove: [] }).mapping.get('twice')).toEqual(['a', 'a', 'b', 'c']);
  });

  it('loses legacy name mappings to a whole write, and to no other', () => {
    const before = { ...saved, legacyNameMapping: legacy };
    expect(applyWrite(before, { type: 'whole', settings: before }).legacyNameMapping.size).toBe(0);
    expect(applyWrite(before, { type: 'mapping', add: [], remove: [] })).toEqual(before);
  });
});

describe('write laws', () => {
  it('makes the server hold the draft, and legacy name mappings unless the plan says that they get lost', () => {
    fc.assert(
      fc.property(groupSettings, groupSettings, legacyNames, (from, to, legacyNameMapping) => {
        const server = { ...from, legacyNameMapping };
        const draft = { ...to, legacyNameMapping };
        const plan = planWrite('group', server, draft);
        const after = plan.requests.reduce(applyWrite, server);
        const wanted = plan.erasesLegacy ? { ...draft, legacyNameMapping: new Map() } : draft;
        expect(sameSettings(after, wanted)).toBe(true);
        expect(planWrite('group', after, wanted).requests).toEqual([]);
      }),
    );
  });

  it('says nothing about rows and scalars that did not change, unless it replaces everything', () => {
    fc.assert(
      fc.property(groupSettings, groupSettings, (server, draft) => {
        for (const request of planWrite('group', server, draft).requests) {
          if (request.type !== 'mapping') continue;
          for (const { given, gets } of request.add) {
            expect(draft.mapping.get(given)).toContain(gets);
            expect(server.mapping.get(given) ?? []).not.toContain(gets);
          }
          for (const { given, gets } of request.remove) {
            expect(draft.mapping.get(given)).not.toContain(gets);
            expect(server.mapping.get(given)).toContain(gets);
          }
        }
      }),
    );
  });
});
