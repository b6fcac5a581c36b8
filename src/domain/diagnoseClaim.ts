import { type Claims, parseClaimValues } from './claims.ts';
import type { Paste } from './Paste.ts';

/**
 * Something about a sync and its claim that surprises people, or that they should mend. Codes are stable: people look
 * them up.
 */
export type ClaimFinding =
  /** `near`: claims that could be meant; `inside`: claims that hold the name one level down, where nothing is read. */
  | { readonly code: 'missing-key'; readonly near: readonly string[]; readonly inside: readonly string[] }
  | { readonly code: 'entra-overage' }
  | { readonly code: 'object-shape'; readonly near: readonly string[] }
  | { readonly code: 'bool-or-number'; readonly near: readonly string[] }
  /** Logins carry the claim, and no value of it can be read: from the API alone it can't be told why. */
  | { readonly code: 'no-values'; readonly near: readonly string[] }
  | { readonly code: 'non-string-element'; readonly index: number; readonly type: string }
  /** `sample`: a value with a comma, where it was seen among others and may also be part of a list. */
  | { readonly code: 'csv-string'; readonly sample?: string }
  | { readonly code: 'single-dn'; readonly sample?: string }
  | { readonly code: 'other-delimiter'; readonly delimiter: string; readonly sample?: string }
  | { readonly code: 'leading-slash'; readonly sample: string }
  | { readonly code: 'keycloak-roles-as-groups'; readonly sample: string }
  | { readonly code: 'guid-values' }
  | { readonly code: 'source-conflict' }
  | { readonly code: 'only-in-userinfo' }
  | { readonly code: 'only-in-access-token' }
  /** `near`: the row or name that the value would match. */
  | { readonly code: 'case-or-space'; readonly value: string; readonly near: string; readonly count: number }
  | { readonly code: 'role-fallthrough'; readonly values: readonly string[] }
  | { readonly code: 'regex-kills-row'; readonly rows: readonly string[] }
  | { readonly code: 'unknown-target'; readonly rows: readonly string[] }
  | { readonly code: 'foreign-target'; readonly rows: readonly string[] }
  /** Seen values that have no row, and give nothing. */
  | { readonly code: 'unmapped-values'; readonly count: number; readonly of: number; readonly sample: string }
  | { readonly code: 'email-not-verified' };

export type FindingCode = ClaimFinding['code'];

/**
 * Looks at the claim that a sync reads, in what was pasted.
 *
 * @param field name of the claim; nothing is found for an empty one
 */
export function diagnoseClaim(field: string, { claims, token, sources }: Paste): readonly ClaimFinding[] {
  const findings: ClaimFinding[] = [];
  if (claims.get('email_verified') === false) findings.push({ code: 'email-not-verified' });
  if (field === '') return findings;
  if (sources?.accessToken?.has(field) && !sources.idToken?.has(field) && !sources.userInfo?.has(field)) {
    return [...findings, { code: 'only-in-access-token' }];
  }
  if (!claims.has(field)) {
    if (hasOverage(claims)) findings.push({ code: 'entra-overage' });
    findings.push({ code: 'missing-key', near: nearNames(field, claims), inside: holdersOf(field, claims) });
    return findings;
  }
  findings.push(...diagnoseValue(claims.get(field), () => nearNames(field, claims)));
  if (token === 'access') findings.push({ code: 'only-in-access-token' });
  if (sources?.userInfo?.has(field)) {
    if (!sources.idToken?.has(field)) findings.push({ code: 'only-in-userinfo' });
    else if (JSON.stringify(sources.idToken.get(field)) !== JSON.stringify(sources.userInfo.get(field))) {
      findings.push({ code: 'source-conflict' });
    }
  }
  return findings;
}

