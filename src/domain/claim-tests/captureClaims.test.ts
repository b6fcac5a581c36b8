import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claims, claimsFromObject } from '../claims.ts';
import { compileFilter } from '../goRegex.ts';
import { claimValues, loginRules } from '../login.arbitraries.ts';
import { captureClaims, fieldsRead } from './captureClaims.ts';
import { planTest } from './planTest.ts';
import { compileWorld } from './testWorld.ts';

const capture = (claims: object, ...fields: readonly string[]) => {
  const { claims: kept, leftOut } = captureClaims(claimsFromObject(claims), new Set(fields));
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

  it('takes odd names for names', () => {
    const claims: object = JSON.parse('{ "__proto__": ["eng"], "constructor": "x" }');
    expect(captureClaims(claimsFromObject(claims), new Set(['__proto__']))).toEqual({
      claims: new Map([['__proto__', ['eng']]]),
      leftOut: ['constructor'],
    });
    expect(capture({}, 'toString', '__proto__')).toEqual({ kept: {}, leftOut: [] });
  });

  const strange = fc.oneof(claimValues, fc.constantFrom('eng', 'a,b', '', null, 5, true, {}, ['eng', 5], [['eng']]));
  const someClaims: fc.Arbitrary<Claims> = fc
    .uniqueArray(fc.tuple(fc.constantFrom('groups', '__proto__', 'email', 'email_verified', 'sub'), strange), {
      selector: ([name]) => name,
    })
    .map((entries) => new Map(entries));

  it('lets a login come to the same', () => {
    fc.assert(
      fc.property(loginRules, someClaims, fc.boolean(), fc.subarray(['a', 'b']), (rules, claims, hasList, before) => {
        const flags = { ...rules.flags, groupField: 'groups', allowList: hasList ? ['eng', 'ops'] : [] };
        const world = {
          rules: { ...rules, flags },
          ignoreEmailVerified: false,
          organizationNames: new Map(),
          gaps: { groups: new Map(), roles: new Map() },
        };
        const compiled = compileWorld(world, compileFilter);
        const captured = captureClaims(claims, fieldsRead(world.rules)).claims;
        expect(planTest(compiled, captured, before)).toEqual(planTest(compiled, claims, before));
      }),
      { numRuns: 500 },
    );
  });
});
