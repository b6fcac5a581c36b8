import type { SentClaims } from '../login/oidcLogin.ts';
import type { Random } from './Random.ts';

/** Who somebody is to their identity provider, whatever it is. */
export interface Identity {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly groups: unknown;
  readonly roles: readonly string[];
  readonly orgs: unknown;
}

type Provider = (identity: Identity, random: Random) => SentClaims;

function uuid(random: Random): string {
  return `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-9${random.hex(3)}-${random.hex(12)}`;
}

function claims(entries: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(entries).filter(([, value]) => value !== undefined));
}

const issuedAt = 1_780_300_800;

const keycloak: Provider = ({ username, name, email, groups, roles, orgs }, random) => {
  const sub = uuid(random);
  const [given, family] = name.split(' ');
  return {
    idToken: claims({
      exp: issuedAt + 300,
      iat: issuedAt,
      auth_time: issuedAt - 10,
      jti: uuid(random),
      iss: 'https://sso.example.com/realms/acme',
      aud: 'coder',
      azp: 'coder',
      typ: 'ID',
      sub,
      acr: '1',
      email_verified: true,
      name,
      preferred_username: username,
      given_name: given,
      family_name: family,
      email,
      groups,
      roles,
      orgs,
    }),
    userInfo: claims({ sub, email_verified: true, name, preferred_username: username, email }),
  };
};

const entra: Provider = ({ username, name, email, groups, roles, orgs }, random) => ({
  idToken: claims({
    iss: 'https://login.microsoftonline.com/3e1c9d2a-54b7-4b0e-9a64-7f0d8c1b2a33/v2.0',
    tid: '3e1c9d2a-54b7-4b0e-9a64-7f0d8c1b2a33',
    oid: uuid(random),
    sub: random.hex(43),
    ver: '2.0',
    uti: random.hex(22),
    name,
    email,
    preferred_username: username,
    groups,
    roles,
    orgs,
    wids: ['b79fbf4d-3ef9-4689-8143-76b194e85509'],
  }),
  userInfo: claims({ sub: random.hex(43), name, email }),
});

/** The ID token is thin; the rest is in userinfo. */
const okta: Provider = ({ username, name, email, groups, roles, orgs }, random) => {
  const sub = `00u${random.hex(17)}`;
  return {
    idToken: claims({
      sub,
      ver: 1,
      iss: 'https://acme.okta.example',
      aud: '0oa1q7kz3bYw1n2Xa5d7',
      amr: ['pwd', 'mfa'],
      auth_time: issuedAt,
      at_hash: random.hex(22),
    }),
    userInfo: claims({ sub, name, email, email_verified: true, preferred_username: username, groups, roles, orgs }),
  };
};

/** Claims of one's own need a name with a namespace; someone has mended that for `orgs` alone. */
const auth0: Provider = ({ username, name, email, groups, roles, orgs }, random) => ({
  idToken: claims({
    nickname: username.split('.')[0],
    preferred_username: username,
    name,
    email,
    email_verified: true,
    'https://acme.example/groups': groups,
    'https://acme.example/roles': roles,
    orgs,
    iss: 'https://acme.eu.auth0.example/',
    sub: `auth0|${random.hex(24)}`,
    sid: random.hex(12),
  }),
  userInfo: null,
});

const cognito: Provider = ({ username, name, email, groups, roles, orgs }, random) => ({
  idToken: claims({
    sub: uuid(random),
    iss: 'https://cognito-idp.eu-central-1.amazonaws.example/eu-central-1_Ab12Cd34E',
    'cognito:username': username,
    'cognito:groups': groups,
    preferred_username: username,
    token_use: 'id',
    name,
    email,
    email_verified: true,
    roles,
    orgs,
  }),
  userInfo: claims({ sub: uuid(random), email, email_verified: 'true', username }),
});

export const providers = { keycloak, entra, okta, auth0, cognito } as const;
export type ProviderName = keyof typeof providers;
