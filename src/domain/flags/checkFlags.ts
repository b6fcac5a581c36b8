import { compileFilter } from '../goRegex.ts';
import { isEmptyValue, isMap } from './flagText.ts';
import type { FlagValue } from './oidcFlags.ts';

/** Identity providers whose habits are known. */
export type OidcProvider = 'other' | 'keycloak' | 'entra' | 'okta' | 'google' | 'adfs';

/** Something about the flags that a person should know before a server is started with them. */
export interface FlagFinding {
  /** Below `CODER_OIDC_`. */
  readonly env: string;
  readonly tone: 'error' | 'warning' | 'info';
  readonly message: string;
}

type Flags = ReadonlyMap<string, FlagValue>;

const siteRoles = ['owner', 'user-admin', 'template-admin', 'auditor', 'member'];

/** Holds server flags against each other and against what the identity provider is known to do. */
export function checkFlags(flags: Flags, provider: OidcProvider): readonly FlagFinding[] {
  return [
    ...checkScopes(flags, provider),
    ...checkGroups(flags),
    ...checkSiteRoles(flags),
    ...checkSources(flags, provider),
  ];
}

function textOf(flags: Flags, env: string): string {
  const value = flags.get(env);
  return typeof value === 'string' ? value : '';
}

function listOf(flags: Flags, env: string): readonly string[] {
  const value = flags.get(env);
  return value === undefined || typeof value === 'string' || typeof value === 'boolean' || isMap(value) ? [] : value;
}

function isOn(flags: Flags, env: string): boolean {
  return flags.get(env) === true;
}

function checkScopes(flags: Flags, provider: OidcProvider): readonly FlagFinding[] {
  const scopes = listOf(flags, 'SCOPES');
  const found: FlagFinding[] = [];
  const say = (tone: FlagFinding['tone'], message: string) => found.push({ env: 'SCOPES', tone, message });
  if (!scopes.includes('openid')) say('error', 'Without openid there is no ID token, and no login.');
  if (!scopes.includes('email') && textOf(flags, 'EMAIL_FIELD') !== '') {
    say('warning', 'Without email most providers send no address, and Coder refuses the login.');
  }
  if (scopes.some((scope) => /\s/.test(scope))) say('error', 'A scope holds a space: scopes are separated by commas.');
  const wantsGroups = readsGroups(flags);
  if (provider === 'entra' && scopes.includes('groups')) {
    say('error', 'Entra has no scope groups and refuses the login. Leave it out, or ask for GroupMember.Read.All.');
  }
  if (provider === 'google' && wantsGroups) {
    say('warning', 'Google sends no groups at all, whatever is asked for. Use another claim.');
  }
  if (provider === 'google' && scopes.includes('groups'))
    say('error', 'Google has no scope groups and refuses the login.');
  if (provider === 'okta' && wantsGroups && !scopes.includes('groups')) {
    say('warning', 'Okta sends groups only if the scope groups is asked for.');
  }
  if (provider === 'keycloak' && !scopes.includes('offline_access')) {
    say('info', 'With offline_access Keycloak gives refresh tokens, and sessions outlive its own.');
  }
  return found;
}

function readsGroups(flags: Flags): boolean {
  return (
    textOf(flags, 'GROUP_FIELD') !== '' ||
    listOf(flags, 'ALLOWED_GROUPS').length > 0 ||
    listOf(flags, 'SCOPES').includes('groups')
  );
}

function checkGroups(flags: Flags): readonly FlagFinding[] {
  const found: FlagFinding[] = [];
  const field = textOf(flags, 'GROUP_FIELD');
  const readsDefault = listOf(flags, 'SCOPES').includes('groups');
  const allowed = listOf(flags, 'ALLOWED_GROUPS');
  if (allowed.length > 0 && field === '') {
    found.push(
      readsDefault
        ? {
            env: 'ALLOWED_GROUPS',
            tone: 'info',
            message: 'The allow list reads the claim groups, because the scopes have groups.',
          }
        : {
            env: 'ALLOWED_GROUPS',
            tone: 'error',
            message: 'The server doesn’t start: the allow list has no claim to read. Set the group claim.',
          },
    );
  }
  if (field === '' && !readsDefault) {
    for (const env of ['GROUP_MAPPING', 'GROUP_AUTO_CREATE']) {
      const value = flags.get(env);
      if (value !== undefined && !isEmptyValue(value)) {
        found.push({ env, tone: 'warning', message: 'Has no effect without a group claim.' });
      }
    }
  }
  const filter = compileFilter(textOf(flags, 'GROUP_REGEX_FILTER'));
  if (!filter.ok)
    found.push({ env: 'GROUP_REGEX_FILTER', tone: 'error', message: `The server doesn’t start: ${filter.error}` });
  return found;
}

function checkSiteRoles(flags: Flags): readonly FlagFinding[] {
  const found: FlagFinding[] = [];
  const field = textOf(flags, 'USER_ROLE_FIELD');
  const mapping = flags.get('USER_ROLE_MAPPING');
  const targets = mapping !== undefined && isMap(mapping) ? [...mapping.values()].flat() : [];
  const defaults = listOf(flags, 'USER_ROLE_DEFAULT');
  const unknown = [...new Set([...targets, ...defaults])].filter((role) => !siteRoles.includes(role));
  if (unknown.length > 0) {
    found.push({
      env: targets.some((role) => unknown.includes(role)) ? 'USER_ROLE_MAPPING' : 'USER_ROLE_DEFAULT',
      tone: 'warning',
      message: `No site role is called ${unknown.join(', ')}. There are ${siteRoles.slice(0, 4).join(', ')}.`,
    });
  }
  if (field === '') {
    if (targets.length > 0)
      found.push({ env: 'USER_ROLE_MAPPING', tone: 'warning', message: 'Has no effect without a site role claim.' });
    if (defaults.length > 0)
      found.push({ env: 'USER_ROLE_DEFAULT', tone: 'warning', message: 'Has no effect without a site role claim.' });
    return found;
  }
  found.push({
    env: 'USER_ROLE_FIELD',
    tone: 'warning',
    message:
      'At each login the claim replaces all site roles. Whoever doesn’t carry it loses them, Owners too; a claim that can’t be read stops the login.',
  });
  if (![...targets, ...defaults].includes('owner')) {
    found.push({
      env: 'USER_ROLE_MAPPING',
      tone: 'info',
      message: 'No value is mapped to owner: only the claim value owner itself makes one.',
    });
  }
  return found;
}

function checkSources(flags: Flags, provider: OidcProvider): readonly FlagFinding[] {
  const found: FlagFinding[] = [];
  if (isOn(flags, 'ACCESS_TOKEN_CLAIMS') && !isOn(flags, 'IGNORE_USERINFO')) {
    found.push({
      env: 'ACCESS_TOKEN_CLAIMS',
      tone: 'warning',
      message: 'Only counts together with Ignore userinfo: as it is, userinfo is read.',
    });
  }
  if (provider === 'adfs' && !isOn(flags, 'IGNORE_USERINFO')) {
    found.push({
      env: 'IGNORE_USERINFO',
      tone: 'warning',
      message: 'The userinfo of ADFS holds nothing but sub: ignore it.',
    });
  }
  if (provider === 'okta' && isOn(flags, 'IGNORE_USERINFO')) {
    found.push({
      env: 'IGNORE_USERINFO',
      tone: 'warning',
      message: 'Okta’s own authorization server may send groups in userinfo alone.',
    });
  }
  return found;
}
