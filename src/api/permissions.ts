import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { OrganizationId } from '../domain/settings.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';

interface Check {
  readonly object: {
    readonly resource_type: string;
    readonly any_org?: true;
    readonly organization_id?: OrganizationId;
  };
  readonly action: 'read' | 'update' | 'create' | 'delete';
}

/** What can be asked about the whole deployment. */
const siteChecks = {
  readOrganizationSync: { object: { resource_type: 'idpsync_settings' }, action: 'read' },
  updateOrganizationSync: { object: { resource_type: 'idpsync_settings' }, action: 'update' },
  readAnySync: { object: { resource_type: 'idpsync_settings', any_org: true }, action: 'read' },
  readDeploymentConfig: { object: { resource_type: 'deployment_config' }, action: 'read' },
  readDebugInfo: { object: { resource_type: 'debug_info' }, action: 'read' },
  // Not `any_org`: entries of organization sync belong to no organization, and none of its auditors sees them.
  readAuditLog: { object: { resource_type: 'audit_log' }, action: 'read' },
} as const satisfies Record<string, Check>;

/** What can be asked about one organization. */
const organizationChecks = {
  readSync: { resource_type: 'idpsync_settings', action: 'read' },
  updateSync: { resource_type: 'idpsync_settings', action: 'update' },
  readGroups: { resource_type: 'group', action: 'read' },
  createGroups: { resource_type: 'group', action: 'create' },
  updateGroups: { resource_type: 'group', action: 'update' },
  deleteGroups: { resource_type: 'group', action: 'delete' },
  readRoles: { resource_type: 'assign_org_role', action: 'read' },
  createRoles: { resource_type: 'assign_org_role', action: 'create' },
  updateRoles: { resource_type: 'assign_org_role', action: 'update' },
  deleteRoles: { resource_type: 'assign_org_role', action: 'delete' },
  readOrganizationAuditLog: { resource_type: 'audit_log', action: 'read' },
  readMembers: { resource_type: 'organization_member', action: 'read' },
} as const;

export type SitePermission = keyof typeof siteChecks;
export type OrganizationPermission = keyof typeof organizationChecks;
/** Answers of the server. An organization's permissions are there if one was asked about. */
export type Permissions = ReadonlyMap<SitePermission | OrganizationPermission, boolean>;

const answers = z.record(z.string(), z.boolean());

/** Asks once for everything that the pages of one organization, or of the deployment, depend on. */
export function permissionsQuery(organizationId: OrganizationId | undefined) {
  return queryOptions({
    queryKey: keys.abilities(organizationId),
    queryFn: ({ signal }) => askPermissions(organizationId, signal),
    staleTime: 60_000,
  });
}

async function askPermissions(organizationId: OrganizationId | undefined, signal: AbortSignal): Promise<Permissions> {
  const checks = new Map<SitePermission | OrganizationPermission, Check>();
  for (const [name, check] of typedEntries(siteChecks)) checks.set(name, check);
  if (organizationId !== undefined) {
    for (const [name, { resource_type, action }] of typedEntries(organizationChecks)) {
      checks.set(name, { object: { resource_type, organization_id: organizationId }, action });
    }
  }
  const answer = await request(answers, '/authcheck', {
    method: 'POST',
    body: { checks: Object.fromEntries(checks) },
    signal,
  });
  return new Map([...checks.keys()].map((name) => [name, answer[name] === true]));
}

function typedEntries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  const isKey = (key: string): key is K => Object.hasOwn(record, key);
  return Object.keys(record)
    .filter(isKey)
    .map((key) => [key, record[key]]);
}

/** Whose group and role sync settings the person may read, out of many organizations: one question about all of them. */
export function readableSyncQuery(organizationIds: readonly OrganizationId[]) {
  return queryOptions({
    queryKey: [...keys.readableSync, organizationIds],
    queryFn: async ({ signal }): Promise<ReadonlySet<OrganizationId>> => {
      const body = { checks: Object.fromEntries(organizationIds.map((id) => [id, checkOf(id)])) };
      const answer = await request(answers, '/authcheck', { method: 'POST', body, signal });
      return new Set(organizationIds.filter((id) => answer[id] === true));
    },
    staleTime: 60_000,
  });
}

function checkOf(organization_id: OrganizationId): Check {
  return { object: { resource_type: 'idpsync_settings', organization_id }, action: 'read' };
}
