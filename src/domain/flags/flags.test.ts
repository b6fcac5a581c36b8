import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySettings, type SyncSettings } from '../settings.ts';
import { checkFlags, type OidcProvider } from './checkFlags.ts';
import { flagText, parseFlag } from './flagText.ts';
import { migrateFlags } from './migrateFlags.ts';
import { type FlagValue, findFlag, type OidcFlag, oidcFlags } from './oidcFlags.ts';
import { printFlags } from './printFlags.ts';
import { readFlags } from './readFlags.ts';

function flagOf(env: string): OidcFlag {
  const flag = findFlag(env);
  if (!flag) throw new Error(`no flag ${env}`);
  return flag;
}

function read(text: string): Record<string, string> {
  const { values, problems } = readFlags(text);
  expect(problems).toEqual([]);
  return Object.fromEntries([...values].map(([env, value]) => [env, flagText(value)]));
}

const text = fc.oneof(
  fc.constantFrom("it's", '"', 'a b', 'a,b', '$x', '\\', '{}', '[a]', '#', 'a # b', '__proto__', '|', ': ', 'true'),
  fc.string({ unit: 'grapheme', maxLength: 6 }).filter((one) => one === one.trim() && !/[\n\r]/.test(one)),
);
const values: Readonly<Record<OidcFlag['type'], fc.Arbitrary<FlagValue>>> = {
  text,
  switch: fc.boolean(),
  list: fc.array(
    text.filter((one) => one !== ''),
    { maxLength: 4 },
  ),
  map: fc.uniqueArray(fc.tuple(text, text), { selector: ([key]) => key, maxLength: 4 }).map((list) => new Map(list)),
  lists: fc
    .uniqueArray(fc.tuple(text, fc.array(text, { maxLength: 3 })), { selector: ([key]) => key, maxLength: 4 })
    .map((list) => new Map(list)),
};
const setting = fc
  .constantFrom<OidcFlag>(...oidcFlags)
  .chain((flag) => values[flag.type].map((value) => ({ flag, value })));

it.each(['env', 'flags', 'helm'] as const)('what is written as %s is read as the same', (form) => {
  fc.assert(
    fc.property(fc.uniqueArray(setting, { selector: ({ flag }) => flag.env, maxLength: 5 }), (settings) => {
      const back = readFlags(printFlags(form, settings));
      expect(back.problems).toEqual([]);
      expect(back.values).toEqual(new Map(settings.map(({ flag, value }) => [flag.env, value])));
    }),
  );
});

it('writes a YAML file by the server’s own keys', () => {
  const settings = [
    { flag: flagOf('SCOPES'), value: ['openid', 'groups'] },
    { flag: flagOf('GROUP_MAPPING'), value: new Map([['a: b', 'c']]) },
    { flag: flagOf('IGNORE_USERINFO'), value: true },
    { flag: flagOf('ACCESS_TOKEN_CLAIMS'), value: true },
    { flag: flagOf('ALLOWED_GROUPS'), value: [] },
  ];
  expect(printFlags('yaml', settings)).toBe(`oidc:
  scopes:
    - "openid"
    - "groups"
  groupMapping:
    "a: b": "c"
  ignoreUserInfo: true
  # CODER_OIDC_ACCESS_TOKEN_CLAIMS has no key here: set it as an environment variable.
  groupAllowed: []
`);
  expect(printFlags('env', [])).toBe('');
});

