import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseClaim, type FindingCode } from './diagnoseClaim.ts';
import { identityProvider } from './identityProvider.ts';
import { readPaste } from './readPaste.ts';
import samples from './vectors/idp-samples.json' with { type: 'json' };

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const jwt = (payload: unknown, header: unknown = { alg: 'RS256' }) => `${part(header)}.${part(payload)}.c2ln`;

const id = jwt({ iss: 'https://dex.example.org', aud: 'coder', nonce: 'n', groups: ['id'] });
const access = jwt({ iss: 'https://dex.example.org', scope: 'openid', groups: ['access'] }, { typ: 'at+jwt' });
const info = { sub: 'u1', email: 'ada@example.org', groups: ['info'] };
const infoJson = JSON.stringify(info);
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nReport-To: {"group":"x","max_age":1}\r\n\r\n';
const namesLine = 'coderd.userauth: got oidc claims  source=id_token  claim_fields="[aud groups iss sub]"  blank=[]';
const slog = (fields: object, msg = 'got oidc claims') => JSON.stringify({ ts: '2026-01-01T00:00:00Z', msg, fields });

/** Pastes that are read: name, text, format, what comes of `groups`. */
const good: readonly (readonly [name: string, text: string, format: string, groups: unknown])[] = [
  ['a userinfo answer', infoJson, 'claims', ['info']],
  ['a pretty userinfo answer', JSON.stringify(info, null, 2), 'claims', ['info']],
  ['curl -i', `${head}${infoJson}`, 'claims', ['info']],
  ['curl -i over HTTP/2', `HTTP/2 200 \ncontent-type: application/json\n\n${infoJson}\n`, 'claims', ['info']],
  ['curl -i with its command', `$ curl -i https://idp/userinfo\n${head}${infoJson}`, 'claims', ['info']],
  [
    'curl -v',
    `> GET /userinfo HTTP/1.1\n> Accept: */*\n>\n< HTTP/1.1 200 OK\n< Server: x\n<\n${infoJson}\n* Connection left intact`,
    'claims',
    ['info'],
  ],
  ['curl -i after a redirect', `HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n${head}${infoJson}`, 'claims', ['info']],
  ['100 Continue first', `HTTP/1.1 100 Continue\r\n\r\n${head}${infoJson}`, 'claims', ['info']],
  ['an answer that is a JWT', `HTTP/1.1 200 OK\nContent-Type: application/jwt\n\n${id}`, 'token', ['id']],
  [
    'an answer of debug-link',
    `HTTP/2 200\n\n${JSON.stringify({ id_token_claims: info, user_info_claims: null, merged_claims: info })}`,
    'debug-link',
    ['info'],
  ],
  ['an answer with trailing commas', `HTTP/1.1 200 OK\n\n{"groups":["a",],}`, 'claims', ['a']],
  ['an ID and an access token', `${id}\n${access}`, 'several', ['id']],
  ['an access and an ID token', `${access}\n\n${id}`, 'several', ['id']],
  ['tokens with labels', `id_token: ${id}\naccess_token: ${access}`, 'several', ['id']],
  ['tokens in quotes', `"${id}", "${access}"`, 'several', ['id']],
  ['both with Bearer', `Bearer ${id}\nBearer ${access}`, 'several', ['id']],
  [
    'a token answer with both',
    JSON.stringify({ access_token: access, id_token: id, token_type: 'Bearer' }),
    'several',
    ['id'],
  ],
  [
    'a token answer with an opaque access token',
    JSON.stringify({ access_token: 'abc', id_token: id }),
    'token',
    ['id'],
  ],
  ['a token answer with an access token only', JSON.stringify({ access_token: access }), 'token', ['access']],
  ['a token answer over curl -i', `${head}${JSON.stringify({ id_token: id, expires_in: 5 })}`, 'token', ['id']],
  ['a token and userinfo', `${id}\n${infoJson}`, 'several', ['info']],
  ['userinfo and a token', `${infoJson}\n${id}`, 'several', ['info']],
  ['a token answer and userinfo', `${JSON.stringify({ id_token: id })}\n${infoJson}`, 'several', ['info']],
  [
    'two objects, ID token told by iss',
    `${infoJson}\n{"iss":"https://x","aud":"c","groups":["id"]}`,
    'several',
    ['info'],
  ],
  ['two objects, untold', '{"groups":["a"]}\n{"email":"x"}', 'several', ['a']],
  ['two objects, the second wins', '{"groups":["a"]},{"groups":["b"]}', 'several', ['b']],
  ['a list of one', `[${infoJson}]`, 'claims', ['info']],
  ['a list of two', '[{"groups":["a"]},{"groups":[]}]', 'several', []],
  ['a redirect with two tokens', `https://c/cb#access_token=${access}&id_token=${id}&state=s`, 'several', ['id']],
  ['an environment file', `ID_TOKEN=${id}\nISSUER=x`, 'token', ['id']],
  ['a header in a curl command', `curl -H "Authorization: Bearer ${access}" https://x`, 'token', ['access']],
  ['a cookie', `Cookie: theme=dark; session=${id}; x=1`, 'token', ['id']],
  ['Python bytes', `b'${id}'`, 'token', ['id']],
  ['markdown', `\`\`\`json\n${infoJson}\n\`\`\``, 'claims', ['info']],
  ['a chat message', `Hi, here it is: ${infoJson} thanks {sorry}`, 'claims', ['info']],
  ['braces in prose first', `The {claims} were ${infoJson}`, 'claims', ['info']],
  ['escaped quotes in a log', `level=info body="{\\"groups\\":[\\"a\\"]}" x=1`, 'claims', ['a']],
  ['a payload part alone', part(info), 'claims', ['info']],
  ['names of a log line', namesLine, 'names', undefined],
  ['names with a time in front', `2026-06-01 10:00:00.000 [debu]  ${namesLine}`, 'names', undefined],
  ['names in a JSON log', slog({ source: 'id_token', claim_fields: ['groups', 'sub'], blank: [] }), 'names', undefined],
  ['names of two lines', `${namesLine}\n${namesLine.replace('id_token', 'userinfo')}`, 'names', undefined],
  ['names in two JSON lines', `${slog({ claim_fields: ['a'] })}\n${slog({ claim_fields: ['b'] })}`, 'names', undefined],
  ['values of a log line', 'coderd: groups returned in oidc claims  len=2  groups="[eng ops]"', 'values', undefined],
  [
    'values in a JSON log',
    slog({ groups: ['Data Science', 'ops'] }, 'groups returned in oidc claims'),
    'values',
    undefined,
  ],
  ['values that are none', 'groups returned in oidc claims groups="[]"', 'values', undefined],
];

