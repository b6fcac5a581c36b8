import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pasteLimit, readPaste } from './readPaste.ts';
import samples from './vectors/idp-samples.json' with { type: 'json' };

const base64Url = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const jwt = (payload: unknown, header: unknown = { alg: 'RS256', typ: 'JWT' }) =>
  `${base64Url(header)}.${base64Url(payload)}.c2lnbmF0dXJl`;

const claims = { iss: 'https://sso.example.org/realms/acme', aud: 'coder', groups: ['eng', 'Büro'] };
const token = jwt(claims);
const lines = token.replace(/(.{20})/g, '$1\n');

/** What a good paste comes down to. */
function read(text: string) {
  const result = readPaste(text);
  if (!result.ok) throw new Error(result.error.message);
  const { format, token: kind, provider, notes } = result.value;
  return { format, kind, provider, notes, claims: Object.fromEntries(result.value.claims) };
}

function refuse(text: string) {
  const result = readPaste(text);
  if (result.ok) throw new Error('It was read.');
  return result.error;
}

describe('readPaste: tokens', () => {
  it.each([
    ['a JWT', token],
    ['one behind Bearer', `Bearer ${token}`],
    ['a whole header', `Authorization: bearer ${token}`],
    ['one in double quotes', `"${token}"`],
    ['one in single quotes, with a comma', `'${token}',`],
    ['one in backticks', `\`${token}\``],
    ['one broken into lines', lines],
    ['one with Windows line breaks and indentation', `  ${lines.replaceAll('\n', '\r\n  ')}  `],
    ['one with a byte order mark', `\ufeff${token}\n`],
    ['one without a signature', token.slice(0, token.lastIndexOf('.') + 1)],
    ['one that lost its signature', token.slice(0, token.lastIndexOf('.'))],
  ])('reads %s', (_, text) => {
    expect(read(text)).toEqual({ format: 'token', kind: 'id', provider: 'Keycloak', notes: [], claims });
  });

  it.each([
    ['a log line', `2026-11-22 INFO login ok id_token=${token} ip=10.0.0.1`, ['found-in-text']],
    ['a redirect', `https://coder.example.org/callback#id_token=${token}&state=x`, ['found-in-text']],
    [
      'a token answer',
      JSON.stringify({ access_token: 'opaque', id_token: token, expires_in: 300 }),
      ['token-response'],
    ],
  ])('finds a token in %s', (_, text, notes) => {
    expect(read(text)).toMatchObject({ format: 'token', claims, notes });
  });

  it.each([
    ['id', jwt({ typ: 'ID' })],
    ['id', jwt({ nonce: 'x', scope: 'openid' })],
    ['access', jwt({ typ: 'Bearer' })],
    ['access', jwt({ scp: 'openid' })],
    ['access', jwt({}, { alg: 'RS256', typ: 'at+jwt' })],
    ['access', jwt({ token_use: 'access', aud: 'x', iss: 'y' })],
    ['refresh', jwt({ typ: 'Refresh' })],
    ['unknown', jwt({})],
  ])('tells an %s token', (kind, text) => {
    expect(read(text).kind).toBe(kind);
  });

  it.each([
    ['encrypted-token', `${base64Url({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a2V5.aXY.Y2lwaGVy.dGFn`, /encrypted/],
    ['broken-token', `${base64Url({ alg: 'none' })}.${base64Url('{"groups":["e')}.x`, /second part/],
    ['broken-token', `${base64Url({ alg: 'none' })}.${base64Url('[]')}.x`, /second part doesn’t hold a JSON object/],
    ['broken-token', `${base64Url('{"alg"')}.${base64Url(claims)}.x`, /first part/],
    ['broken-token', `${base64Url({ alg: 'none' })}.${base64Url(claims).slice(0, -3)}.x`, /second part/],
    ['broken-token', `${base64Url({ alg: 'none' })}.a.x`, /can’t be decoded/],
    ['opaque-token', 'Xb9kQ2f-0ab_77KpLm', /opaque/],
    ['opaque-token', 'hvs.CAESIJ.abc.d', /opaque/],
  ])('refuses: %s %s', (code, text, message) => {
    const problem = refuse(text);
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(message);
  });
});

