import type { EmailFlags } from '../domain/checkEmail.ts';
import type { SecondaryClaims } from '../domain/claims.ts';
import type { FlagValue } from '../domain/flags/oidcFlags.ts';
import type { LoginFlags } from '../domain/planLogin.ts';
import type { Mapping } from '../domain/settings.ts';
import type { ServerFlag } from './serverFlags.ts';

/** The server flags that decide about a login. */
export interface PreviewFlags extends LoginFlags, EmailFlags {
  readonly secondary: SecondaryClaims['source'];
}

/** Values of server flags, by environment variable without `CODER_OIDC_`. */
export type FlagValues = ReadonlyMap<string, FlagValue>;

/** Takes the flags that decide out of all that the deployment tells. */
export function previewFlags(flags: readonly ServerFlag[]): PreviewFlags {
  return flagsOfValues(new Map(flags.map(({ flag, value }) => [flag.env, value])));
}

/** What the server makes of flags; those that nobody sets are as a server has them by itself. */
export function flagsOfValues(values: FlagValues): PreviewFlags {
  const text = (env: string) => textOf(values.get(env));
  const isOn = (env: string) => values.get(env) === true;
  const list = (env: string) => listOf(values.get(env));
  const reads = isOn('ACCESS_TOKEN_CLAIMS') ? 'access_token' : isOn('IGNORE_USERINFO') ? 'none' : 'user_info';
  // A server that asks for the scope "groups" takes that for the claim, too.
  const impliedField = list('SCOPES').includes('groups') ? 'groups' : '';
  return {
    secondary: reads,
    ignoreEmailVerified: isOn('IGNORE_EMAIL_VERIFIED'),
    emailDomains: list('EMAIL_DOMAIN'),
    emailField: text('EMAIL_FIELD') || 'email',
    groupField: text('GROUP_FIELD') || impliedField,
    allowList: list('ALLOWED_GROUPS'),
    siteRoleField: text('USER_ROLE_FIELD'),
    siteRoleMapping: mappingOf(values.get('USER_ROLE_MAPPING')),
    siteRoleDefaults: list('USER_ROLE_DEFAULT'),
  };
}

/** What a server runs with if nobody sets anything. */
export const defaultFlags: PreviewFlags = flagsOfValues(new Map());

type Value = FlagValue | undefined;

function textOf(value: Value): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: Value): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function mappingOf(value: Value): Mapping {
  if (!(value instanceof Map)) return new Map();
  const rows = new Map<string, readonly string[]>();
  for (const [key, targets] of value) rows.set(String(key), Array.isArray(targets) ? targets.map(String) : []);
  return rows;
}