describe('readFlags', () => {
  const mapping = '{"it-staff": "it", "fin": "finance"}';
  const expected = {
    GROUP_FIELD: 'groups',
    GROUP_MAPPING: '{"it-staff":"it","fin":"finance"}',
    GROUP_AUTO_CREATE: 'true',
  };

  it.each([
    [
      'an environment file',
      `# CODER_OIDC_GROUP_FIELD=old\nCODER_OIDC_GROUP_FIELD=groups\nCODER_OIDC_GROUP_MAPPING=${mapping}\nCODER_OIDC_GROUP_AUTO_CREATE=true\nOTHER=1`,
    ],
    [
      'exports',
      `export CODER_OIDC_GROUP_FIELD="groups"\nexport CODER_OIDC_GROUP_MAPPING='${mapping}'\r\nexport CODER_OIDC_GROUP_AUTO_CREATE=1\r\n`,
    ],
    [
      'a command',
      `coder server --oidc-group-field groups \\\n  --oidc-group-mapping '${mapping}' --oidc-group-auto-create`,
    ],
    [
      'flags with =',
      `--oidc-group-field=groups --oidc-group-mapping="{\\"it-staff\\": \\"it\\", \\"fin\\": \\"finance\\"}" --oidc-group-auto-create=true`,
    ],
    [
      'Helm values',
      `coder:\n  env:\n    - name: CODER_OIDC_GROUP_FIELD\n      value: groups # the claim\n    - name: "CODER_OIDC_GROUP_MAPPING"\n      value: >-\n        {"it-staff": "it",\n         "fin": "finance"}\n    - name: CODER_OIDC_GROUP_AUTO_CREATE\n      value: "true"\n`,
    ],
    [
      'docker compose',
      `environment:\n  CODER_OIDC_GROUP_FIELD: groups\n  CODER_OIDC_GROUP_MAPPING: '${mapping}'\n  CODER_OIDC_GROUP_AUTO_CREATE: "true"\n`,
    ],
    [
      'a list of compose',
      `environment:\n  - CODER_OIDC_GROUP_FIELD=groups\n  - CODER_OIDC_GROUP_MAPPING=${mapping}\n  - "CODER_OIDC_GROUP_AUTO_CREATE=true"\n`,
    ],
  ])('reads %s', (_, pasted) => {
    expect(read(pasted)).toEqual(expected);
  });

  it('says by line what it can’t read', () => {
    expect(
      readFlags('CODER_OIDC_GROUP_MAPPING={a: b}\nCODER_OIDC_GROUP_AUTO_CREATE=maybe\nCODER_OIDC_NEW=1').problems,
    ).toEqual([
      { line: 1, message: 'CODER_OIDC_GROUP_MAPPING: This is no JSON object, such as {"idp-name": "coder-name"}.' },
      { line: 2, message: 'CODER_OIDC_GROUP_AUTO_CREATE: “maybe” is neither true nor false.' },
      { line: 3, message: 'CODER_OIDC_NEW is no flag that is known here, and was left out.' },
    ]);
  });
});

describe('parseFlag', () => {
  it.each([
    ['list', 'a,"b,c", d', ['a', 'b,c', ' d']],
    ['list', '', []],
    ['lists', '{"a":["x"]}', new Map([['a', ['x']]])],
    ['map', '', new Map()],
    ['switch', 'T', true],
  ] as const)('reads %s %j', (type, from, value) => {
    expect(parseFlag(type, from)).toEqual({ ok: true, value });
  });

  it.each([
    ['map', '[]', 'This has to be a JSON object.'],
    ['map', '{"a":1}', 'The value of “a” has to be a text.'],
    ['lists', '{"a":"b"}', 'The value of “a” has to be a list of texts.'],
  ] as const)('refuses %s %j', (type, from, error) => {
    expect(parseFlag(type, from)).toEqual({ ok: false, error });
  });
});

describe('checkFlags', () => {
  const base: Readonly<Record<string, FlagValue>> = { SCOPES: ['openid', 'profile', 'email', 'offline_access'] };
  const check = (flags: Readonly<Record<string, FlagValue>>, provider: OidcProvider = 'other') =>
    checkFlags(new Map(Object.entries({ ...base, ...flags })), provider).map(
      ({ env, tone, message }) => `${env} ${tone}: ${message}`,
    );

  it.each<[Readonly<Record<string, FlagValue>>, OidcProvider, RegExp]>([
    [
      { ALLOWED_GROUPS: ['a'] },
      'other',
      /^ALLOWED_GROUPS error: The server doesn’t start: the allow list has no claim/,
    ],
    [{ ALLOWED_GROUPS: ['a'], SCOPES: ['openid', 'groups'] }, 'other', /^ALLOWED_GROUPS info/],
    [{ SCOPES: ['profile'] }, 'other', /^SCOPES error: Without openid/],
    [{ SCOPES: ['openid profile'] }, 'other', /^SCOPES error: A scope holds a space/],
    [{ SCOPES: ['openid', 'groups'] }, 'entra', /^SCOPES error: Entra has no scope groups/],
    [{ GROUP_FIELD: 'groups' }, 'google', /^SCOPES warning: Google sends no groups/],
    [{ GROUP_FIELD: 'groups' }, 'okta', /^SCOPES warning: Okta sends groups only/],
    [{ SCOPES: ['openid'] }, 'keycloak', /^SCOPES info: With offline_access/],
    [{ GROUP_REGEX_FILTER: '(' }, 'other', /^GROUP_REGEX_FILTER error: The server doesn’t start: error parsing regexp/],
    [{ GROUP_AUTO_CREATE: true }, 'other', /^GROUP_AUTO_CREATE warning: Has no effect/],
    [{ USER_ROLE_FIELD: 'r' }, 'other', /^USER_ROLE_FIELD warning: At each login/],
    [{ USER_ROLE_FIELD: 'r' }, 'other', /^USER_ROLE_MAPPING info: No value is mapped to owner/],
    [
      { USER_ROLE_MAPPING: new Map([['a', ['admin']]]) },
      'other',
      /^USER_ROLE_MAPPING warning: No site role is called admin/,
    ],
    [{ USER_ROLE_DEFAULT: ['auditor'] }, 'other', /^USER_ROLE_DEFAULT warning: Has no effect/],
    [{ ACCESS_TOKEN_CLAIMS: true }, 'other', /^ACCESS_TOKEN_CLAIMS warning/],
    [{}, 'adfs', /^IGNORE_USERINFO warning: The userinfo of ADFS/],
    [{ IGNORE_USERINFO: true }, 'okta', /^IGNORE_USERINFO warning: Okta/],
  ])('of %j at %s', (flags, provider, said) => {
    expect(check(flags, provider)).toContainEqual(expect.stringMatching(said));
  });

  it('has nothing to say about what is fine', () => {
    expect(check({ GROUP_FIELD: 'groups', ALLOWED_GROUPS: ['a'], GROUP_MAPPING: new Map([['a', 'b']]) })).toEqual([]);
  });
});

