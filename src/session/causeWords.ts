import type { SyncKind } from '../domain/settings.ts';
import { shownName } from '../domain/shownName.ts';
import type { Cause, PermissionName } from './abilities.ts';

interface Need {
  /** As the API names it. */
  readonly permission: string;
  /** What can't be done without it. */
  readonly what: (place: string) => string;
  readonly who: (place: string) => string;
}

const siteAdmins = 'an Owner or User Admin';
const orgAdmins = (place: string) => `${siteAdmins}, or an Organization Admin or Organization User Admin of ${place}`;

const roleAdmins = (place: string) => `an Owner, or an Organization Admin of ${place}`;

/** What each permission is for, and who has it and can help (`coderd/rbac/roles.go`). */
const needs: Readonly<Record<PermissionName, Need>> = {
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
    who: roleAdmins,
  },
  readDebugInfo: {
    permission: 'debug_info:read',
    what: () => 'load the claims of other people',
    who: () => 'an Owner',
  },
  readAnySync: {
    permission: 'idpsync_settings:read',
    what: () => 'see the sync settings of any organization',
    who: () => `${siteAdmins}, or an Organization Admin or Organization User Admin`,
  },
  readDeploymentConfig: {
    permission: 'deployment_config:read',
    what: () => 'see the server’s flags',
    who: () => 'an Owner or Auditor',
  },
  createGroups: { permission: 'group:create', what: (place) => `create groups in ${place}`, who: orgAdmins },
  deleteGroups: { permission: 'group:delete', what: (place) => `delete groups of ${place}`, who: orgAdmins },
  readRoles: { permission: 'assign_org_role:read', what: (place) => `see the roles of ${place}`, who: orgAdmins },
  createRoles: {
    permission: 'assign_org_role:create',
    what: (place) => `create custom roles in ${place}`,
    who: roleAdmins,
  },
  deleteRoles: {
    permission: 'assign_org_role:delete',
    what: (place) => `delete custom roles of ${place}`,
    who: roleAdmins,
  },
  readMembers: {
    permission: 'organization_member:read',
    what: (place) => `see the members of ${place}`,
    who: orgAdmins,
  },
};

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
