import { expect, test } from 'vitest';
import { viewOrganizations } from './viewOrganizations.ts';

const organizations = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  name: id,
  displayName: id.toUpperCase(),
  isDefault: false,
  defaultMemberRoles: [],
}));
const known = {
  problems: new Map([
    ['b', 1],
    ['c', 3],
    ['d', 0],
  ]),
  changed: new Map([
    ['a', 5],
    ['d', 9],
  ]),
};
const order = (by: string, descending: boolean) =>
  viewOrganizations(organizations, { by, descending }, known)
    .map(({ id }) => id)
    .join('');

test.each([
  ['name', false, 'abcd'],
  ['name', true, 'dcba'],
  ['problems', true, 'cbda'],
  ['changed', true, 'dabc'],
  ['changed', false, 'adbc'],
])('by %s, descending %s: %s', (by, descending, wanted) => {
  expect(order(by, descending)).toBe(wanted);
});
