import { type Claims, parseClaimValues } from './claims.ts';

/** The identity providers that are known well enough to say how to mend something there. */
export type IdentityProvider =
  | 'Keycloak'
  | 'Microsoft Entra ID'
  | 'Okta'
  | 'Auth0'
  | 'Google'
  | 'GitLab'
  | 'Amazon Cognito'
  | 'ADFS'
  | 'Zitadel'
  | 'OneLogin'
  | 'JumpCloud'
  | 'Ping'
  | 'authentik'
  | 'Dex'
  | 'WSO2';

interface Sign {
  readonly name: IdentityProvider;
  /** In the address of the issuer. */
  readonly issuer: RegExp;
  /** Names of claims that only this provider uses. */
  readonly claim?: RegExp;
  /** How its claims look otherwise. Weaker than the other two. */
  readonly shape?: (claims: Claims) => boolean;
}

const signs: readonly Sign[] = [
  {
    name: 'Keycloak',
    issuer: /\/realms\/[^/]+\/?$/,
    claim: /^(?:realm_access|resource_access)(?:\.|$)/,
    shape: (claims) =>
      strings(claims, 'groups').some((value) => /^\/|^default-roles-/.test(value)) || holdsOrganizations(claims),
  },
  {
    name: 'Microsoft Entra ID',
    issuer: /^https:\/\/(?:login\.microsoftonline\.|login\.windows\.net|sts\.windows\.net)/,
    claim: /^(?:hasgroups|wids|_claim_names)$/,
    shape: (claims) => claims.has('tid') && claims.has('oid'),
  },
  {
    name: 'Okta',
    issuer: /^https:\/\/[^/]*\bokta(?:preview|-emea)?\.|\/oauth2\/(?:default|aus\w{10,})$/,
    shape: (claims) => /^00u[0-9a-zA-Z]{17}$/.test(text(claims, 'sub')),
  },
  {
    name: 'Auth0',
    issuer: /^https:\/\/[^/]*\bauth0\./,
    shape: (claims) => /^(?:auth0|google-oauth2|waad|samlp)\|/.test(text(claims, 'sub')),
  },
  {
    name: 'Google',
    issuer: /^(?:https:\/\/)?accounts\.google\.com/,
    shape: (claims) => text(claims, 'azp').endsWith('.apps.googleusercontent.com'),
  },
  {
    name: 'GitLab',
    issuer: /^https:\/\/[^/]*\bgitlab\b/,
    claim: /^groups_direct$|^https:\/\/gitlab\.org\/claims\//,
    shape: (claims) => /^https:\/\/[^/]*\bgitlab\b/.test(text(claims, 'profile')),
  },
  { name: 'Amazon Cognito', issuer: /^https:\/\/cognito-idp\./, claim: /^cognito:/ },
  { name: 'ADFS', issuer: /\/adfs(?:\/|$)/, claim: /^winaccountname$/ },
  {
    name: 'Zitadel',
    issuer: /^https:\/\/[^/]*\bzitadel\b/,
    claim: /^urn:zitadel:/,
    shape: (claims) => /^\d{17,19}$/.test(text(claims, 'sub')),
  },
  {
    name: 'OneLogin',
    issuer: /^https:\/\/[^/]*\bonelogin\./,
    shape: (claims) => text(claims, 'groups').includes(';'),
  },
  { name: 'authentik', issuer: /\/application\/o\//, claim: /^(?:ak_proxy|goauthentik\.io\/)/ },
  {
    name: 'WSO2',
    issuer: /\/oauth2\/token\/?$|\bwso2\b|\basgardeo\b/,
    shape: (claims) => strings(claims, 'groups').some((value) => /^(?:Internal|Application)\//.test(value)),
  },
  {
    name: 'Ping',
    issuer: /^https:\/\/[^/]*\bping(?:one|identity|federate)?\b/,
    claim: /^(?:pi\.|p1\.)/,
    shape: (claims) => /^(?:cn|uid)=/i.test(text(claims, 'memberOf')),
  },
  { name: 'JumpCloud', issuer: /^https:\/\/[^/]*\bjumpcloud\./, shape: (claims) => claims.has('memberOf') },
  { name: 'Dex', issuer: /^https?:\/\/dex\b|\/dex\/?$/, claim: /^federated_claims$/ },
];

/**
 * Guesses who issued claims: by the issuer's address, else by names of claims, else by how they look. It serves a label
 * and advice; nothing else depends on it.
 */
export function identityProvider(claims: Claims): IdentityProvider | undefined {
  const issuer = text(claims, 'iss');
  const names = [...claims.keys()];
  return (
    providerOfIssuer(issuer) ??
    signs.find(({ claim }) => claim && names.some((name) => claim.test(name)))?.name ??
    signs.find(({ shape }) => shape?.(claims))?.name
  );
}

/** @param issuer `iss`, or `CODER_OIDC_ISSUER_URL` */
export function providerOfIssuer(issuer: string): IdentityProvider | undefined {
  return issuer === '' ? undefined : signs.find((sign) => sign.issuer.test(issuer))?.name;
}

function text(claims: Claims, name: string): string {
  const value = claims.get(name);
  return typeof value === 'string' ? value : '';
}

/** A part of a claim's values is enough to recognise it, or one text that holds a list. */
function strings(claims: Claims, name: string): readonly string[] {
  const value = claims.get(name);
  const parsed = parseClaimValues(Array.isArray(value) ? value.slice(0, 50) : value);
  return parsed.ok ? parsed.value : text(claims, name).split(',');
}

/** `organization` as Keycloak sends it: an object by alias, with an object for each. */
function holdsOrganizations(claims: Claims): boolean {
  const value = claims.get('organization');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const held = Object.values(value);
  return held.length > 0 && held.every((one) => typeof one === 'object' && one !== null);
}
