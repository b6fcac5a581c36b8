import { type Claims, parseClaimValues } from '../claims.ts';
import type { LoginRules } from '../planLogin.ts';

/** What of somebody's claims a test keeps. */
export interface Capture {
  readonly claims: Claims;
  /** Names of the claims that aren't kept, sorted. */
  readonly leftOut: readonly string[];
}

const decidesLogin = 'email_verified';

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
 * that is read and can't be understood the form stays, since the server looks no further; `email_verified` stays if
 * it is true or false. A login with what is left comes to the same.
 *
 * @param claims merged, as the server would
 * @param fields see {@link fieldsRead}
 */
export function captureClaims(claims: Claims, fields: ReadonlySet<string>): Capture {
  const kept = new Map<string, unknown>();
  const leftOut: string[] = [];
  for (const [name, value] of claims) {
    if (fields.has(name)) kept.set(name, withoutUnread(value));
    else if (name === decidesLogin && typeof value === 'boolean') kept.set(name, value);
    else leftOut.push(name);
  }
  return { claims: kept, leftOut: leftOut.sort() };
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
