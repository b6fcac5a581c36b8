import { describe, expect, it } from 'vitest';
import { checkEmail } from './checkEmail.ts';

const flags = { ignoreEmailVerified: false, emailDomains: [], emailField: 'email' };
const check = (claims: object, rest: object = {}) =>
  checkEmail(new Map(Object.entries(claims)), { ...flags, ...rest })?.code;
const emailDomains = ['@Example.com', 'acme.dev'];

describe('checkEmail', () => {
  it.each([
    ['no address', {}, {}, undefined],
    ['no address, but domains', {}, { emailDomains }, undefined],
    ['an unverified address', { email: 'a@b.c', email_verified: false }, {}, 'not-verified'],
    [
      'one that needn’t be verified',
      { email: 'a@b.c', email_verified: false },
      { ignoreEmailVerified: true },
      undefined,
    ],
    ['a text instead of false', { email: 'a@b.c', email_verified: 'false' }, {}, undefined],
    ['no text', { email: 7 }, {}, 'not-a-text'],
    ['an allowed domain', { email: 'a@ACME.dev' }, { emailDomains }, undefined],
    ['a domain that is written with @', { email: 'a@example.com' }, { emailDomains }, undefined],
    ['a domain below an allowed one', { email: 'a@it.acme.dev' }, { emailDomains }, 'other-domain'],
    ['two @', { email: 'a@b@acme.dev' }, { emailDomains }, undefined],
    ['no @', { email: 'acme.dev' }, { emailDomains }, 'other-domain'],
    ['another claim', { mail: 'a@b.c', email: 'a@acme.dev' }, { emailDomains, emailField: 'mail' }, 'other-domain'],
    ['a username for an address', { preferred_username: 'a@b.c' }, { emailDomains }, 'other-domain'],
    ['a username that is none', { preferred_username: 'ada' }, { emailDomains }, undefined],
  ])('%s', (_, claims, rest, expected) => {
    expect(check(claims, rest)).toBe(expected);
  });

  it('speaks as the server does', () => {
    const refusal = checkEmail(new Map([['email', 'a@b.c']]), { ...flags, emailDomains });
    expect(refusal?.title).toBe(
      'Your email "a@b.c" is not from an authorized domain! Please contact your administrator.',
    );
  });
});
