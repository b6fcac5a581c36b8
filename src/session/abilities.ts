import type { Organization } from '../api/organizations.ts';
import type { OrganizationPermission, Permissions, SitePermission } from '../api/permissions.ts';

/** What a permission is about: one organization, or everything. */
export type Realm = Pick<Organization, 'name' | 'displayName'> | 'deployment';

/** Why somebody may not do something. */
export type Cause =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'missing-permission'; readonly permission: PermissionName; readonly of: Realm }
  | { readonly kind: 'not-entitled'; readonly feature: string }
  | { readonly kind: 'unknown-organization'; readonly name: string }
  /** The server's flags decide, until the settings are saved for the first time. */
  | { readonly kind: 'server-flags' }
  /** The server has no such route. `older`: it has others of the enterprise code. */
  | { readonly kind: 'missing-route'; readonly build: 'older' | 'without-enterprise' };

/** Whether the signed-in person may do something, and if not, why. */
export type Ability = { readonly granted: true } | { readonly granted: false; readonly cause: Cause };

export const granted: Ability = { granted: true };

/** A permission that can be asked about. */
export type PermissionName = SitePermission | OrganizationPermission;

/**
 * Has the person this permission?
 *
 * @param permissions answers of `permissionsQuery` about the same organization, or about the deployment
 * @param of the organization, or the deployment
 */
export function ability(permission: PermissionName, permissions: Permissions, of: Realm): Ability {
  if (permissions.get(permission)) return granted;
  return { granted: false, cause: { kind: 'missing-permission', permission, of } };
}

/**
 * May the person read or update sync settings?
 *
 * @param of the organization (group and role sync), or the deployment (organization sync)
 */
export function syncAbility(action: 'read' | 'update', permissions: Permissions, of: Realm): Ability {
  const scope = of === 'deployment' ? 'OrganizationSync' : 'Sync';
  return ability(`${action}${scope}`, permissions, of);
}
