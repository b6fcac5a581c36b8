import type { ServerFlag } from '../../../api/serverFlags.ts';
import type { SecondaryClaims } from '../../../domain/claims.ts';
import type { LoginFlags } from '../../../domain/planLogin.ts';
import type { Mapping } from '../../../domain/settings.ts';

/** The server flags that decide about a login. */
export interface PreviewFlags extends LoginFlags {
  readonly secondary: SecondaryClaims['source'];
  readonly ignoreEmailVerified: boolean;
}

/** What a server runs with if nobody sets anything. */
export const defaultFlags: PreviewFlags = {
  secondary: 'user_info',
  ignoreEmailVerified: false,
  groupField: '',
  allowList: [],
  siteRoleField: '',
  siteRoleMapping: new Map(),
  siteRoleDefaults: [],
};

/** Takes the flags that decide out of all that the deployment tells. */
export function previewFlags(flags: readonly ServerFlag[]): PreviewFlags {
  const settingOf = (env: string) => flags.find(({ flag }) => flag.env === env)?.value;
  const text = (env: string) => textOf(settingOf(env));
  const isOn = (env: string) => settingOf(env) === true;
  const list = (env: string) => listOf(settingOf(env));
  const reads = isOn('ACCESS_TOKEN_CLAIMS') ? 'access_token' : isOn('IGNORE_USERINFO') ? 'none' : 'user_info';
  // A server that asks for the scope "groups" takes that for the claim, too.
  const impliedField = list('SCOPES').includes('groups') ? 'groups' : '';
  return {
    secondary: reads,
    ignoreEmailVerified: isOn('IGNORE_EMAIL_VERIFIED'),
    groupField: text('GROUP_FIELD') || impliedField,
    allowList: list('ALLOWED_GROUPS'),
    siteRoleField: text('USER_ROLE_FIELD'),
    siteRoleMapping: mappingOf(settingOf('USER_ROLE_MAPPING')),
    siteRoleDefaults: list('USER_ROLE_DEFAULT'),
  };
}

type Value = ServerFlag['value'] | undefined;

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