describe('readPaste: JSON', () => {
  it.each([
    ['an object', '{"groups":["a"]}', { groups: ['a'] }, []],
    ['an empty object', ' {} ', {}, []],
    [
      'trailing commas',
      '{"groups":["a","b",],\n"n":{"x":1,},}',
      { groups: ['a', 'b'], n: { x: 1 } },
      ['trailing-commas'],
    ],
    ['commas in texts', '{"a":",]","b":["x,}",],}', { a: ',]', b: ['x,}'] }, ['trailing-commas']],
    ['members without braces', '"groups": ["a"],\n"email": "x"', { groups: ['a'], email: 'x' }, ['braces-added']],
    ['the same with a comma at the end', '"groups": ["a"],', { groups: ['a'] }, ['braces-added', 'trailing-commas']],
    ['JSON in a JSON string', JSON.stringify('{"groups":["a"]}'), { groups: ['a'] }, ['found-in-text']],
    ['a log line', 'userinfo answered {"groups":["a"]} in 3 ms', { groups: ['a'] }, ['found-in-text']],
    ['a claim named id_token that isn’t one', '{"id_token":"x","groups":[]}', { id_token: 'x', groups: [] }, []],
    ['a claim named claims beside others', '{"claims":{"a":1},"b":2}', { claims: { a: 1 }, b: 2 }, []],
  ])('reads %s', (_, text, expected, notes) => {
    expect(read(text)).toMatchObject({ format: 'claims', claims: expected, notes });
  });

  it('keeps claims whose names JavaScript has a use for', () => {
    const result = readPaste('{"__proto__":["x"],"constructor":["y"],"toString":["z"]}');
    expect(result.ok && [...result.value.claims]).toEqual([
      ['__proto__', ['x']],
      ['constructor', ['y']],
      ['toString', ['z']],
    ]);
  });

  it('takes one’s own claims out of their envelope', () => {
    expect(read('{"claims":{"groups":["a"]}}')).toMatchObject({ format: 'own-claims', claims: { groups: ['a'] } });
  });

  it('takes the merged claims of a debug link, and keeps its sources', () => {
    const link = {
      id_token_claims: { groups: ['old'], sub: 'u' },
      user_info_claims: { groups: [] },
      merged_claims: { groups: [], sub: 'u' },
    };
    const result = readPaste(JSON.stringify(link));
    expect(result.ok && result.value).toMatchObject({
      format: 'debug-link',
      claims: new Map<string, unknown>(Object.entries(link.merged_claims)),
      sources: { idToken: new Map<string, unknown>(Object.entries(link.id_token_claims)) },
      notes: [],
    });
  });

  it.each([
    [
      'all three',
      { groups: [], sub: 'u' },
      { id_token_claims: { groups: ['a'], sub: 'u' }, user_info_claims: { groups: [] } },
    ],
    [
      'no userinfo',
      { groups: ['a'] },
      { id_token_claims: { groups: ['a'] }, user_info_claims: null, merged_claims: null },
    ],
    [
      'no ID token',
      { groups: ['a'] },
      { id_token_claims: null, user_info_claims: { groups: ['a'] }, merged_claims: null },
    ],
  ])('merges an old debug link itself: %s', (_, expected, link) => {
    expect(read(JSON.stringify(link))).toMatchObject({
      format: 'debug-link',
      claims: expected,
      notes: ['merged-here'],
    });
  });

  it('says that an empty debug link holds no claims', () => {
    const link = '{"id_token_claims":null,"user_info_claims":null,"merged_claims":null}';
    expect(refuse(link).code).toBe('no-claims');
  });

  it.each([
    ['empty', ''],
    ['empty', ' \n\t\ufeff'],
    ['not-an-object', '["a"]'],
    ['not-an-object', '[]'],
    ['not-an-object', 'null'],
    ['not-an-object', '42'],
    ['no-claims', 'hello there'],
    ['too-large', `{"groups":["${'a'.repeat(pasteLimit)}"]}`],
  ])('refuses: %s', (code, text) => {
    expect(refuse(text).code).toBe(code);
  });

  it.each([
    ['{"groups":["a"', 1, 15, 'The JSON ends too early: ] } missing.'],
    ['{\n  "groups": ["a" "b"]\n}', 2, 18, 'A comma or ] is missing before "'],
    ['{\n  groups: ["a"]\n}', 2, 3, 'A name in double quotes is expected here, not groups.'],
    ["{'groups': []}", 1, 2, 'Texts need straight double quotes ("), not \'.'],
    ['{“groups”: []}', 1, 2, 'Texts need straight double quotes ("), not “.'],
    ['{"groups" ["a"]}', 1, 11, 'A colon is missing before [.'],
    ['{"groups": [eng]}', 1, 13, 'Texts need double quotes: eng.'],
    ['{"a": None}', 1, 7, 'None isn’t JSON; it has null.'],
    ['{"a": 01}', 1, 7, 'A value is expected here, not 01.'],
    ['{"a":,}', 1, 6, 'A value is expected here, not ,.'],
    ['{,}', 1, 2, 'A name in double quotes is expected here, not ,.'],
    ['{"a":1}}', 1, 8, 'Something follows after the end of the JSON: }.'],
    ['{"a":1} x', 1, 9, 'Something follows after the end of the JSON: x.'],
    ['{"a":"x\n"}', 1, 8, 'A text can’t go over the end of the line; is a " missing?'],
    ['{"a":"x}', 1, 6, 'This text is never closed: a " is missing.'],
    ['{"a":"C:\\dir"}', 1, 9, '\\d isn’t a JSON escape.'],
    ['{"a":"\u0001"}', 1, 7, 'A control character (U+0001) stands in a text.'],
    ['{\u00a0"a":1}', 1, 2, 'There is an invisible character (U+00A0) here.'],
    ['\r\n{"a":1, // one\r\n"b":2}', 2, 9, 'JSON has no comments.'],
    ['seen: {"a" 1} today', 1, 12, 'A colon is missing before 1.'],
    ['\n"groups": [a]', 2, 12, 'Texts need double quotes: a.'],
    ['{"a":[1}', 1, 8, 'A comma or ] is missing before }.'],
  ])('says what is wrong and where: %j', (text, line, column, message) => {
    const problem = refuse(text);
    expect(problem).toMatchObject({ code: 'invalid-json', line, column });
    expect(problem.message).toContain(message);
  });
});