/** Pastes that hold no claims: name, text, code. */
const broken: readonly (readonly [name: string, text: string, code: string])[] = [
  ['a JWE', `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a.b.c.d`, 'encrypted-token'],
  ['a JWE in a line of text', `token=${part({ alg: 'dir', enc: 'A256GCM' })}.a.b.c.d; ok`, 'encrypted-token'],
  ['a JWE in a token answer', JSON.stringify({ id_token: `${part({ enc: 'x' })}.a.b.c.d` }), 'encrypted-token'],
  ['a JWT cut short', `${part({ alg: 'RS256' })}.${part(info).slice(0, 20)}`, 'broken-token'],
  ['a header alone', part({ alg: 'RS256', typ: 'JWT' }), 'broken-token'],
  ['an opaque token', 'ya29.a0AfH6SMBxyz', 'opaque-token'],
  ['an opaque token behind Bearer', 'Bearer 8f3c2e', 'no-claims'],
  [
    'a 401 with a challenge',
    'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
    'error-answer',
  ],
  ['a 403 with JSON', 'HTTP/2 403\n\n{"message":"Forbidden."}', 'error-answer'],
  ['an answer without a body', 'HTTP/1.1 200 OK\nServer: x\n\n', 'no-claims'],
  ['a web page over HTTP', 'HTTP/1.1 200 OK\n\n<!doctype html><title>Sign in</title>', 'web-page'],
  ['a web page', '<html><body>Sign in</body></html>', 'web-page'],
  ['an error answer', '{"error":"invalid_grant","error_description":"Session not active"}', 'error-answer'],
  [
    'Entra’s scope error',
    "AADSTS650053: The application 'Coder' asked for scope 'groups' that doesn't exist on the resource '00000003'.",
    'scope-error',
  ],
  [
    'the same in an address',
    'https://c/cb?error=invalid_client&error_description=asked+for+scope+%27groups%27+that+doesn%27t+exist+on+the+resource',
    'scope-error',
  ],
  [
    'Okta’s scope error',
    '{"error":"invalid_scope","error_description":"One or more scopes are not configured for the authorization server resource."}',
    'scope-error',
  ],
  [
    'Keycloak’s scope error',
    'error=invalid_scope&error_description=Invalid scopes: openid profile groups',
    'scope-error',
  ],
  ['Google’s scope error', 'Some requested scopes were invalid. {valid=[openid], invalid=[groups]}', 'scope-error'],
  ['a list of texts', '["eng","ops"]', 'not-an-object'],
  ['a list of mixed things', '[{"a":1},2]', 'not-an-object'],
  ['YAML', 'groups:\n  - eng\n  - ops', 'no-claims'],
  ['JavaScript', '{groups: ["a"]}', 'invalid-json'],
  ['half an object', '{"groups":["a"],', 'invalid-json'],
  ['a log line of something else', '2026-06-01 [info] coderd: started http api', 'no-claims'],
  ['a log line that lost its list', 'got oidc claims source=id_token', 'no-claims'],
];

