import { type IdentityProvider, providerOfIssuer } from './identityProvider.ts';

/** What `CODER_OIDC_SCOPES` has to be, where the provider refuses a scope. */
export interface ScopeAdvice {
  /** The scope that it refuses, if the message names it. */
  readonly scope: string | undefined;
  readonly provider: IdentityProvider | undefined;
  /** The value of `CODER_OIDC_SCOPES`. */
  readonly scopes: string;
}

const usual = 'openid,profile,email';

/** The scopes that a login needs at each provider so that groups can be sent. */
const scopesOf: Readonly<Record<IdentityProvider, string>> = {
  Keycloak: `${usual},offline_access`,
  'Microsoft Entra ID': `${usual},offline_access,GroupMember.Read.All`,
  Okta: `${usual},groups,offline_access`,
  Auth0: `${usual},offline_access`,
  Google: usual,
  GitLab: usual,
  'Amazon Cognito': usual,
  ADFS: `${usual},allatclaims`,
  Zitadel: `${usual},offline_access`,
  OneLogin: `${usual},groups`,
  JumpCloud: usual,
  Ping: usual,
  authentik: `${usual},offline_access`,
  Dex: `${usual},groups,offline_access`,
  WSO2: `${usual},groups`,
};

/** The ways in which providers say that a scope is none of theirs; the first group is the scope, where it is named. */
const messages: readonly { readonly pattern: RegExp; readonly provider?: IdentityProvider }[] = [
  {
    pattern: /asked for scope\s+["'‘“]?([^\s"'’”]+)["'’”]?\s+that (?:doesn['’]?t|does not) exist/i,
    provider: 'Microsoft Entra ID',
  },
  { pattern: /AADSTS(?:650053|70011)\b/, provider: 'Microsoft Entra ID' },
  { pattern: /One or more scopes are not configured/i, provider: 'Okta' },
  { pattern: /Some requested scopes were invalid[^[]*(?:\[[^\]]*\][^[]*)?invalid=\[([^\],]*)/i, provider: 'Google' },
  { pattern: /Invalid scopes:((?:\s+\S+)+)/i, provider: 'Keycloak' },
  { pattern: /requested scope is invalid, unknown, or malformed/i },
  { pattern: /Unrecognized scope\(s\)\s*\[?"?([^\s"\]]+)/i, provider: 'Dex' },
  { pattern: /\binvalid_scope\b/i },
];

/** Recognises the message of a provider that refuses a scope, also in the middle of an address or a page. */
export function adviseScopes(text: string): ScopeAdvice | undefined {
  const part = text.slice(0, 20_000);
  const readable = part.replaceAll(/%27/gi, "'").replaceAll(/(?:%20|\+)/g, ' ');
  const found = messages.find(({ pattern }) => pattern.test(readable));
  if (!found) return undefined;
  const named = found.pattern.exec(readable)?.[1]?.trim();
  const scope = named === undefined || /\s/.test(named) || named === '' ? undefined : named;
  const issuer = /https?:\/\/[^\s"'<>?&]+/g;
  const provider =
    found.provider ?? (readable.match(issuer) ?? []).map(providerOfIssuer).find((name) => name !== undefined);
  const scopes = provider === undefined ? usual : scopesOf[provider];
  const kept = scopes.split(',').filter((one) => one !== scope);
  return { scope, provider, scopes: kept.join(',') };
}
