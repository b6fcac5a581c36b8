import { type ClaimError, type Claims, readClaim } from './claims.ts';
import type { OrganizationId, SyncSettings } from './settings.ts';
import type { TargetOutcome, ValueTrace } from './trace.ts';

/** What organization sync does to one person. */
export interface OrganizationPlan {
  readonly enabled: boolean;
  /** The claim can't be read: unlike in the other syncs, the whole login fails. */
  readonly error?: ClaimError;
  readonly claimPresent: boolean;
  /** The default organization is given by the switch, without a row. */
  readonly assignedDefault?: OrganizationId;
  /** Asked for, but deleted or never there. */
  readonly missing: readonly OrganizationId[];
  readonly added: readonly OrganizationId[];
  readonly kept: readonly OrganizationId[];
  readonly removed: readonly OrganizationId[];
  readonly trace: readonly ValueTrace[];
}

/** Organization sync made ready for many people. */
export interface CompiledOrganizationSync {
  readonly settings: SyncSettings;
  readonly defaultId: OrganizationId | undefined;
  readonly outcomeOf: (id: OrganizationId) => TargetOutcome;
}

interface KnownOrganization {
  readonly id: OrganizationId;
  readonly isDefault: boolean;
  readonly deleted: boolean;
}

/** Prepares organization sync of a deployment. */
export function compileOrganizationSync(
  settings: SyncSettings,
  organizations: readonly KnownOrganization[],
): CompiledOrganizationSync {
  const deletedById = new Map(organizations.map(({ id, deleted }) => [id, deleted]));
  return {
    settings,
    defaultId: organizations.find(({ isDefault }) => isDefault)?.id,
    outcomeOf: (id) => {
      const deleted = deletedById.get(id);
      if (deleted === undefined) return 'unknown';
      return deleted ? 'deleted' : 'given';
    },
  };
}

/**
 * Plans organization sync for one person. Without a field nothing happens at all, also not by *Assign Default
 * Organization*; with one, whoever isn't mapped leaves every organization that they are in.
 *
 * Mirrors `coderd/idpsync/organization.go` SyncOrganizations.
 */
export function planOrganizations(
  { settings, defaultId, outcomeOf }: CompiledOrganizationSync,
  claims: Claims,
  currentIds: readonly OrganizationId[],
): OrganizationPlan {
  const untouched = { missing: [], added: [], removed: [], trace: [], kept: currentIds };
  if (settings.field === '') return { ...untouched, enabled: false, claimPresent: false };
  const { present, values } = readClaim(claims, settings.field);
  if (!values.ok) return { ...untouched, enabled: true, claimPresent: present, error: values.error };

  const asked = new Set<OrganizationId>();
  const assigned = settings.assignDefault && defaultId !== undefined ? { assignedDefault: defaultId } : {};
  if (assigned.assignedDefault !== undefined) asked.add(assigned.assignedDefault);
  const trace = values.value.map((value): ValueTrace => {
    const row = settings.mapping.get(value);
    if (!row) return { value, reason: 'unmapped', targets: [] };
    for (const id of row) asked.add(id);
    const targets = row.map((target) => ({ target, outcome: outcomeOf(target) }));
    return { value, reason: row.length > 0 ? 'mapped' : 'mapped-to-nothing', row: value, targets };
  });
  const wanted = [...asked].filter((id) => outcomeOf(id) === 'given');
  const held = new Set(currentIds);
  const kept = new Set(wanted.filter((id) => held.has(id)));
  return {
    enabled: true,
    claimPresent: present,
    ...assigned,
    missing: [...asked].filter((id) => outcomeOf(id) !== 'given'),
    added: wanted.filter((id) => !held.has(id)),
    kept: [...kept],
    removed: [...held].filter((id) => !kept.has(id)),
    trace,
  };
}
