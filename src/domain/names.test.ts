import { expect, test } from 'vitest';
import { findDisplayNameProblem, findNameProblem, groupNameLimit, roleNameLimit } from './names.ts';

test.each([
  ['eng-leads', undefined],
  ['A1', undefined],
  ['', 'empty'],
  ['eng leads', 'characters'],
  ['-eng', 'characters'],
  ['eng--leads', 'characters'],
  ['eng_leads', 'characters'],
  ['café', 'characters'],
  ['new', 'reserved'],
  ['create', 'reserved'],
  ['Everyone', 'reserved'],
  ['everyone', undefined],
  ['x'.repeat(255), undefined],
  ['x'.repeat(256), 'too-long'],
])('the group name %j: %s', (name, problem) => {
  expect(findNameProblem(name, groupNameLimit, ['Everyone'])).toBe(problem);
});

test('a role has 32 characters', () => {
  expect(findNameProblem('x'.repeat(32), roleNameLimit)).toBeUndefined();
  expect(findNameProblem('x'.repeat(33), roleNameLimit)).toBe('too-long');
});

test('a display name has 64 characters and no space at its ends', () => {
  expect(findDisplayNameProblem('')).toBeUndefined();
  expect(findDisplayNameProblem('👩'.repeat(64))).toBeUndefined();
  expect(findDisplayNameProblem('x'.repeat(65))).toBe('too-long');
  expect(findDisplayNameProblem(' Ops')).toBe('edges');
});
