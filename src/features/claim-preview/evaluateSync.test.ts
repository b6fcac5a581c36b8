import { describe, expect, it } from 'vitest';
import { indexGroups } from '../../domain/groups.ts';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';
import { compareOutcomes, compareTraces, endsNowhere, evaluateSync, type SyncSurroundings } from './evaluateSync.ts';

const nobody = { organizationIds: [], groupIds: [], roles: new Map<string, string[]>(), siteRoles: [] };
const claims = (object: object) => new Map<string, unknown>(Object.entries(object));
const settings = (rest: Partial<SyncSettings>): SyncSettings => ({ ...emptySettings, field: 'groups', ...rest });

const groups: SyncSurroundings = {
  kind: 'group',
  organizationId: 'org',
  groups: indexGroups([
    { id: 'org', name: 'Everyone', organizationId: 'org' },
    { id: 'g1', name: 'platform', organizationId: 'org' },
    { id: 'g2', name: 'ops', organizationId: 'org' },
    { id: 'x1', name: 'ml', organizationId: 'other' },
  ]),
};

describe('evaluateSync of groups', () => {
  const rules = settings({ mapping: new Map([['eng', ['g1', 'gone', 'x1']]]), autoCreateMissing: true });

  it('says what is added, created, kept, removed and ignored', () => {
    const present = { ...nobody, groupIds: ['org', 'g2', 'x1'] };
    const { state, changes } = evaluateSync(groups, rules, claims({ groups: ['eng', 'new'] }), present);
    expect(state).toBe('read');
    expect([...changes]).toEqual([
      ['g1', 'added'],
      ['new:new', 'created'],
      ['x1', 'kept'],
      ['g2', 'removed'],
      ['gone', 'ignored'],
    ]);
  });

  it.each([
    ['off', { field: '' }, { groups: ['eng'] }, 'kept'],
    ['missing', {}, {}, 'removed'],
    ['empty', {}, { groups: [] }, 'removed'],
    ['unreadable', {}, { groups: 'a,b' }, 'kept'],
  ])('%s', (state, rest, object, change) => {
    const present = { ...nobody, groupIds: ['g2'] };
    const evaluation = evaluateSync(groups, settings(rest), claims(object), present);
    expect(evaluation.state).toBe(state);
    expect([...evaluation.changes]).toEqual([['g2', change]]);
  });

  it('uses the filter that it is given', () => {
    const { trace } = evaluateSync(groups, rules, claims({ groups: ['eng'] }), nobody, () => false);
    expect(trace).toMatchObject([{ value: 'eng', reason: 'filtered-out' }]);
  });
});

describe('evaluateSync of roles and organizations', () => {
  const roles: SyncSurroundings = {
    kind: 'role',
    organizationId: 'org',
    scope: { roles: ['organization-admin', 'organization-auditor'], implied: ['organization-member'] },
  };

  it('names roles that sync may not give', () => {
    const { refused } = evaluateSync(roles, settings({}), claims({ groups: ['organization-service-account'] }), nobody);
    expect(refused).toEqual(['organization-service-account']);
  });

  it('leaves implied roles out, also where nothing is synced', () => {
    const present = { ...nobody, roles: new Map([['org', ['organization-member', 'organization-admin']]]) };
    const { changes } = evaluateSync(roles, settings({ field: '' }), claims({}), present);
    expect([...changes]).toEqual([['organization-admin', 'kept']]);
  });

  it('tells the default organization from mapped ones', () => {
    const surroundings: SyncSurroundings = {
      kind: 'organization',
      organizations: [
        { id: 'o1', isDefault: true, deleted: false },
        { id: 'o2', isDefault: false, deleted: false },
      ],
    };
    const rules = settings({ field: 'orgs', assignDefault: true, mapping: new Map([['x', ['o2']]]) });
    const evaluation = evaluateSync(surroundings, rules, claims({ orgs: ['x'] }), nobody);
    expect(evaluation.assignedDefault).toBe('o1');
    expect([...evaluation.changes.keys()].sort()).toEqual(['o1', 'o2']);
  });
});

describe('draft and saved side by side', () => {
  const saved = evaluateSync(groups, settings({}), claims({ groups: ['ops', 'ops', 'platform'] }), nobody);
  const draft = evaluateSync(
    groups,
    settings({ mapping: new Map([['ops', []]]) }),
    claims({ groups: ['ops', 'ops', 'platform'] }),
    nobody,
  );

  it('compares what happens to each target', () => {
    expect(compareOutcomes(draft, saved).map(({ key, draft, saved }) => [key, saved, draft])).toEqual([
      ['g1', 'added', 'added'],
      ['g2', 'added', undefined],
    ]);
  });

  it('compares the way of each value, once', () => {
    expect(compareTraces(draft, saved).map(({ value, count, differs }) => [value, count, differs])).toEqual([
      ['ops', 2, true],
      ['platform', 1, false],
    ]);
    expect(draft.trace.map(endsNowhere)).toEqual([true, true, false]);
  });

  it('keeps values that only the saved settings read', () => {
    const other = evaluateSync(groups, settings({ field: 'roles' }), claims({ roles: ['a'] }), nobody);
    expect(compareTraces(other, saved).map(({ value, draft, saved }) => [value, !!saved, !!draft])).toEqual([
      ['a', false, true],
      ['ops', true, false],
      ['platform', true, false],
    ]);
  });
});
