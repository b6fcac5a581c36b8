import type { Permission } from '../state/State.ts';
import { allPermissionsExcept, crud, permissions, resourceActions, workspaceActions } from './permissions.ts';

/** A role's permissions by reach: everywhere, on what one owns, in one organization, on what one owns there. */
export interface RolePermissions {
  readonly name: string;
  readonly displayName: string;
  readonly site: readonly Permission[];
  readonly user: readonly Permission[];
  readonly organization: readonly Permission[];
  readonly member: readonly Permission[];
}

const dormantActions = workspaceActions.filter(
  (action) => !['ssh', 'application_connect', 'start', 'share'].includes(action),
);

function role(name: string, displayName: string, reach: Partial<RolePermissions>): RolePermissions {
  return { name, displayName, site: [], user: [], organization: [], member: [], ...reach };
}

const readPeople = { group: ['read'], group_member: ['read'], organization: ['read'], organization_member: ['read'] };

/** Everybody has it, and no list shows it. */
export const memberRole = role('member', 'Member', {
  site: permissions({ assign_role: ['read'], oauth2_app: ['read'], workspace_proxy: ['read'] }),
  user: [
    ...allPermissionsExcept('workspace_dormant', 'prebuilt_workspace', 'workspace', 'user', 'organization_member'),
    ...permissions({ user: ['read', 'read_personal', 'update_personal'] }),
  ],
});

/** Every member of an organization has it there, and no list shows it. */
export const organizationMemberRole = role('organization-member', '', {
  organization: permissions({ assign_org_role: ['read'], organization: ['read'] }),
  member: permissions({ organization_member: ['read'], group_member: ['read'] }),
});

/** Site-wide roles. Mirrors `coderd/rbac/roles.go` ReloadBuiltinRoles. */
export const siteRoles: readonly RolePermissions[] = [
  role('owner', 'Owner', {
    site: [
      ...allPermissionsExcept('workspace_dormant', 'prebuilt_workspace', 'workspace', 'user_secret'),
      ...permissions({
        workspace: workspaceActions,
        workspace_dormant: dormantActions,
        prebuilt_workspace: ['update', 'delete'],
      }),
    ],
  }),
  role('auditor', 'Auditor', {
    site: permissions({
      assign_org_role: ['read'],
      audit_log: ['read'],
      connection_log: ['read'],
      template: ['read', 'view_insights'],
      user: ['read'],
      ...readPeople,
      deployment_stats: ['read'],
      deployment_config: ['read'],
    }),
  }),
  role('template-admin', 'Template Admin', {
    site: permissions({
      assign_org_role: ['read'],
      template: resourceActions.get('template') ?? [],
      file: ['create', 'read'],
      workspace: ['read'],
      workspace_dormant: ['read'],
      prebuilt_workspace: ['update', 'delete'],
      provisioner_daemon: crud,
      user: ['read'],
      ...readPeople,
    }),
  }),
  role('user-admin', 'User Admin', {
    site: permissions({
      assign_role: ['assign', 'unassign', 'read'],
      assign_org_role: ['assign', 'unassign', 'read'],
      user: [...crud, 'update_personal', 'read_personal'],
      group: crud,
      group_member: ['read'],
      organization: ['read'],
      organization_member: crud,
      idpsync_settings: ['read', 'update'],
    }),
  }),
];

/** Roles within one organization that can be listed and given. */
export const organizationRoles: readonly RolePermissions[] = [
  role('organization-admin', 'Organization Admin', {
    site: permissions({ user: ['read'] }),
    organization: [
      ...allPermissionsExcept('workspace', 'workspace_dormant', 'prebuilt_workspace', 'assign_role', 'user_secret'),
      ...permissions({
        workspace: workspaceActions.filter((action) => action !== 'application_connect' && action !== 'ssh'),
        workspace_dormant: dormantActions,
        prebuilt_workspace: ['update', 'delete'],
      }),
    ],
  }),
  role('organization-auditor', 'Organization Auditor', {
    organization: permissions({
      audit_log: ['read'],
      connection_log: ['read'],
      template: ['read', 'view_insights'],
      ...readPeople,
    }),
  }),
  role('organization-user-admin', 'Organization User Admin', {
    site: permissions({ user: ['read'] }),
    organization: permissions({
      assign_org_role: ['assign', 'unassign', 'read'],
      organization: ['read'],
      organization_member: crud,
      group: crud,
      group_member: ['read'],
      idpsync_settings: ['read', 'update'],
    }),
  }),
  role('organization-template-admin', 'Organization Template Admin', {
    organization: permissions({
      template: resourceActions.get('template') ?? [],
      file: ['create', 'read'],
      workspace: ['read'],
      workspace_dormant: ['read'],
      prebuilt_workspace: ['update', 'delete'],
      ...readPeople,
      provisioner_daemon: crud,
      provisioner_jobs: ['create', 'read', 'update'],
    }),
  }),
  role('organization-workspace-creation-ban', 'Organization Workspace Creation Ban', {
    organization: ['create', 'delete', 'create_agent', 'delete_agent'].map((action) => ({
      negate: true,
      resourceType: 'workspace',
      action,
    })),
  }),
  role('organization-workspace-access', 'Organization Workspace Access', {
    member: permissions({
      workspace: workspaceActions,
      workspace_dormant: dormantActions,
      file: ['create', 'read'],
      provisioner_daemon: ['create', 'read'],
    }),
  }),
  role('agents-access', 'Agents Access', { member: permissions({ task: crud }) }),
];

/** Names that no custom role can have. Mirrors `coderd/rbac/roles.go` ReservedRoleName. */
export const reservedRoleNames: ReadonlySet<string> = new Set([
  'member',
  'organization-member',
  'organization-service-account',
  ...siteRoles.map(({ name }) => name),
  ...organizationRoles.map(({ name }) => name),
]);

const everyOrganizationRole = ['organization-member', ...organizationRoles.map(({ name }) => name), 'custom'];

/** Role that one has → roles that one can give. Mirrors `coderd/rbac/roles.go` assignRoles. */
export const assignableBy: ReadonlyMap<string, readonly string[]> = new Map([
  ['owner', ['member', ...siteRoles.map(({ name }) => name), ...everyOrganizationRole]],
  ['user-admin', ['member', 'organization-member', 'organization-workspace-access', 'agents-access']],
  ['organization-admin', everyOrganizationRole],
  ['organization-user-admin', ['organization-member', 'organization-workspace-access', 'agents-access']],
]);
