import { emptySettings, type Mapping, type SyncSettings } from '../../src/domain/settings.ts';
import type { State, StoredGroupSync, StoredMapping, StoredOrganizationSync, StoredRoleSync } from './State.ts';

const unset: StoredGroupSync = {
  field: '',
  mapping: null,
  regexFilter: null,
  autoCreateMissing: false,
  legacyNameMapping: new Map(),
};

/**
 * Group sync of an organization; until the first write the default organization takes its own from server flags.
 *
 * Mirrors `coderd/idpsync/group.go` GroupSyncSettings.
 */
export function loadGroupSync(state: State, organizationId: string): StoredGroupSync {
  const stored = state.groupSync.get(organizationId);
  if (stored) return stored;
  const { flags } = state.deployment;
  if (!state.organizations.get(organizationId)?.isDefault || flags.groupField === '') return unset;
  return {
    field: flags.groupField,
    mapping: null,
    regexFilter: flags.groupRegexFilter,
    autoCreateMissing: flags.groupAutoCreate,
    legacyNameMapping: flags.groupMapping,
  };
}

/** Mirrors `coderd/idpsync/role.go` RoleSyncSettings. */
export function loadRoleSync(state: State, organizationId: string): StoredRoleSync {
  return state.roleSync.get(organizationId) ?? { field: '', mapping: null };
}

/** Mirrors `coderd/idpsync/organization.go` OrganizationSyncSettings. */
export function loadOrganizationSync(state: State): StoredOrganizationSync {
  const { flags } = state.deployment;
  return (
    state.organizationSync ?? {
      field: flags.organizationField,
      mapping: flags.organizationMapping,
      assignDefault: flags.organizationAssignDefault,
    }
  );
}

/** The row's text in the database holds `{}` for a nil mapping. */
export function asStored<T extends { readonly mapping: StoredMapping }>(settings: T): T {
  return { ...settings, mapping: settings.mapping ?? new Map() };
}

function engineMapping(mapping: StoredMapping): Mapping {
  return new Map(Array.from(mapping ?? [], ([value, targets]) => [value, targets ?? []]));
}

/** The same settings, as the engine of the product takes them. */
export function engineSettings(stored: Partial<StoredGroupSync & StoredOrganizationSync>): SyncSettings {
  return { ...emptySettings, ...stored, mapping: engineMapping(stored.mapping ?? null) };
}
