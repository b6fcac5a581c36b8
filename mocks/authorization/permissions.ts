import type { Permission } from '../state/State.ts';

const crud = ['create', 'read', 'update', 'delete'];
const workspaceActions = [
  ...crud,
  'ssh',
  'application_connect',
  'start',
  'stop',
  'create_agent',
  'delete_agent',
  'update_agent',
  'share',
];

/** Resource type → what can be done with it. Mirrors `coderd/rbac/policy/policy.go` RBACPermissions. */
export const resourceActions: ReadonlyMap<string, readonly string[]> = new Map([
  ['api_key', crud],
  ['assign_org_role', ['assign', 'unassign', ...crud]],
  ['assign_role', ['assign', 'unassign', 'read']],
  ['audit_log', ['create', 'read']],
  ['connection_log', ['read', 'update']],
  ['crypto_key', crud],
  ['debug_info', ['read']],
  ['deployment_config', ['read', 'update']],
  ['deployment_stats', ['read']],
  ['file', ['create', 'read']],
  ['group', crud],
  ['group_member', ['read']],
  ['idpsync_settings', ['read', 'update']],
  ['inbox_notification', ['create', 'read', 'update']],
  ['license', ['create', 'read', 'delete']],
  ['notification_message', crud],
  ['notification_preference', ['read', 'update']],
  ['notification_template', ['read', 'update']],
  ['oauth2_app', crud],
  ['oauth2_app_code_token', ['create', 'read', 'delete']],
  ['oauth2_app_secret', crud],
  ['organization', crud],
  ['organization_member', crud],
  ['prebuilt_workspace', ['update', 'delete']],
  ['provisioner_daemon', crud],
  ['provisioner_jobs', ['create', 'read', 'update']],
  ['replicas', ['read']],
  ['system', crud],
  ['tailnet_coordinator', crud],
  ['task', crud],
  ['template', [...crud, 'use', 'view_insights']],
  ['user', [...crud, 'read_personal', 'update_personal']],
  ['user_secret', crud],
  ['webpush_subscription', ['create', 'read', 'delete']],
  ['workspace', workspaceActions],
  ['workspace_agent_devcontainers', ['create']],
  ['workspace_agent_resource_monitor', ['create', 'read', 'update']],
  ['workspace_dormant', workspaceActions],
  ['workspace_proxy', crud],
]);

/** Mirrors `coderd/rbac/roles.go` Permission.Valid. */
export function isValidPermission({ resourceType, action }: Permission): boolean {
  if (resourceType === '*' || action === '*') return resourceType === '*' || resourceActions.has(resourceType);
  return resourceActions.get(resourceType)?.includes(action) ?? false;
}

/** Resource type → actions, as a list of permissions in a fixed order. */
export function permissions(actions: Readonly<Record<string, readonly string[]>>): readonly Permission[] {
  return Object.entries(actions).flatMap(([resourceType, names]) =>
    names.map((action) => ({ negate: false, resourceType, action })),
  );
}

/** Everything but some resource types. Mirrors `coderd/rbac/roles.go` allPermsExcept. */
export function allPermissionsExcept(...excepted: readonly string[]): readonly Permission[] {
  return Array.from(resourceActions.keys())
    .filter((resourceType) => !excepted.includes(resourceType))
    .map((resourceType) => ({ negate: false, resourceType, action: '*' }));
}

export { crud, workspaceActions };
