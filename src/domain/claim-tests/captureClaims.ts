import type { EmailFlags } from '../checkEmail.ts';
import { type Claims, parseClaimValues } from '../claims.ts';
import type { LoginRules } from '../planLogin.ts';

/** What of somebody's claims a test keeps. */
export interface Capture {
  readonly claims: Claims;
  /** Names of the claims that aren't kept, sorted. */
  readonly leftOut: readonly string[];
}

/** Names of the claims that a login reads with these rules. Also where the licence doesn't let a sync run: it may later. */
export function fieldsRead({ flags, organizationSync, groupSync, roleSync }: LoginRules): ReadonlySet<string> {
  const settings = [organizationSync, ...groupSync.values(), ...roleSync.values()];
  const fields = [
    ...settings.map(({ field }) => field),
    flags.siteRoleField,
    flags.allowList.length > 0 ? flags.groupField : '',
  ];
  return new Set(fields.filter((field) => field !== ''));
}

/**
 * Keeps of somebody's claims what a login reads, and nothing else. A claim that isn't read goes, but for its name; of one
 * that is read and can't be understood the form stays, since the server looks no further; of an address that decides the
 * domain stays; `email_verified` stays if it is true or false. A login with what is left comes to the same.
 *
 * @param claims merged, as the server would
 * @param fields see {@link fieldsRead}
 */
export function captureClaims(claims: Claims, fields: ReadonlySet<string>, email: EmailFlags): Capture {
  const kept = new Map<string, unknown>();
  const leftOut: string[] = [];
  for (const [name, value] of claims) {
    const address = withoutPerson(name, claims, email);
    if (fields.has(name)) kept.set(name, withoutUnread(value));
    else if (name === 'email_verified' && typeof value === 'boolean') kept.set(name, value);
    else if (address !== undefined) kept.set(name, address);
    else leftOut.push(name);
  }
  return { claims: kept, leftOut: leftOut.sort() };
}

/** What `checkEmail` reads of a claim that it looks at; undefined for others, and where nothing depends on it. */
function withoutPerson(name: string, claims: Claims, { emailField, emailDomains }: EmailFlags): unknown {
  const value = claims.get(name);
  if (name === emailField) {
    if (typeof value !== 'string') return blank(value);
    return emailDomains.length > 0 ? blankAddress(value) : undefined;
  }
  const isFallback = name === 'preferred_username' && (claims.get(emailField) ?? undefined) === undefined;
  return isFallback && emailDomains.length > 0 && typeof value === 'string' ? blankAddress(value) : undefined;
}

/** Only as much as says which domain it is from, and whether it has the form of an address. */
function blankAddress(text: string): string {
  const at = text.lastIndexOf('@');
  if (at < 0) return '';
  const person = text.slice(0, at);
  return `${person === '' || /[\s@]/.test(person) ? '' : '_'}${text.slice(at)}`;
}

function withoutUnread(value: unknown): unknown {
  const values = parseClaimValues(value);
  if (values.ok) return Array.isArray(value) ? [...values.value] : value;
  switch (values.error.code) {
    case 'csv_string':
      return ',';
    case 'not_string_array':
      return blank(value);
    case 'element_not_string':
      return Array.isArray(value) ? value.map(blank) : blank(value);
  }
}

/** The form of a value that nobody reads. */
function blank(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  switch (typeof value) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return value === null ? null : {};
  }
}
