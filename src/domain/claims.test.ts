import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimsFromObject, mergeClaims, parseClaimValues, readClaim } from './claims.ts';

interface Sample {
  readonly id: string;
  readonly claims: object;
  readonly fields: Record<
    string,
    { readonly outcome: 'missing' | 'empty' | 'values' | 'error'; readonly count?: number }
  >;
}

const samples = JSON.parse(readFileSync('src/domain/vectors/idp-samples.json', 'utf8')) as readonly Sample[];

function outcomeOf(claims: object, field: string): { outcome: string; count?: number } {
  const { present, values } = readClaim(claimsFromObject(claims), field);
  if (!present) return { outcome: 'missing' };
  if (!values.ok) return { outcome: 'error' };
  return values.value.length === 0 ? { outcome: 'empty' } : { outcome: 'values', count: values.value.length };
}

describe('claims of real identity providers', () => {
  const cases = samples.flatMap(({ id, claims, fields }) =>
    Object.entries(fields).map(([field, expected]) => ({ id, claims, field, expected })),
  );

  it('has cases of every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['empty', 'error', 'missing', 'values']);
  });

  it.each(cases)('$id: $field', ({ claims, field, expected }) => {
    expect(outcomeOf(claims, field)).toEqual(expected);
  });
});

describe('parseClaimValues', () => {
  it.each([
    ['a list', ['b', 'a', 'b'], ['b', 'a', 'b']],
    ['a comma inside an element', ['a,b'], ['a,b']],
    ['blanks around a value', [' a ', ''], [' a ', '']],
    ['one string', 'a b', ['a b']],
    ['a string with another delimiter', 'a;b', ['a;b']],
    ['no string', '', []],
    ['no list', [], []],
    ['null', null, []],
  ])('reads %s', (_, value, values) => {
    expect(parseClaimValues(value)).toEqual({ ok: true, value: values });
  });

  it.each([
    ['a comma in a string', 'a,b', { code: 'csv_string' }],
    ['a comma alone', ',', { code: 'csv_string' }],
    ['a number', 1, { code: 'not_string_array' }],
    ['a flag', false, { code: 'not_string_array' }],
    ['an object', { a: 1 }, { code: 'not_string_array' }],
    ['null in a list', ['a', null], { code: 'element_not_string', index: 1 }],
    ['a list in a list', [['a']], { code: 'element_not_string', index: 0 }],
  ])('refuses %s', (_, value, error) => {
    expect(parseClaimValues(value)).toEqual({ ok: false, error });
  });
});

describe('readClaim', () => {
  it('takes the field for a top-level key, not for a path', () => {
    const claims = claimsFromObject({ 'a.b': ['dotted'], a: { b: ['nested'] }, Groups: ['x'] });
    expect(readClaim(claims, 'a.b').values).toEqual({ ok: true, value: ['dotted'] });
    expect(readClaim(claims, 'groups').present).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('knows %s only as a claim', (field) => {
    expect(readClaim(claimsFromObject({}), field)).toEqual({ present: false, values: { ok: true, value: [] } });
    const claims = claimsFromObject(JSON.parse(`{ "${field}": ["a"] }`));
    expect(readClaim(claims, field)).toEqual({ present: true, values: { ok: true, value: ['a'] } });
  });
});

describe('mergeClaims', () => {
  const idToken = claimsFromObject({ groups: ['id'], sub: 'u1' });
  const other = claimsFromObject({ groups: '', email: 'ada@example.com' });

  it('uses the ID token alone without another source', () => {
    expect(mergeClaims(idToken, { source: 'none', claims: other })).toEqual(idToken);
  });

  it('lets userinfo win, also with a blank value', () => {
    const merged = mergeClaims(idToken, { source: 'user_info', claims: other });
    expect(Object.fromEntries(merged)).toEqual({ groups: '', sub: 'u1', email: 'ada@example.com' });
  });

  it('lets the ID token win over an access token', () => {
    const merged = mergeClaims(idToken, { source: 'access_token', claims: other });
    expect(Object.fromEntries(merged)).toEqual({ groups: ['id'], sub: 'u1', email: 'ada@example.com' });
  });
});