describe('readPaste: providers', () => {
  it.each(samples.filter(({ claims }) => 'iss' in claims).map((sample) => [sample.id, sample] as const))(
    'reads %s whole',
    (_, sample) => {
      const result = readPaste(JSON.stringify(sample.claims));
      expect(result.ok && [...result.value.claims.keys()]).toEqual(Object.keys(sample.claims));
    },
  );

  it.each([
    ['https://login.microsoftonline.com/3e1c/v2.0', 'Microsoft Entra ID'],
    ['https://acme.okta.com', 'Okta'],
    ['https://acme.eu.auth0.com/', 'Auth0'],
    ['https://accounts.google.com', 'Google'],
    ['https://gitlab.example.org', 'GitLab'],
    ['https://cognito-idp.eu-west-1.amazonaws.com/eu_1', 'Amazon Cognito'],
    ['http://sts.corp.example/adfs/services/trust', 'ADFS'],
    ['https://example.org', undefined],
  ])('%s is %s', (iss, provider) => {
    expect(read(JSON.stringify({ iss })).provider).toBe(provider);
  });
});

describe('readPaste: anything', () => {
  it('never throws', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      'ey',
      'eyJ',
      '.',
      '-',
      ' ',
      '\n',
      'a',
      '1',
      '{}',
    );
    const soup = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 4 }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const result = readPaste(text);
        if (!result.ok) expect(result.error.message).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('reads each JSON object with the values that it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const text = JSON.stringify(object);
        const result = readPaste(text);
        expect(result.ok && result.value.format === 'claims' && [...result.value.claims]).toEqual(
          Object.entries(JSON.parse(text)),
        );
      }),
    );
  });

  it('takes nothing out of a JSON text that is cut off', () => {
    expect(refuse('{"value":[{"groups":["a"]},{"sub":"b"}').code).toBe('invalid-json');
  });

  it('finds a mistake wherever a JSON text is cut off', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, at) => {
        const text = JSON.stringify({ value });
        const cut = text.slice(0, 1 + (at % (text.length - 1)));
        expect(refuse(cut).code).toBe('invalid-json');
      }),
    );
  });

  it('doesn’t choke on 2 MB that nest or break off', () => {
    expect(refuse('['.repeat(pasteLimit)).code).toBe('invalid-json');
    expect(refuse(`{"a":"${'x'.repeat(pasteLimit - 10)}`).code).toBe('invalid-json');
    expect(refuse('ey-'.repeat(pasteLimit / 4)).code).toBe('opaque-token');
  });
});
