import { describe, expect, it } from 'vitest';
import { runTestFiles } from './runTestFiles.ts';

const platform = '0b8e2c54-31f0-4d0c-8f5e-6f1f5a0f7a11';
const organization = '0b8e2c54-31f0-4d0c-8f5e-6f1f5a0f7a10';
const settings = {
  version: 1,
  organization_sync: { field: 'orgs', mapping: { eng: [organization] }, organization_assign_default: false },
  organizations: [
    {
      id: organization,
      name: 'engineering',
      group_sync: {
        field: 'groups',
        mapping: { plat: [platform] },
        regex_filter: '^p',
        auto_create_missing_groups: false,
        legacy_group_name_mapping: { old: 'plat' },
      },
      role_sync: { field: '', mapping: {} },
    },
  ],
};
const directory = {
  organizations: [{ id: organization, name: 'engineering', is_default: true, groups: { [platform]: 'platform' } }],
  server_flags: {
    group_field: '',
    allowed_groups: [],
    user_role_field: '',
    user_role_mapping: {},
    user_role_default: [],
    ignore_email_verified: false,
  },
  entitled: { group: true, role: true, organization: true },
};
const test = (name: string, groups: readonly string[], expectation: object) => ({
  name,
  claims: { orgs: ['eng'], groups },
  expect: expectation,
});
const good = test('platform people', ['plat'], { groups: { in: ['engineering/platform'] } });
const bad = test('operators', ['ops'], { groups: { in: ['engineering/platform'] } });

function run(tests: unknown, around: object = settings, args = ['--settings', 's.json', '--tests', 't.json']) {
  return runTestFiles(args, (path) => {
    if (path === 's.json') return JSON.stringify(around, null, 2);
    if (path === 't.json') return JSON.stringify(tests);
    throw new Error(`ENOENT: no such file or directory, open '${path}'`);
  });
}

describe('claim tests from files', () => {
  it('prints a line each, and why one fails, value by value', () => {
    expect(run({ version: 1, directory, tests: [good, bad] })).toEqual({
      exitCode: 1,
      lines: [
        '✓ platform people',
        '✗ operators',
        '    expected  in group engineering/platform',
        '    got       isn’t in it',
        '              “ops” is stopped by the regex filter',
        '1 passed, 1 failed',
      ],
    });
  });

  it('ends well if all pass, legacy names among them', () => {
    const renamed = test('renamed', ['old'], { groups: { in: ['engineering/platform'] } });
    expect(run({ version: 1, directory, tests: [good, renamed] })).toMatchObject({ exitCode: 0 });
  });

  it('doesn’t pass what the files can’t tell', () => {
    const { organization_sync: _, ...rest } = settings;
    const { lines, exitCode } = run({ version: 1, directory, tests: [good] }, rest);
    expect(exitCode).toBe(1);
    expect(lines).toContain('    unchecked Whether the login is refused: the settings have no organization_sync.');
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it.each<[string, unknown, object, string]>([
    [
      'a test that is wrong',
      { version: 1, directory, tests: [{ ...good, claims: 5 }] },
      settings,
      't.json: tests[0] “platform people”: claims: expected an object',
    ],
    ['no directory', { version: 1, tests: [good] }, settings, 't.json: there is no “directory”'],
    ['no test', { version: 1, directory, tests: [] }, settings, 't.json: there is no test in it.'],
    [
      'settings of one sync',
      { version: 1, directory, tests: [good] },
      { field: '', mapping: {} },
      's.json: this isn’t the settings of a whole deployment.',
    ],
    [
      'a mapping that is none',
      { version: 1, directory, tests: [good] },
      { ...settings, organization_sync: { field: '', mapping: 5 } },
      's.json: line 5, column 16: mapping has to be an object.',
    ],
    [
      'a filter that the server refuses',
      { version: 1, directory, tests: [good] },
      { organizations: [{ name: 'engineering', group_sync: { field: 'g', regex_filter: '(' } }] },
      's.json: group sync of engineering: regex_filter: error parsing regexp: missing closing ): `(`',
    ],
  ])('ends with 2 and the place in the file: %s', (_, tests, around, line) => {
    expect(run(tests, around)).toEqual({ exitCode: 2, lines: [expect.stringContaining(line)] });
  });

  it('says how it is called', () => {
    expect(run({}, {}, [])).toMatchObject({
      exitCode: 2,
      lines: [expect.stringContaining('Usage: '), expect.anything(), expect.anything()],
    });
    expect(run({}, {}, ['--settings', 's.json', '--tests', 'nope.json'])).toEqual({
      exitCode: 2,
      lines: [expect.stringMatching(/^nope\.json: ENOENT/)],
    });
  });
});
