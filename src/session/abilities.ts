import type { Organization } from '../api/organizations.ts';
import type { OrganizationPermission, Permissions, SitePermission } from '../api/permissions.ts';
import type { SyncKind } from '../domain/settings.ts';
import { shownName } from '../domain/shownName.ts';

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

interface Need {
  /** As the API names it. */
  readonly permission: string;
  /** What can't be done without it. */
  readonly what: (place: string) => string;
  readonly who: (place: string) => string;
}

const siteAdmins = 'an Owner or User Admin';
const orgAdmins = (place: string) => `${siteAdmins}, or an Organization Admin or Organization User Admin of ${place}`;

/** What each permission is for, and who has it and can help (`coderd/rbac/roles.go`). */
const needs = {
  readOrganizationSync: {
    permission: 'idpsync_settings:read',
    what: () => 'see organization sync of the deployment',
    who: () => siteAdmins,
  },
  updateOrganizationSync: {
    permission: 'idpsync_settings:update',
    what: () => 'change organization sync of the deployment',
    who: () => siteAdmins,
  },
  readSync: {
    permission: 'idpsync_settings:read',
    what: (place) => `see the sync settings of ${place}`,
    who: orgAdmins,
  },
  updateSync: {
    permission: 'idpsync_settings:update',
    what: (place) => `change the sync settings of ${place}`,
    who: orgAdmins,
  },
  readAuditLog: {
    permission: 'audit_log:read',
    what: () => 'read this history',
    who: () => 'an Owner or Auditor. Nobody else sees changes of organization sync',
  },
  readOrganizationAuditLog: {
    permission: 'audit_log:read',
    what: () => 'read this history',
    who: (place) =>
      `an Owner or Auditor, or an Organization Admin or Organization Auditor of ${place}. A User Admin doesn’t have it`,
  },
  readGroups: {
    permission: 'group:read',
    what: (place) => `see every group of ${place}`,
    who: orgAdmins,
  },
  updateGroups: {
    permission: 'group:update',
    what: (place) => `change the groups of ${place}`,
    who: orgAdmins,
  },
  updateRoles: {
    permission: 'assign_org_role:update',
    what: (place) => `change the custom roles of ${place}`,
    who: (place) => `an Owner, or an Organization Admin of ${place}`,
  },
  readDebugInfo: {
    permission: 'debug_info:read',
    what: () => 'load the claims of other people',
    who: () => 'an Owner',
  },
} as const satisfies Partial<Record<SitePermission | OrganizationPermission, Need>>;

/** A permission that the product has words for. */
export type PermissionName = keyof typeof needs;

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

/** Words for a cause: what is the matter, and who can help. */
export interface CauseWords {
  readonly title: string;
  readonly detail: string;
}

/** Says why something is not allowed and who can change that. */
export function causeWords(cause: Cause): CauseWords {
  switch (cause.kind) {
    case 'signed-out':
      return { title: 'You are signed out', detail: 'Sign in to go on. What you have edited is kept.' };
    case 'missing-permission': {
      const { permission, what, who } = needs[cause.permission];
      const place = cause.of === 'deployment' ? 'the deployment' : cause.of.displayName;
      return {
        title: `You can’t ${what(place)}`,
        detail: `This needs the permission ${permission}. You can ask ${who(place)}.`,
      };
    }
    case 'not-entitled':
      return {
        title: 'Not in this deployment’s licence',
        detail: `It needs the feature ${cause.feature}. An Owner can change the licence.`,
      };
    case 'unknown-organization':
      return {
        title: `No organization “${shownName(cause.name)}”`,
        detail: 'It doesn’t exist, or you are not a member of it. An Owner can see every organization.',
      };
    case 'server-flags':
      return {
        title: 'Managed by the server’s flags until first saved',
        detail:
          'Nobody has saved these settings yet: what you see is what the server was started with (CODER_OIDC_GROUP_FIELD ' +
          'and others). The first save stores all of it, and from then on the flags are ignored here.',
      };
    case 'missing-route':
      return cause.build === 'older'
        ? {
            title: 'This deployment’s Coder is too old for this page',
            detail: 'Its version has no such settings. An Owner can upgrade the deployment.',
          }
        : {
            title: 'This build of Coder has no IdP sync',
            detail:
              'The deployment runs a build without the enterprise code, which IdP sync is part of. An Owner can install ' +
              'the regular build; its settings can be edited without a licence, and are applied with one.',
          };
  }
}

const features: Readonly<Record<SyncKind, string>> = {
  group: 'template_rbac',
  role: 'user_role_management',
  organization: 'multiple_organizations',
};

/** What to say where settings can be edited but the licence doesn't let them run (`enterprise/coderd/enidpsync`). */
export function notEntitledWords(kind: SyncKind): string {
  return (
    `Saved, but not applied at login until the deployment’s licence has the feature ${features[kind]}. ` +
    'An Owner can change the licence.'
  );
}
