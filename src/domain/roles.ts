import { type ClaimError, type Claims, readClaim } from './claims.ts';
import type { Mapping, RoleName } from './settings.ts';
import type { TargetOutcome, ValueTrace } from './trace.ts';

/** A system role that exists, but that sync may not assign: a login that asks for it fails. */
export const serviceAccountRole: RoleName = 'organization-service-account';

/** What role sync, of one organization or site-wide, does to one person. */
export interface RolePlan {
  readonly enabled: boolean;
  /** The claim can't be read. Organization: roles stay as they are. Site-wide: the login fails. */
  readonly error?: ClaimError;
  readonly claimPresent: boolean;
  /** Asked for, but no role of this name exists here. Sorted. */
  readonly ignored: readonly RoleName[];
  readonly added: readonly RoleName[];
  readonly kept: readonly RoleName[];
  readonly removed: readonly RoleName[];
  /** Asked for and not assignable by sync: the whole login fails. */
  readonly refused: readonly RoleName[];
  readonly trace: readonly ValueTrace[];
}

/** A role sync made ready for many people. */
export interface CompiledRoleSync {
  readonly field: string;
  readonly mapping: Mapping;
  readonly implied: ReadonlySet<RoleName>;
  readonly always: readonly RoleName[];
  readonly resolve: (value: string) => ValueTrace;
  readonly outcomeOf: (role: RoleName) => TargetOutcome;
}

/** What {@link compileRoleSync} needs to know about where the roles are. */
export interface RoleScope {
  /** Names of the roles that exist. */
  readonly roles: Iterable<RoleName>;
  /** Roles that everybody has without being given them. They are outside of what is added and removed. */
  readonly implied?: Iterable<RoleName>;
  /** Roles that everybody is given, whatever the claim says (`CODER_OIDC_USER_ROLE_DEFAULT`). */
  readonly always?: readonly RoleName[];
  /** Roles that exist, but that sync may not assign. By default those of an organization; site-wide there are none. */
  readonly refused?: readonly RoleName[];
}

/**
 * Prepares the role sync of one organization, or the site-wide one of the server flags.
 *
 * Mirrors `coderd/idpsync/role.go` SyncRoles and `enterprise/coderd/enidpsync/role.go`.
 */
export function compileRoleSync(
  settings: { readonly field: string; readonly mapping: Mapping },
  scope: RoleScope,
): CompiledRoleSync {
  const roles = new Set(scope.roles);
  const implied = new Set(scope.implied ?? []);
  const refused = new Set(scope.refused ?? [serviceAccountRole]);
  const outcomeOf = (role: RoleName): TargetOutcome => {
    if (implied.has(role)) return 'implied';
    if (refused.has(role)) return 'refused';
    return roles.has(role) ? 'given' : 'unknown';
  };
  const resolve = (value: string): ValueTrace => {
    const row = settings.mapping.get(value);
    if (row) {
      const targets = row.map((target) => ({ target, outcome: outcomeOf(target) }));
      return { value, reason: row.length > 0 ? 'mapped' : 'mapped-to-nothing', row: value, targets };
    }
    const outcome = outcomeOf(value);
    return outcome === 'unknown'
      ? { value, reason: 'unmapped', targets: [] }
      : { value, reason: 'passed-through', targets: [{ target: value, outcome }] };
  };
  return { field: settings.field, mapping: settings.mapping, implied, always: scope.always ?? [], resolve, outcomeOf };
}

/**
 * Plans one role sync for one person: everything explicit that the claim doesn't ask for is removed.
 *
 * @param currentRoles explicit roles of the person; implied ones may be in or out
 */
export function planRoles(sync: CompiledRoleSync, claims: Claims, currentRoles: readonly RoleName[]): RolePlan {
  const untouched = { ignored: [], added: [], removed: [], refused: [], trace: [] };
  if (sync.field === '') return { ...untouched, enabled: false, claimPresent: false, kept: currentRoles };
  const { present, values } = readClaim(claims, sync.field);
  if (!values.ok)
    return { ...untouched, enabled: true, claimPresent: present, error: values.error, kept: currentRoles };

  const trace = values.value.map(sync.resolve);
  const wanted = new Set<RoleName>();
  const ignored = new Set<RoleName>();
  const refused = new Set<RoleName>();
  const ask = (role: RoleName, outcome: TargetOutcome) => {
    if (outcome === 'given') wanted.add(role);
    else if (outcome === 'unknown') ignored.add(role);
    else if (outcome === 'refused') refused.add(role);
  };
  for (const role of sync.always) ask(role, sync.outcomeOf(role));
  for (const step of trace) {
    if (step.reason === 'unmapped') ignored.add(step.value);
    for (const { target, outcome } of step.targets) ask(target, outcome);
  }
  const held = new Set(currentRoles.filter((role) => !sync.implied.has(role)));
  return {
    enabled: true,
    claimPresent: present,
    ignored: [...ignored].sort(),
    added: [...wanted].filter((role) => !held.has(role)),
    kept: [...wanted].filter((role) => held.has(role)),
    removed: [...held].filter((role) => !wanted.has(role)),
    refused: [...refused],
    trace,
  };
}
