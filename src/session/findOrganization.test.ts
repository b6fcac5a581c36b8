import { expect, test } from 'vitest';
import type { Organization } from '../api/organizations.ts';
import { findOrganization } from './findOrganization.ts';

function organization(id: string, name: string, isDefault = false): Organization {
  return { id, name, displayName: name, isDefault, defaultMemberRoles: [] };
}

const engineering = organization('daa66d13-5eed-4b00-8000-000000000002', 'Engineering');
const coder = organization('0b8e2c54-31f0-4d0c-8f5e-6f1f5a0f7a10', 'coder', true);
const all = [engineering, coder];

test.each([
  ['a name', 'Engineering'],
  ['a name in another case', 'eNGINEERING'],
  ['a UUID', 'daa66d13-5eed-4b00-8000-000000000002'],
  ['a UUID in capitals', 'DAA66D13-5EED-4B00-8000-000000000002'],
  ['a UUID without dashes', 'daa66d135eed4b008000000000000002'],
])('by %s', (_, text) => {
  expect(findOrganization(all, text)).toBe(engineering);
});

test.each(['default', '00000000-0000-0000-0000-000000000000'])('%s is the default organization', (text) => {
  expect(findOrganization(all, text)).toBe(coder);
});

test.each(['', 'nope', '11111111-1111-1111-1111-111111111111'])('%j is none', (text) => {
  expect(findOrganization(all, text)).toBeUndefined();
});
