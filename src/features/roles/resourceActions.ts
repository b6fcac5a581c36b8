const crud = ['create', 'read', 'update', 'delete'];
const workspace = [
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

/**
 * What a custom role can let its people do within an organization: resource type → actions. Those of a person alone or
 * of the whole deployment are left out: in a role of an organization they have no effect.
 *
 * Mirrors `coderd/rbac/policy/policy.go` RBACPermissions.
 */
export const resourceActions: ReadonlyMap<string, readonly string[]> = new Map([
  ['assign_org_role', ['assign', 'unassign', ...crud]],
  ['audit_log', ['read']],
  ['connection_log', ['read']],
  ['file', ['create', 'read']],
  ['group', crud],
  ['group_member', ['read']],
  ['idpsync_settings', ['read', 'update']],
  ['organization', ['read', 'update', 'delete']],
  ['organization_member', crud],
  ['prebuilt_workspace', ['update', 'delete']],
  ['provisioner_daemon', crud],
  ['provisioner_jobs', ['create', 'read', 'update']],
  ['task', crud],
  ['template', [...crud, 'use', 'view_insights']],
  ['workspace', workspace],
  ['workspace_dormant', workspace],
]);

const labels: Readonly<Record<string, string>> = {
  assign_org_role: 'Roles of the organization',
  audit_log: 'Audit log',
  connection_log: 'Connection log',
  file: 'Uploaded files',
  group: 'Groups',
  group_member: 'Members of groups',
  idpsync_settings: 'IdP Sync settings',
  organization: 'The organization',
  organization_member: 'Members of the organization',
  prebuilt_workspace: 'Prebuilt workspaces',
  provisioner_daemon: 'Provisioners',
  provisioner_jobs: 'Provisioner jobs',
  task: 'Tasks',
  template: 'Templates',
  user: 'People',
  workspace: 'Workspaces',
  workspace_dormant: 'Dormant workspaces',
  '*': 'Everything',
};

/** What a resource type is called; unknown ones by their own name. */
export function resourceLabel(resource: string): string {
  return labels[resource] ?? resource;
}

/** `create_agent` → `create agent`; `*` → `everything`. */
export function actionLabel(action: string): string {
  return action === '*' ? 'everything' : action.replaceAll('_', ' ');
}