describe('migrateFlags', () => {
  const groups = new Map([
    ['it', 'id-it'],
    ['finance', 'id-finance'],
    ['eng-x', 'id-x'],
  ]);
  const current: SyncSettings = { ...emptySettings, regexFilter: '.*' };
  const migrate = (flags: Readonly<Record<string, FlagValue>>, now = current) =>
    migrateFlags(new Map(Object.entries(flags)), now, groups);

  it('resolves names, and takes the field, the filter and the switch', () => {
    const { settings, rows, isEmpty } = migrate({
      GROUP_FIELD: 'memberOf',
      GROUP_MAPPING: new Map([
        ['it-staff', 'it'],
        ['payroll', 'payroll-team'],
      ]),
      GROUP_REGEX_FILTER: '^(it|pay)',
      GROUP_AUTO_CREATE: true,
    });
    expect(isEmpty).toBe(false);
    expect(settings).toMatchObject({ field: 'memberOf', regexFilter: '^(it|pay)', autoCreateMissing: true });
    expect([...settings.mapping]).toEqual([['it-staff', ['id-it']]]);
    expect(rows).toEqual([
      { value: 'it-staff', name: 'it', outcome: 'same' },
      { value: 'payroll', name: 'payroll-team', outcome: 'unresolved' },
    ]);
  });

  it('says where the filter, tested on the value now, makes a difference', () => {
    const { settings, rows } = migrate({
      GROUP_MAPPING: new Map([
        ['x', 'eng-x'],
        ['eng-fin', 'finance'],
        ['fin', 'finance'],
      ]),
      GROUP_REGEX_FILTER: '^eng-',
    });
    expect(rows.map(({ value, outcome }) => [value, outcome])).toEqual([
      ['x', 'stops'],
      ['eng-fin', 'blocked'],
      ['fin', 'dead'],
    ]);
    expect([...settings.mapping]).toEqual([
      ['x', ['id-x']],
      ['eng-fin', []],
    ]);
  });

  it('turns legacy mappings that are there into rows too, and keeps other rows', () => {
    const now = {
      ...current,
      field: 'groups',
      legacyNameMapping: new Map([['a', 'it']]),
      mapping: new Map([['own', ['id-own']]]),
    };
    const { settings } = migrate({ GROUP_MAPPING: new Map([['b', 'own']]) }, now);
    expect([...settings.mapping]).toEqual([
      ['own', ['id-own']],
      ['a', ['id-it']],
      ['b', ['id-own']],
    ]);
    expect(settings.legacyNameMapping.size).toBe(0);
    expect(settings.field).toBe('groups');
  });

  it('knows groups from the scopes, takes all-passing filters for the same, and says of other flags that they say nothing', () => {
    expect(migrate({ SCOPES: ['openid', 'groups'], GROUP_FIELD: '' }).settings.field).toBe('groups');
    expect(migrate({ GROUP_REGEX_FILTER: '.*' }, { ...current, regexFilter: null }).settings.regexFilter).toBeNull();
    expect(migrate({ EMAIL_DOMAIN: ['x'] }).isEmpty).toBe(true);
    expect(migrate({ GROUP_REGEX_FILTER: '(' }).filterProblem).toMatch(/^error parsing regexp/);
  });
});
