import { type Claims, parseClaimValues } from './claims.ts';
import type { Paste } from './readPaste.ts';

/** Something about the claim of one sync that surprises people, or that they should mend at the IdP. Codes are stable. */
export type ClaimFinding =
  /** `near`: claims that could be meant; `inside`: claims that hold the name one level down, where nothing is read. */
  | { readonly code: 'missing-key'; readonly near: readonly string[]; readonly inside: readonly string[] }
  | { readonly code: 'entra-overage' }
  | { readonly code: 'object-shape' }
  | { readonly code: 'bool-or-number' }
  | { readonly code: 'non-string-element'; readonly index: number; readonly type: string }
  | { readonly code: 'csv-string' }
  | { readonly code: 'single-dn' }
  | { readonly code: 'other-delimiter'; readonly delimiter: string }
  | { readonly code: 'leading-slash' }
  | { readonly code: 'keycloak-roles-as-groups' }
  | { readonly code: 'guid-values' }
  | { readonly code: 'source-conflict' }
  | { readonly code: 'only-in-userinfo' }
  | { readonly code: 'only-in-access-token' }
  | { readonly code: 'email-not-verified' };

/**
 * Looks at the claim that a sync reads, in what was pasted.
 *
 * @param field name of the claim; nothing is found for an empty one
 */
export function diagnoseClaim(field: string, { claims, token, sources }: Paste): readonly ClaimFinding[] {
  const findings: ClaimFinding[] = [];
  if (claims.get('email_verified') === false) findings.push({ code: 'email-not-verified' });
  if (field === '') return findings;
  if (!claims.has(field)) {
    if (hasOverage(claims)) findings.push({ code: 'entra-overage' });
    findings.push({ code: 'missing-key', near: nearNames(field, claims), inside: holdersOf(field, claims) });
    return findings;
  }
  findings.push(...diagnoseValue(claims.get(field)));
  if (token === 'access') findings.push({ code: 'only-in-access-token' });
  if (sources?.userInfo?.has(field)) {
    if (!sources.idToken?.has(field)) findings.push({ code: 'only-in-userinfo' });
    else if (JSON.stringify(sources.idToken.get(field)) !== JSON.stringify(sources.userInfo.get(field))) {
      findings.push({ code: 'source-conflict' });
    }
  }
  return findings;
}

const distinguishedName = /^(?:cn|uid|ou|dc)=[^,]*,/i;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const keycloakRole = /^(?:default-roles-.+|uma_authorization|offline_access)$/;

function diagnoseValue(value: unknown): readonly ClaimFinding[] {
  const parsed = parseClaimValues(value);
  if (!parsed.ok) {
    switch (parsed.error.code) {
      case 'csv_string':
        return [{ code: distinguishedName.test(String(value)) ? 'single-dn' : 'csv-string' }];
      case 'element_not_string': {
        const element = Array.isArray(value) ? value[parsed.error.index] : undefined;
        return [{ code: 'non-string-element', index: parsed.error.index, type: typeName(element) }];
      }
      case 'not_string_array':
        return [{ code: typeof value === 'object' ? 'object-shape' : 'bool-or-number' }];
    }
  }
  const findings: ClaimFinding[] = [];
  const values = parsed.value;
  if (typeof value === 'string') {
    const delimiter = /[;|]/.exec(value)?.[0];
    if (delimiter !== undefined) findings.push({ code: 'other-delimiter', delimiter });
  }
  if (values.some((one) => one.startsWith('/'))) findings.push({ code: 'leading-slash' });
  if (values.some((one) => keycloakRole.test(one))) findings.push({ code: 'keycloak-roles-as-groups' });
  if (values.length > 0 && values.every((one) => guid.test(one))) findings.push({ code: 'guid-values' });
  return findings;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Entra ID leaves groups out above 200 and names an address to ask instead. */
function hasOverage(claims: Claims): boolean {
  const elsewhere = claims.get('_claim_names');
  return claims.has('hasgroups') || (typeof elsewhere === 'object' && elsewhere !== null && 'groups' in elsewhere);
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

/** Claims that are there and that could be meant, the likeliest first. */
function nearNames(field: string, claims: Claims): readonly string[] {
  const folded = field.trim().toLowerCase();
  const names = [...claims.keys()].filter((name) => parseClaimValues(claims.get(name)).ok || isList(claims.get(name)));
  const near = [
    ...names.filter((name) => name.trim().toLowerCase() === folded),
    ...names.filter((name) => name.toLowerCase().endsWith(`/${folded}`)),
    ...usualNames.filter((name) => names.includes(name)),
    ...names.filter((name) => /[/:.](?:groups|roles)$/i.test(name)),
  ];
  return [...new Set(near)].slice(0, nearLimit);
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
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
