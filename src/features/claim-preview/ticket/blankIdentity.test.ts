import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, blankIdentity, identityOf } from './blankIdentity.ts';

const claims = (object: object) => new Map<string, unknown>(Object.entries(object));
const blanked = (object: object, text: string) => blankIdentity(text, identityOf([claims(object)]));

describe('blankIdentity', () => {
  it.each<[string, object, string, string]>([
    ['e-mail', { email: 'ada@acme.example' }, 'from ada@acme.example', 'from •••'],
    ['whatever its case', { email: 'Ada@Acme.example' }, 'ADA@acme.EXAMPLE', '•••'],
    ['part before the @', { email: 'ada.l@acme.example' }, 'team-ada.l → row 1', 'team-••• → row 1'],
    ['e-mail in an address', { email: 'a+b@c.de' }, '?login=a%2Bb%40c.de', '?login=•••'],
    ['several', { emails: ['a@b.c', 'd@e.f'] }, 'a@b.c, d@e.f', '•••, •••'],
    ['subject within a claim value', { sub: 'auth0|42' }, 'grp-auth0|42-x', 'grp-•••-x'],
    ['short subject, also within a word', { sub: '7' }, 'row 17', 'row 1•••'],
    ['object id', { oid: 'f1bb-01' }, 'f1bb-01', '•••'],
    [
      'names',
      { name: 'Ada Lovelace', given_name: 'Ada', family_name: 'Lovelace' },
      'Ada Lovelace, Lovelaces',
      '•••, •••s',
    ],
    ['a short name is a word, not a part of one', { given_name: 'Al' }, 'Al calls alpha', '••• calls alpha'],
    ['user names', { preferred_username: 'ada', upn: 'ada@corp' }, 'ada@corp = ADA', '••• = •••'],
    ['claim with a namespace', { 'https://acme.example/claims/email': 'x@y.z' }, 'x@y.z', '•••'],
    ['nested', { user: { contact: { Mail: 'x@y.z' } } }, 'x@y.z', '•••'],
    ['address', { address: { locality: 'Turin' } }, 'Turin', '•••'],
    ['number', { uid: 4711 }, 'user-4711', 'user-•••'],
    ['signs of regular expressions', { sub: 'a.b*(c)[d]' }, 'a.b*(c)[d] aXb', '••• aXb'],
    ['groups stay', { groups: ['ops'], email_verified: true, email: '' }, 'ops true', 'ops true'],
  ])('%s', (_, object, text, expected) => {
    expect(blanked(object, text)).toBe(expected);
  });

  it('takes the chosen person and every source', () => {
    const sources = [claims({ email: 'a@b.c' }), claims({ email: 'd@e.f' })];
    const identity = identityOf(sources, { id: 'x', email: 'g@h.i', username: 'gina', displayName: 'Gina' });
    expect(blankIdentity('a@b.c d@e.f g@h.i gina x', identity)).toBe('••• ••• ••• ••• x');
  });

  it('leaves no e-mail and no subject, wherever it stands', () => {
    const secret = fc
      .string({ minLength: 1, unit: 'binary' })
      .filter((text) => text.trim() !== '' && !text.includes('•'));
    fc.assert(
      fc.property(secret, secret, secret, fc.string({ unit: 'binary' }), (email, sub, name, other) => {
        const text = `${other}${email}${other}${sub}\n${sub}${email}: ${name}${other}`;
        const result = blanked({ email, sub, name }, text);
        expect(result).not.toContain(email.trim());
        expect(result).not.toContain(sub.trim());
        expect(result).toContain(blank);
      }),
    );
  });

  it('takes a picture of megabytes', () => {
    const picture = `data:image/png;base64,${'iVBORw0KGgo('.repeat(20_000)}`;
    expect(blanked({ picture, sub: 'ada' }, `ada shows ${picture.slice(0, 150)}`)).toBe('••• shows •••');
  });
});
