import { describe, expect, it } from 'vitest';
import type { ClaimTest } from '../domain/claim-tests/ClaimTest.ts';
import type { TestDirectory } from '../domain/claim-tests/TestDirectory.ts';
import { printClaimTests, readClaimTestFile, readClaimTestText } from './claimTestFile.ts';

const text = `{
  "version": 1,
  "tests": [
    {
      "name": "Ada",
      "member_of": ["coder"],
      "claims": { "__proto__": ["eng"], "groups": ["a"] },
      "left_out": ["email"],
      "expect": {
        "login": "works",
        "organizations": { "in": ["coder"], "not_in": [] },
        "groups": { "in": ["coder/a"], "not_in": ["coder//b/c"] },
        "roles": { "in": [], "not_in": ["owner"] }
      }
    }
  ],
  "directory": {
    "organizations": [
      { "id": "o1", "name": "coder", "is_default": true, "roles": ["x"], "default_member_roles": [], "groups": { "__proto__": "odd" } }
    ],
    "server_flags": {
      "group_field": "", "allowed_groups": [], "user_role_field": "", "user_role_mapping": { "__proto__": ["owner"] },
      "user_role_default": [], "ignore_email_verified": true, "email_field": "mail", "email_domain": ["example.com"]
    },
    "entitled": { "group": true, "role": true, "organization": false }
  }
}`;
const ada: ClaimTest = {
  name: 'Ada',
  memberOf: ['coder'],
  claims: new Map<string, unknown>([
    ['__proto__', ['eng']],
    ['groups', ['a']],
  ]),
  leftOut: ['email'],
  expected: {
    login: 'works',
    organizations: { in: ['coder'], notIn: [] },
    groups: { in: ['coder/a'], notIn: ['coder//b/c'] },
    roles: { in: [], notIn: ['owner'] },
  },
};
const directory: TestDirectory = {
  organizations: [
    {
      id: 'o1',
      name: 'coder',
      isDefault: true,
      roles: ['x'],
      defaultMemberRoles: [],
      groups: new Map([['__proto__', 'odd']]),
    },
  ],
  flags: {
    groupField: '',
    allowList: [],
    siteRoleField: '',
    siteRoleMapping: new Map([['__proto__', ['owner']]]),
    siteRoleDefaults: [],
  },
  email: { ignoreEmailVerified: true, emailField: 'mail', emailDomains: ['example.com'] },
  entitled: { group: true, role: true, organization: false },
};

describe('a file of claim tests', () => {
  it('is read and written whole, odd names too', () => {
    expect(readClaimTestText(text)).toEqual({ ok: true, value: { tests: [ada], directory, problems: [] } });
    const printed = printClaimTests([ada], directory);
    expect(readClaimTestText(printed)).toEqual({ ok: true, value: { tests: [ada], directory, problems: [] } });
    expect(JSON.parse(printed)).toEqual(JSON.parse(text));
  });

  it('needs little by hand', () => {
    const short = { version: 1, tests: [{ name: 'x', claims: {}, expect: { groups: { in: ['a/b'] } } }] };
    expect(readClaimTestFile(short)).toMatchObject({
      value: { problems: [], tests: [{ expected: { login: 'works', groups: { in: ['a/b'], notIn: [] } } }] },
    });
  });

  it.each<[string, object, string]>([
    ['a claim that is no object', { claims: [] }, 'tests[1] “Bo”: claims: expected an object'],
    ['no name', { name: '' }, 'tests[1] “”: name: expected a name'],
    [
      'an expectation that is misspelt',
      { expect: { groups: { notin: [] } } },
      'tests[1] “Bo”: expect.groups: “notin” isn’t known here',
    ],
    [
      'a group without its organization',
      { expect: { groups: { in: ['a/b', 'c'] } } },
      'tests[1] “Bo”: expect.groups.in[1]: expected organization/name',
    ],
    ['another login', { expect: { login: 'fails' } }, 'tests[1] “Bo”: expect.login: expected "works" or "refused"'],
    ['a number for a name', { expect: { roles: { in: [5] } } }, 'tests[1] “Bo”: expect.roles.in[0]: expected a text'],
    ['a name twice', { name: 'Al' }, 'tests[1] “Al”: there is a test of this name before it'],
  ])('says which test is wrong where, and reads the others: %s', (_, wrong, problem) => {
    const test = (name: string) => ({ name, claims: {}, expect: {} });
    const read = readClaimTestFile({ version: 1, tests: [test('Al'), { ...test('Bo'), ...wrong }, test('Cy')] });
    expect(read).toMatchObject({ ok: true, value: { problems: [problem], tests: [{ name: 'Al' }, { name: 'Cy' }] } });
  });

  it.each([
    ['{', 'this isn’t JSON, line 1, column 2'],
    ['[]', 'expected an object'],
    ['{"version":2,"tests":[]}', 'version: expected 1'],
    ['{"version":1}', 'tests: expected a list'],
    ['{"version":1,"tests":[],"directory":{"organizations":5}}', 'directory.organizations: expected a list'],
  ])('says why nothing can be read of %s', (wrong, problem) => {
    expect(readClaimTestText(wrong)).toEqual({ ok: false, error: expect.stringContaining(problem) });
  });
});