function diagnoseValue(value: unknown, near: () => readonly string[]): readonly ClaimFinding[] {
  const parsed = parseClaimValues(value);
  if (!parsed.ok) {
    switch (parsed.error.code) {
      case 'csv_string':
        return [{ code: isDistinguishedName(String(value)) ? 'single-dn' : 'csv-string' }];
      case 'element_not_string': {
        const element = Array.isArray(value) ? value[parsed.error.index] : undefined;
        return [{ code: 'non-string-element', index: parsed.error.index, type: typeName(element) }];
      }
      case 'not_string_array':
        return [{ code: typeof value === 'object' ? 'object-shape' : 'bool-or-number', near: near() }];
    }
  }
  const findings: ClaimFinding[] = [];
  if (typeof value === 'string') {
    const delimiter = delimiterOf(value);
    if (delimiter !== undefined) findings.push({ code: 'other-delimiter', delimiter });
  }
  return [...findings, ...diagnoseValues(parsed.value)];
}

const keycloakRole = /^(?:default-roles-.+|uma_authorization|offline_access)$/;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What values tell by themselves, wherever they come from. */
export function diagnoseValues(values: readonly string[]): readonly ClaimFinding[] {
  const findings: ClaimFinding[] = [];
  const path = values.find((value) => value.startsWith('/'));
  if (path !== undefined) findings.push({ code: 'leading-slash', sample: path });
  const role = values.find((value) => keycloakRole.test(value));
  if (role !== undefined) findings.push({ code: 'keycloak-roles-as-groups', sample: role });
  if (values.length > 0 && values.every((value) => guid.test(value))) findings.push({ code: 'guid-values' });
  return findings;
}

/** One name as a directory writes it: `CN=eng,OU=groups,DC=corp`. */
export function isDistinguishedName(value: string): boolean {
  return /^(?:cn|uid|ou|dc)=[^,]*,/i.test(value);
}

/** What a text separates its parts by, other than commas. */
export function delimiterOf(value: string): string | undefined {
  return /[;|]/.exec(value)?.[0];
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Entra ID leaves groups out above 200 and names an address to ask instead. */
function hasOverage(claims: Claims): boolean {
  const elsewhere = claims.get('_claim_names');
  return (
    claims.has('hasgroups') ||
    (typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, 'groups'))
  );
}

const usualNames = [
  'groups',
  'Groups',
  'group',
  'memberOf',
  'roles',
  'role',
  'cognito:groups',
  'groups_direct',
  'organizations',
  'Organizations',
  'organization',
  'orgs',
];
const nearLimit = 5;

/** Claims that are there, can be read, and could be meant, the likeliest first. */
function nearNames(field: string, claims: Claims): readonly string[] {
  const names = [...claims.keys()].filter((name) => {
    const value = claims.get(name);
    return name !== field && (parseClaimValues(value).ok || Array.isArray(value));
  });
  return nearFieldNames(field, names);
}

/** Of the names, those that could be meant by `field`, the likeliest first. */
export function nearFieldNames(field: string, names: readonly string[]): readonly string[] {
  const folded = field.trim().toLowerCase();
  const known = new Set(names);
  const near = [
    ...names.filter((name) => name.trim().toLowerCase() === folded),
    ...names.filter((name) => name.toLowerCase().endsWith(`/${folded}`)),
    ...usualNames.filter((name) => known.has(name)),
    ...names.filter((name) => /[/:.](?:groups|roles)$/i.test(name)),
  ];
  return [...new Set(near)].filter((name) => name !== field).slice(0, nearLimit);
}

/** Claims with the field one level down: `realm_access` for `realm_access.roles`, and for `roles`. */
function holdersOf(field: string, claims: Claims): readonly string[] {
  const last = field.slice(field.lastIndexOf('.') + 1);
  const holders = [...claims].filter(
    ([name, value]) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      (Object.hasOwn(value, field) || (field.startsWith(`${name}.`) && Object.hasOwn(value, last))),
  );
  return holders.map(([name]) => name).slice(0, nearLimit);
}
