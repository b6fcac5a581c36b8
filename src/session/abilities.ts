import type { Organization } from '../api/organizations.ts';
import type { OrganizationPermission, Permissions, SitePermission } from '../api/permissions.ts';
import type { SyncKind } from '../domain/settings.ts';

/** What a permission is about: one organization, or everything. */
export type Realm = Pick<Organization, 'name' | 'displayName'> | 'deployment';

/** Why somebody may not do something. */
export type Cause =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'missing-permission'; readonly action: 'read' | 'update'; readonly of: Realm }
  | { readonly kind: 'not-entitled'; readonly feature: string }
  | { readonly kind: 'unknown-organization'; readonly name: string };

/** Whether the signed-in person may do something, and if not, why. */
export type Ability = { readonly granted: true } | { readonly granted: false; readonly cause: Cause };

export const granted: Ability = { granted: true };

function denied(cause: Cause): Ability {
  return { granted: false, cause };
}

const permissionNames = {
  site: { read: 'readOrganizationSync', update: 'updateOrganizationSync' },
  organization: { read: 'readSync', update: 'updateSync' },
} as const satisfies Record<string, Record<'read' | 'update', SitePermission | OrganizationPermission>>;

/**
 * May the person read or update sync settings?
 *
 * @param permissions answers of `permissionsQuery` about the same organization, or about the deployment
 * @param of the organization (group and role sync), or the deployment (organization sync)
 */
export function syncAbility(action: 'read' | 'update', permissions: Permissions, of: Realm): Ability {
  const names = permissionNames[of === 'deployment' ? 'site' : 'organization'];
  return permissions.get(names[action]) ? granted : denied({ kind: 'missing-permission', action, of });
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
    case 'missing-permission':
      return permissionWords(cause.action, cause.of);
    case 'not-entitled':
      return {
        title: 'Not in this deployment’s licence',
        detail: `It needs the feature ${cause.feature}. An Owner can change the licence.`,
      };
    case 'unknown-organization':
      return {
        title: `No organization “${cause.name}”`,
        detail: 'It doesn’t exist, or you are not a member of it. An Owner can see every organization.',
      };
  }
}

function permissionWords(action: 'read' | 'update', of: Realm): CauseWords {
  const deployment = of === 'deployment';
  const what = deployment ? 'organization sync of the deployment' : `the sync settings of ${of.displayName}`;
  const helpers = deployment
    ? 'an Owner or User Admin'
    : `an Owner or User Admin, or an Organization Admin or Organization User Admin of ${of.displayName}`;
  return {
    title: action === 'read' ? `You can’t see ${what}` : `You can’t change ${what}`,
    detail: `This needs the permission idpsync_settings:${action}. You can ask ${helpers}.`,
  };
}

const features: Readonly<Record<SyncKind, string>> = {
  group: 'template_rbac',
  role: 'user_role_management',
  organization: 'multiple_organizations',
};

/** What to say where settings can be edited but the licence doesn't let them run (`enterprise/coderd/enidpsync`). */
export function notEntitledWords(kind: SyncKind): string {
  return `Saved, but not applied at login until the deployment’s licence has the feature ${features[kind]}.`;
}
