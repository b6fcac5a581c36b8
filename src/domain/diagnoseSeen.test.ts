import { describe, expect, it } from 'vitest';
import { diagnoseSeen, type SeenLogins } from './diagnoseSeen.ts';

const seen: SeenLogins = {
  kind: 'role',
  field: 'roles',
  fields: ['email', 'roles', 'Roles'],
  values: ['dev'],
  mapping: new Map([['dev', ['d']]]),
  targetByName: new Map([['organization-admin', 'organization-admin']]),
  stateOf: () => 'known',
};
const codes = (rest: Partial<SeenLogins>) => diagnoseSeen({ ...seen, ...rest }).map(({ code }) => code);

describe('diagnoseSeen', () => {
  it.each<[string, Partial<SeenLogins>, readonly string[]]>([
    ['nothing is odd', {}, []],
    ['sync is off', { field: '' }, []],
    ['nobody has signed in', { fields: [], values: [] }, []],
    ['the claim isn’t there', { field: 'groups', values: [] }, ['missing-key']],
    ['no value can be read', { values: [] }, ['no-values']],
    ['Entra left groups out', { fields: ['roles', '_claim_names'] }, ['entra-overage']],
    ['a value has a comma', { values: ['dev', 'a,b'] }, ['csv-string', 'unmapped-values']],
    ['a value is a directory name', { values: ['CN=a,DC=b'] }, ['single-dn', 'unmapped-values']],
    ['a value has a semicolon', { values: ['a;b'] }, ['other-delimiter', 'unmapped-values']],
    ['a value is nearly a row', { values: ['Dev'] }, ['case-or-space', 'unmapped-values']],
    ['a value gives a role by its name', { values: ['organization-admin'] }, ['role-fallthrough']],
    ['a row points to nothing', { stateOf: () => 'unknown' }, ['unknown-target']],
    ['a row points elsewhere', { stateOf: () => 'foreign', fields: [], values: [] }, ['foreign-target']],
    ['targets aren’t known yet', { stateOf: () => 'unchecked' }, []],
    ['a row fails the filter', { filter: (value) => value !== 'dev' }, ['regex-kills-row']],
    ['all values are ids', { values: ['8c1d9b7e-6a35-4a55-9f0a-3e9c6f2b1d01'] }, ['guid-values', 'unmapped-values']],
  ])('%s', (_, rest, expected) => {
    expect(codes(rest)).toEqual(expected);
  });

  it('offers the names that could be meant', () => {
    expect(diagnoseSeen({ ...seen, field: 'role' })).toEqual([{ code: 'missing-key', near: ['roles'], inside: [] }]);
  });
});