describe('readPaste takes anything', () => {
  it.each(good)('%s', (_, text, format, groups) => {
    const result = readPaste(text);
    if (!result.ok) throw new Error(result.error.message);
    expect([result.value.format, result.value.claims.get('groups')]).toEqual([format, groups]);
  });

  it.each(broken)('%s holds no claims', (_, text, code) => {
    const result = readPaste(text);
    expect(result.ok ? 'read' : result.error.code).toBe(code);
  });

  it('has at least 60 pastes, a third of them broken', () => {
    expect(good.length + broken.length).toBeGreaterThanOrEqual(60);
    expect(broken.length * 3).toBeGreaterThanOrEqual(good.length + broken.length);
  });

  it('keeps what a log line tells', () => {
    const names = readPaste(slog({ claim_fields: ['groups', 'sub'], blank: ['groups'] }));
    expect(names.ok && [names.value.names, names.value.blank]).toEqual([['groups', 'sub'], ['groups']]);
    const values = readPaste('groups returned in oidc claims len=2 groups="[eng ops]"');
    expect(values.ok && values.value.values).toEqual(['eng', 'ops']);
  });

  it.each([
    ["asked for scope 'groups' that doesn't exist", 'openid,profile,email,offline_access,GroupMember.Read.All'],
    ['https://sso.example.org/realms/acme/x invalid_scope', 'openid,profile,email'],
    ['Invalid scopes: groups', 'openid,profile,email,offline_access'],
  ])('gives the scopes for %j', (text, scopes) => {
    const result = readPaste(text);
    expect(!result.ok && result.error.scopes?.scopes).toBe(scopes);
  });

  it('keeps the sources apart', () => {
    const result = readPaste(`${id}\n${access}\n${infoJson}`);
    const groups = result.ok && result.value.sources;
    expect(groups && [groups.idToken, groups.userInfo, groups.accessToken].map((one) => one?.get('groups'))).toEqual([
      ['id'],
      ['info'],
      ['access'],
    ]);
  });
});

