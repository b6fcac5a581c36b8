import type { Claims } from './claims.ts';

/** Signs of an identity provider: in the address of its issuer, or in names of claims that only it uses. */
const signs: readonly { readonly name: string; readonly issuer: RegExp; readonly claim?: RegExp }[] = [
  { name: 'Keycloak', issuer: /\/realms\/[^/]+\/?$/, claim: /^(realm_access|resource_access)$/ },
  {
    name: 'Microsoft Entra ID',
    issuer: /^https:\/\/(login\.microsoftonline\.|login\.windows\.net|sts\.windows\.net)/,
    claim: /^(hasgroups|wids|_claim_names)$/,
  },
  { name: 'Okta', issuer: /^https:\/\/[^/]*\bokta(preview|-emea)?\./ },
  { name: 'Auth0', issuer: /^https:\/\/[^/]*\bauth0\./ },
  { name: 'Google', issuer: /^(https:\/\/)?accounts\.google\.com/ },
  { name: 'GitLab', issuer: /^https:\/\/[^/]*\bgitlab\b/, claim: /^groups_direct$|^https:\/\/gitlab\.org\/claims\// },
  { name: 'Amazon Cognito', issuer: /^https:\/\/cognito-idp\./, claim: /^cognito:/ },
  { name: 'ADFS', issuer: /\/adfs(\/|$)/, claim: /^winaccountname$/ },
  { name: 'Zitadel', issuer: /^https:\/\/[^/]*\bzitadel\b/, claim: /^urn:zitadel:/ },
  { name: 'OneLogin', issuer: /^https:\/\/[^/]*\bonelogin\./ },
  { name: 'JumpCloud', issuer: /^https:\/\/[^/]*\bjumpcloud\./ },
  { name: 'Ping', issuer: /^https:\/\/[^/]*\bping(one|identity|federate)?\b/ },
  { name: 'authentik', issuer: /\/application\/o\// },
  { name: 'Dex', issuer: /^https?:\/\/dex\b|\/dex\/?$/, claim: /^federated_claims$/ },
];

/** Guesses who issued claims, for a label and for advice. Nothing depends on it. */
export function identityProvider(claims: Claims): string | undefined {
  const issuer = claims.get('iss');
  if (typeof issuer === 'string') {
    const byIssuer = signs.find((sign) => sign.issuer.test(issuer));
    if (byIssuer) return byIssuer.name;
  }
  const names = [...claims.keys()];
  return signs.find(({ claim }) => claim && names.some((name) => claim.test(name)))?.name;
}
