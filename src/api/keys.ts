import type { OrganizationId, SyncKind } from '../domain/settings.ts';

/** The one tree of query keys. What is below a key is invalidated with it. */
export const keys = {
  buildInfo: ['build-info'],
  authMethods: ['auth-methods'],
  signOut: ['sign-out'],
  /** Everything that belongs to the signed-in person; dropped at sign-out. */
  session: ['session'],
  me: ['session', 'me'],
  ownClaims: ['session', 'own-claims'],
  /** Of each organization, and of the deployment. */
  permissions: ['session', 'abilities'],
  serverFlags: ['session', 'deployment-config', 'flags'],
  abilities: (organization: OrganizationId | undefined) => ['session', 'abilities', organization ?? 'site'],
  /** Kept in the browser, not by the deployment. */
  claimTests: ['session', 'claim-tests'],
  entitlements: ['session', 'entitlements'],
  organizations: ['session', 'organizations'],
  organization: (id: OrganizationId) => ['session', 'organization', id],
  groups: (id: OrganizationId) => ['session', 'organization', id, 'groups'],
  group: (id: string) => ['session', 'group', id],
  groupMembers: (id: string, search: string, limit: number) => ['session', 'group', id, 'members', search, limit],
  allGroupsById: ['session', 'groups-by-id'],
  groupsById: (ids: readonly string[]) => ['session', 'groups-by-id', ids],
  roles: (id: OrganizationId) => ['session', 'organization', id, 'roles'],
  grantable: (id: OrganizationId) => ['session', 'organization', id, 'grantable'],
  memberCount: (id: OrganizationId) => ['session', 'organization', id, 'member-count'],
  members: (id: OrganizationId, search: string) => ['session', 'organization', id, 'members', search],
  readableSync: ['session', 'readable-sync'],
  userRoles: (user: string) => ['session', 'user-roles', user],
  personGroups: (id: OrganizationId, user: string) => ['session', 'organization', id, 'person', user],
  users: (search: string) => ['session', 'users', search],
  debugLink: (user: string) => ['session', 'debug-link', user],
  settings: (scope: SettingsScope) => ['session', 'settings', scope.kind, scope.organizationId ?? 'deployment'],
  syncState: (scope: SettingsScope) => ['session', 'sync-state', scope.kind, scope.organizationId ?? 'deployment'],
  lastChanges: (kind: SyncKind) => ['session', 'audit', kind, 'last-changes'],
  audit: (scope: SettingsScope) => ['session', 'audit', scope.kind, scope.organizationId ?? 'deployment'],
  lastChange: (scope: SettingsScope) => [
    'session',
    'audit',
    scope.kind,
    scope.organizationId ?? 'deployment',
    'last-change',
  ],
  claimFields: (organization: OrganizationId | undefined) => ['session', 'claim-fields', organization ?? 'deployment'],
  claimValues: (organization: OrganizationId | undefined, field: string) => [
    'session',
    'claim-values',
    organization ?? 'deployment',
    field,
  ],
} as const;

/** Which settings: group and role sync belong to an organization, organization sync to the deployment. */
export type SettingsScope =
  | { readonly kind: Exclude<SyncKind, 'organization'>; readonly organizationId: OrganizationId }
  | { readonly kind: 'organization'; readonly organizationId?: undefined };