const wso2 = 'WSO2';
const named: Readonly<Record<string, string>> = { 'wso2-id-token': wso2, 'wso2-userinfo': wso2 };
/** Codes per sample and field; fields that aren't in here have none. */
const codes: Readonly<Record<string, readonly FindingCode[]>> = {
  'keycloak-id-token-default groups': ['missing-key'],
  'keycloak-id-token-default realm_access': ['missing-key'],
  'keycloak-id-token-default resource_access': ['missing-key'],
  'keycloak-access-token realm_access': ['object-shape'],
  'keycloak-access-token resource_access': ['object-shape'],
  'keycloak-access-token realm_access.roles': ['missing-key'],
  'keycloak-groups-full-path groups': ['leading-slash'],
  'keycloak-literal-dot realm_access': ['missing-key'],
  'keycloak-organization organization': ['object-shape'],
  'entra-normal groups': ['guid-values'],
  'entra-normal wids': ['guid-values'],
  'entra-hasgroups groups': ['entra-overage', 'missing-key'],
  'entra-hasgroups hasgroups': ['bool-or-number'],
  'okta-thin-id-token groups': ['missing-key'],
  'auth0-namespaced groups': ['missing-key'],
  'onelogin-untransformed groups': ['other-delimiter'],
  'jumpcloud-one groups': ['missing-key'],
  'ping-dn-single memberOf': ['single-dn'],
  'gitlab-id-token groups': ['missing-key'],
  'zitadel-object urn:zitadel:iam:org:project:roles': ['object-shape'],
  'zitadel-array-of-objects urn:zitadel:iam:org:project:roles': ['non-string-element'],
  'wso2-userinfo groups': ['csv-string'],
  'mixed-array groups': ['non-string-element'],
  'numeric-array groups': ['non-string-element'],
};

describe('claims as providers send them', () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))('%s: provider and codes', (name, sample) => {
    const claims = new Map<string, unknown>(Object.entries(sample.claims));
    const expected = named[name] ?? (sample.provider === 'other' ? undefined : sample.provider);
    expect(identityProvider(claims)).toBe(expected);
    const result = readPaste(JSON.stringify(sample.claims));
    if (!result.ok) throw new Error(result.error.message);
    for (const field of Object.keys(sample.fields)) {
      const found = diagnoseClaim(field, result.value).map(({ code }) => code);
      expect({ field, found }).toEqual({ field, found: codes[`${name} ${field}`] ?? [] });
    }
  });
});

describe('readPaste, fuzzed', () => {
  const runs = 100_000;
  const pieces = [
    ...['{', '}', '[', ']', '"', ',', ':', '\\', '\n', '\r\n', ' ', '=', '.', '<', '\\"', '{"', '"}', 'null'],
    ...[
      'eyJ',
      'e30',
      'e30.e30.',
      'Bearer ',
      'HTTP/1.1 200 OK\n\n',
      '< ',
      '$ ',
      'curl ',
      'got oidc claims ',
      'claim_fields=',
    ],
    ...['"groups":["a"]', '"__proto__":["x"]', '"id_token":"', '"claims":{', '"merged_claims":', id, access, infoJson],
    ...['groups returned in oidc claims groups="[a', 'invalid_scope', 'asked for scope ', 'toString', 'constructor'],
  ];

  it('never throws, never hangs, never reads an inherited key', () => {
    const watched = [
      'groups',
      'iss',
      'sub',
      'alg',
      'typ',
      'id_token',
      'access_token',
      'claims',
      'merged_claims',
      'error',
      'fields',
      'claim_fields',
      'a',
    ];
    const touched = new Set<string>();
    for (const key of watched) {
      Object.defineProperty(Object.prototype, key, {
        configurable: true,
        get: () => {
          touched.add(key);
          return 'inherited';
        },
        set(this: object, value: unknown) {
          Object.defineProperty(this, key, { value, configurable: true, enumerable: true, writable: true });
        },
      });
    }
    const problems: string[] = [];
    try {
      const texts = fc.oneof(
        { weight: 5, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join('')) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
      );
      for (const text of fc.sample(texts, runs)) {
        try {
          const result = readPaste(text);
          if (result.ok) diagnoseClaim('groups', result.value);
          else if (result.error.message === '') problems.push(text);
        } catch {
          problems.push(text);
        }
      }
    } finally {
      for (const key of watched) Reflect.deleteProperty(Object.prototype, key);
    }
    expect(problems).toEqual([]);
    expect([...touched]).toEqual([]);
  });
});
