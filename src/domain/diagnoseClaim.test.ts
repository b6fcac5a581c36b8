import { describe, expect, it } from 'vitest';
import { diagnoseClaim } from './diagnoseClaim.ts';
import type { Paste } from './Paste.ts';
import { readPaste } from './readPaste.ts';

function pasted(value: object): Paste {
  const result = readPaste(JSON.stringify(value));
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('diagnoseClaim', () => {
  it.each([
    ['object-shape', { a: {} }],
    ['bool-or-number', { count: 3 }, 3],
    ['bool-or-number', {}, true],
    ['non-string-element', {}, ['a', 7]],
    ['csv-string', {}, 'a,b'],
    ['single-dn', {}, 'CN=eng,OU=groups,DC=corp'],
    ['single-dn', {}, 'uid=ada,dc=corp'],
    ['other-delimiter', {}, 'a;b'],
    ['other-delimiter', {}, 'a|b'],
    ['leading-slash', {}, ['/eng/platform', 'x']],
    ['keycloak-roles-as-groups', {}, ['default-roles-acme', 'offline_access']],
    ['guid-values', {}, ['8c1d9b7e-6a35-4a55-9f0a-3e9c6f2b1d01']],
  ])('finds %s', (code, others, value: unknown = others) => {
    expect(diagnoseClaim('groups', pasted({ groups: value })).map((finding) => finding.code)).toEqual([code]);
  });

  it.each([[['a', 'b']], ['a'], [''], [null], [[]], [['a,b']], [['8c1d9b7e-6a35-4a55-9f0a-3e9c6f2b1d01', 'eng']]])(
    'has nothing to say about %j',
    (value) => {
      expect(diagnoseClaim('groups', pasted({ groups: value }))).toEqual([]);
    },
  );

  it('names the bad element and its type', () => {
    expect(diagnoseClaim('groups', pasted({ groups: ['a', null] }))).toEqual([
      { code: 'non-string-element', index: 1, type: 'null' },
    ]);
  });

  it('offers claims that could be meant, the likeliest first', () => {
    const paste = pasted({ Groups: ['a'], memberOf: 'x', sub: 'u', 'https://acme.example/groups': ['y'], group: 5 });
    expect(diagnoseClaim('groups', paste)).toEqual([
      { code: 'missing-key', near: ['Groups', 'https://acme.example/groups', 'memberOf'], inside: [] },
    ]);
  });

  it('says in which claim a nested one hides', () => {
    const paste = pasted({ realm_access: { roles: ['a'] } });
    const finding = { code: 'missing-key', near: [], inside: ['realm_access'] };
    expect(diagnoseClaim('realm_access.roles', paste)).toEqual([finding]);
    expect(diagnoseClaim('roles', paste)).toEqual([finding]);
  });

  it.each([{ hasgroups: true }, { _claim_names: { groups: 'src1' } }])('finds Entra’s overage: %j', (claims) => {
    expect(diagnoseClaim('groups', pasted(claims))[0]).toEqual({ code: 'entra-overage' });
  });

  it('compares the sources of a debug link', () => {
    const link = (id: object, info: object) =>
      pasted({ id_token_claims: id, user_info_claims: info, merged_claims: { ...id, ...info } });
    expect(diagnoseClaim('g', link({ g: ['a'] }, { g: [] }))).toEqual([{ code: 'source-conflict' }]);
    expect(diagnoseClaim('g', link({ g: ['a'] }, { g: ['a'] }))).toEqual([]);
    expect(diagnoseClaim('g', link({}, { g: ['a'] }))).toEqual([{ code: 'only-in-userinfo' }]);
  });

  it('warns of an access token and of an address that isn’t verified', () => {
    const access: Paste = { ...pasted({ g: ['a'] }), format: 'token', token: 'access' };
    expect(diagnoseClaim('g', access)).toEqual([{ code: 'only-in-access-token' }]);
    expect(diagnoseClaim('', pasted({ email_verified: false }))).toEqual([{ code: 'email-not-verified' }]);
  });
});
