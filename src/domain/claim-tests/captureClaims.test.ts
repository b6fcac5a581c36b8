import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmailFlags } from '../checkEmail.ts';
import { type Claims, claimsFromObject } from '../claims.ts';
import { compileFilter } from '../goRegex.ts';
import { claimValues, loginRules } from '../login.arbitraries.ts';
import { captureClaims, fieldsRead } from './captureClaims.ts';
import { planTest } from './planTest.ts';
import { compileWorld } from './testWorld.ts';

const anyDomain: EmailFlags = { ignoreEmailVerified: false, emailField: 'email', emailDomains: [] };

const capture = (claims: object, ...fields: readonly string[]) => {
  const { claims: kept, leftOut } = captureClaims(claimsFromObject(claims), new Set(fields), anyDomain);
  return { kept: Object.fromEntries(kept), leftOut };
};

describe('captureClaims', () => {
  it('keeps what is read, to the letter, and the name alone of everything else', () => {
    const claims = {
      sub: '4711',
      email: 'ada@example.com',
      name: 'Ada',
      groups: ['eng ', 'a,b'],
      roles: 'x',
      none: null,
    };
    expect(capture(claims, 'groups', 'roles', 'none')).toEqual({
      kept: { groups: ['eng ', 'a,b'], roles: 'x', none: null },
      leftOut: ['email', 'name', 'sub'],
    });
  });

  it.each([
    ['a list in one string', 'CN=Ada Lovelace,OU=Staff', ','],
    ['an object', { street: 'Main Street 1' }, {}],
    ['a number', 4711, 0],
    ['a boolean', true, false],
    ['a list with something else in it', ['ada@example.com', 5, { name: 'Ada' }, null, ['x']], ['', 0, {}, null, []]],
  ])('keeps the form alone of what no sync can read: %s', (_, value, kept) => {
    expect(capture({ groups: value }, 'groups').kept).toEqual({ groups: kept });
  });

  it('keeps whether the address is verified, if it says so', () => {
    expect(capture({ email_verified: false }).kept).toEqual({ email_verified: false });
    expect(capture({ email_verified: 'ada@example.com' })).toEqual({ kept: {}, leftOut: ['email_verified'] });
  });

  it('keeps the domain of an address that decides, and nothing else of it', () => {
    const keepAddress = (claims: object) => {
      const decides = { ...anyDomain, emailDomains: ['example.com'] };
      const { claims: kept, leftOut } = captureClaims(claimsFromObject(claims), new Set(), decides);
      return { kept: Object.fromEntries(kept), leftOut };
    };
    const username = { preferred_username: 'ada@example.org' };
    expect(keepAddress({ email: 'ada@example.com', ...username })).toEqual({
      kept: { email: '_@example.com' },
      leftOut: ['preferred_username'],
    });
    expect(keepAddress(username)).toEqual({ kept: { preferred_username: '_@example.org' }, leftOut: [] });
    expect(keepAddress({ email: 'Ada', preferred_username: 5 })).toEqual({
      kept: { email: '' },
      leftOut: ['preferred_username'],
    });
    expect(capture({ email: { of: 'Ada' } })).toEqual({ kept: { email: {} }, leftOut: [] });
  });

  it('takes odd names for names', () => {
    const claims: object = JSON.parse('{ "__proto__": ["eng"], "constructor": "x" }');
    expect(captureClaims(claimsFromObject(claims), new Set(['__proto__']), anyDomain)).toEqual({
      claims: new Map([['__proto__', ['eng']]]),
      leftOut: ['constructor'],
    });
    expect(capture({}, 'toString', '__proto__')).toEqual({ kept: {}, leftOut: [] });
  });

  const strange = fc.oneof(claimValues, fc.constantFrom('eng', 'a,b', '', null, 5, true, {}, ['eng', 5], [['eng']]));
  const address = fc.constantFrom(
    'a@x.org',
    'a@y.org',
    '@x.org',
    'a b@x.org',
    'a@b@X.org',
    'x.org',
    'a@x.org ',
    '',
    null,
    5,
  );
  const oneClaim = fc.oneof(
    fc.tuple(fc.constantFrom('groups', '__proto__', 'email_verified', 'sub'), strange),
    fc.tuple(fc.constantFrom('email', 'preferred_username'), address),
  );
  const someClaims: fc.Arbitrary<Claims> = fc
    .uniqueArray(oneClaim, { selector: ([name]) => name })
    .map((entries) => new Map<string, unknown>(entries));
  const serverFlags = fc.record({
    allowList: fc.constantFrom([], ['eng', 'ops']),
    emailDomains: fc.constantFrom([], ['x.org']),
    ignoreEmailVerified: fc.boolean(),
  });

  it('lets a login come to the same', () => {
    fc.assert(
      fc.property(loginRules, someClaims, serverFlags, fc.subarray(['a', 'b']), (rules, claims, flags, before) => {
        const { allowList, ...email } = flags;
        const world = {
          rules: { ...rules, flags: { ...rules.flags, groupField: 'groups', allowList } },
          email: { ...email, emailField: 'email' },
          organizationNames: new Map(),
          gaps: { groups: new Map(), roles: new Map() },
        };
        const compiled = compileWorld(world, compileFilter);
        const captured = captureClaims(claims, fieldsRead(world.rules), world.email).claims;
        expect(planTest(compiled, captured, before)).toEqual(planTest(compiled, claims, before));
      }),
      { numRuns: 2000 },
    );
  });
});
