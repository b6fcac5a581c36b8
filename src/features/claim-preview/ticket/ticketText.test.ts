import { expect, it } from 'vitest';
import { indexGroups } from '../../../domain/groups.ts';
import { emptySettings, type SyncSettings } from '../../../domain/settings.ts';
import { evaluateSync } from '../evaluateSync.ts';
import { compareWays } from '../useWays.ts';
import { ticketText } from './ticketText.ts';

const names = ['platform', 'ops', 'old'];
const around = {
  kind: 'group' as const,
  organizationId: 'org',
  groups: indexGroups(names.map((name) => ({ id: name, name, organizationId: 'org' }))),
};
const saved: SyncSettings = { ...emptySettings, field: 'groups', mapping: new Map([['eng', ['platform']]]) };
const draft: SyncSettings = { ...saved, regexFilter: '^[a-z]', mapping: new Map([['eng', ['ops']]]) };
const person = { organizationIds: ['org'], groupIds: ['old'], roles: new Map(), siteRoles: [] };

function part(values: readonly string[], settings = draft) {
  const side = (one: SyncSettings) => ({
    ...one,
    evaluation: evaluateSync(around, one, new Map([['groups', values]]), person, (value) =>
      one.regexFilter ? /^[a-z]/.test(value) : true,
    ),
  });
  return {
    title: 'Group sync of Engineering',
    field: { draft: settings.field, saved: saved.field },
    ways: compareWays('group', side(settings), side(saved), (target) => target.toUpperCase()),
  };
}

it('tells draft and saved where they differ', () => {
  const text = ticketText({
    title: 'Preview of a login',
    verdict: 'This login works',
    savedVerdict: 'It works, too',
    findings: ['Something is odd.'],
    parts: [part(['eng', 'ops', 'ops', 'ENG', ''])],
  });
  expect(text).toBe(`Preview of a login

With the draft: This login works
As saved: It works, too

About the claim:
- Something is odd.

Group sync of Engineering (reads the claim “groups”)
  + OPS: added (row eng and 1 more)
  − OLD: removed (no value gives it)
  · PLATFORM: added as saved, not given with the draft (no longer given)
  Value by value:
  eng
    draft: passes the filter → row 1 → joins OPS [mapped]
    saved: row 1 → joins PLATFORM [mapped]
  ops ×2: passes the filter → no row → a group of this name → joins OPS [matched-by-name]
  ENG
    draft: stopped by the regex filter ^[a-z] [filtered-out, ends nowhere]
    saved: no row → no group of this name → ends here [unmapped, ends nowhere]
  (empty value)
    draft: stopped by the regex filter ^[a-z] [filtered-out, ends nowhere]
    saved: no row → no group of this name → ends here [unmapped, ends nowhere]
`);
});

it('without a draft tells one thing, and counts what is too much', () => {
  const values = Array.from({ length: 502 }, (_, index) => `v${index}`);
  const text = ticketText({
    title: 'Preview of a login',
    verdict: 'This login works',
    savedVerdict: undefined,
    findings: [],
    parts: [part(values, saved), { title: 'Role sync', field: { draft: '', saved: 'roles' }, note: 'It is off.' }],
  });
  expect(text).toContain('As saved: This login works\n\nGroup sync of');
  expect(text).toContain('  and 2 more\n\nRole sync (draft off, saved reads the claim “roles”)\n  It is off.\n');
  expect(text).not.toContain('draft:');
});
