import { expect, it } from 'vitest';
import { emptySettings } from '../../../domain/settings.ts';
import { evaluateSync } from '../evaluateSync.ts';
import { pairStages, type StagePart } from './loginStages.ts';

function part(kind: 'group' | 'role', values: readonly string[]): StagePart {
  const around = { kind: 'role' as const, organizationId: 'o', scope: { roles: ['a', 'b'] } };
  const nobody = { organizationIds: [], groupIds: [], roles: new Map(), siteRoles: [] };
  const settings = { ...emptySettings, field: 'roles' };
  const evaluation = evaluateSync(around, settings, new Map([['roles', values]]), nobody);
  return { ...settings, kind, scope: { kind, organizationId: 'o' }, evaluation };
}

it('pairs what both have, and marks an organization that only one leads to', () => {
  const draft = [
    { id: 'organizations', title: 'Organizations', parts: [] },
    { id: 'o', title: 'In O', parts: [part('group', ['a']), part('role', ['a'])] },
  ];
  const saved = [
    { id: 'organizations', title: 'Organizations', parts: [] },
    { id: 'o', title: 'In O', parts: [part('group', ['b'])] },
    { id: 'p', title: 'In P', parts: [part('role', ['b'])] },
  ];
  const pairs = pairStages(draft, saved);
  expect(pairs.map(({ id, only, differs }) => [id, only, differs])).toEqual([
    ['organizations', undefined, false],
    ['o', undefined, true],
    ['p', 'saved', true],
  ]);
  expect(pairStages(draft, draft).some(({ differs }) => differs)).toBe(false);
  const changes = pairs.flatMap(({ parts }) =>
    parts.map(({ draft, saved }) => [
      draft.kind,
      [...draft.evaluation.changes.keys()].join(),
      [...saved.evaluation.changes.keys()].join(),
    ]),
  );
  expect(changes).toEqual([
    ['group', 'a', 'b'],
    ['role', 'a', ''],
    ['role', '', 'b'],
  ]);
});
