import { describe, expect, it } from 'vitest';
import { emptySettings, type SyncKind, type SyncSettings } from '../../../domain/settings.ts';
import { assessChange, type ReviewDirectory } from './assessChange.ts';
import { takesMore } from './takesMore.ts';

const directory: ReviewDirectory = {
  organizationId: 'org',
  groups: [
    { id: 'id-eng', name: 'eng', organizationId: 'org' },
    { id: 'id-ops', name: 'ops', organizationId: 'org' },
  ],
  roles: ['admin', 'auditor'],
  impliedRoles: ['organization-member'],
  seen: ['eng', 'ops', 'admin', 'sre'],
};
const saved: SyncSettings = { ...emptySettings, field: 'groups', mapping: new Map([['sre', ['id-ops']]]) };

function withRow(value: string, targets: readonly string[], settings = saved): SyncSettings {
  return { ...settings, mapping: new Map([...settings.mapping, [value, targets]]) };
}

const look = (draft: SyncSettings, before = saved, kind: SyncKind = 'group', where = directory) =>
  assessChange(kind, before, draft, [], where);

describe('assessChange', () => {
  it.each<[string, SyncKind, SyncSettings, SyncSettings]>([
    ['a row for a new value', 'group', saved, withRow('new', ['id-eng'])],
    ['a target more', 'group', saved, withRow('sre', ['id-ops', 'id-eng'])],
    ['a row that gives what the name gives', 'group', saved, withRow('eng', ['id-eng'])],
    ['a row for a name of another kind', 'group', saved, withRow('admin', ['id-eng'])],
    ['no filter any more', 'group', { ...saved, regexFilter: '^e' }, saved],
    ['an unknown target for a name without one', 'role', emptySettings, withRow('nobody', ['gone'], emptySettings)],
    ['an organization', 'organization', saved, withRow('new', ['o1'])],
  ])('lets through what only adds: %s', async (_, kind, before, draft) => {
    expect(await look(draft, before, kind)).toMatchObject({ needsReview: false, needsTyping: false, lost: [] });
  });

  it.each<[string, SyncKind, SyncSettings, SyncSettings, readonly string[]]>([
    ['a row in place of the name', 'group', saved, withRow('eng', ['id-ops']), ['id-eng']],
    ['a row that blocks the name, unseen', 'group', { ...saved, regexFilter: '' }, withRow('ops', ['gone']), []],
    ['a role row in place of the name', 'role', emptySettings, withRow('admin', ['auditor'], emptySettings), ['admin']],
    ['no auto create any more', 'group', { ...saved, autoCreateMissing: true }, saved, ['admin']],
    ['a filter', 'group', saved, { ...saved, regexFilter: '^e' }, ['id-ops']],
  ])('holds up what takes something from a seen value: %s', async (_, kind, before, draft, lost) => {
    expect(await look(draft, before, kind)).toMatchObject({ needsReview: true, lost });
  });

  it('holds up a field, on, off or another, without guessing at values', async () => {
    for (const field of ['', 'roles']) {
      expect(await look({ ...saved, field })).toMatchObject({
        needsReview: true,
        outcomes: [],
        needsTyping: field === '',
      });
    }
    expect(await look(saved, { ...saved, field: '' })).toMatchObject({ needsReview: true, needsTyping: false });
  });

  it('says what each value gives instead', async () => {
    const { outcomes } = await look(withRow('eng', ['id-ops']));
    expect(outcomes).toMatchObject([{ value: 'eng', lost: ['id-eng'], gained: ['id-ops'] }]);
  });

  it('reads a filter as the server does, and says less where it can’t', async () => {
    const before = { ...saved, regexFilter: '(?i)^E' };
    expect((await look({ ...before, regexFilter: '^e' }, before)).outcomes).toEqual([]);
    const invalid = await look({ ...saved, regexFilter: '(' });
    expect(invalid).toMatchObject({ reasons: ['filter-changed'], outcomes: [], needsReview: true });
  });
});

describe('takesMore', () => {
  const removed: SyncSettings = { ...saved, mapping: new Map() };
  it.each<[string, SyncSettings, SyncSettings, SyncSettings, SyncSettings, boolean]>([
    ['the same', saved, removed, saved, removed, false],
    [
      'the same beside somebody’s row',
      saved,
      removed,
      withRow('theirs', ['x']),
      withRow('theirs', ['x'], removed),
      false,
    ],
    ['less', saved, { ...removed, field: '' }, saved, { ...saved, field: '' }, false],
    ['another reason', saved, removed, saved, { ...removed, regexFilter: '^x' }, true],
    ['another row', withRow('a', ['x']), withRow('a', ['x'], removed), withRow('a', ['x']), removed, true],
    [
      'another target of a value',
      saved,
      withRow('new', ['id-eng']),
      { ...saved, autoCreateMissing: true },
      { ...withRow('new', ['id-eng']), autoCreateMissing: true },
      true,
    ],
  ])('%s', async (_, from, to, thenFrom, thenTo, more) => {
    expect(takesMore(await look(to, from), await look(thenTo, thenFrom))).toBe(more);
  });

  it('counts what the author loses', async () => {
    const own = async () => [{ kind: 'role-lost', role: 'admin' } as const];
    const [before, after] = [await look(removed), await look(removed, saved, 'role', { ...directory, ownLosses: own })];
    expect(takesMore(before, after)).toBe(true);
    expect(takesMore(after, after)).toBe(false);
  });
});
