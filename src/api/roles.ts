import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { OrganizationId, RoleName } from '../domain/settings.ts';
import { keys } from './keys.ts';
import type { RolePermission } from './organizations.ts';
import { request } from './request.ts';

/** What a custom role is: it reaches as far as its organization. */
export interface RoleFields {
  readonly name: RoleName;
  readonly displayName: string;
  readonly permissions: readonly RolePermission[];
}

function path(organizationId: OrganizationId): string {
  return `/organizations/${organizationId}/members/roles`;
}

/** The server answers with the one role, whatever its API reference says. */
const savedRole = z.object({ name: z.string() });

function save(method: 'POST' | 'PUT', organizationId: OrganizationId, fields: RoleFields): Promise<{ name: RoleName }> {
  const { name, displayName, permissions } = fields;
  const body = {
    name,
    display_name: displayName,
    site_permissions: [],
    user_permissions: [],
    organization_permissions: permissions.map(({ negate, resource, action }) => ({
      negate,
      resource_type: resource,
      action,
    })),
    organization_member_permissions: [],
  };
  return request(savedRole, path(organizationId), { method, body });
}

/**
 * Makes a custom role.
 *
 * @returns its name as stored: in lower case
 * @throws ApiError 400 for the name or for permissions that one lacks, 403 without the feature, 404 without the right
 */
export function createRole(organizationId: OrganizationId, fields: RoleFields): Promise<{ name: RoleName }> {
  return save('POST', organizationId, fields);
}

/** Changes a custom role; its name stays. @throws ApiError as {@link createRole} */
export function updateRole(organizationId: OrganizationId, fields: RoleFields): Promise<{ name: RoleName }> {
  return save('PUT', organizationId, fields);
}

/** Deletes a custom role and takes it from its people. Rows of a mapping that name it stay, and give nothing. */
export async function deleteRole(organizationId: OrganizationId, name: RoleName): Promise<void> {
  await request(z.undefined(), `${path(organizationId)}/${encodeURIComponent(name)}`, { method: 'DELETE' });
}

const answers = z.record(z.string(), z.boolean());

/**
 * Which permissions of an organization the person has, and so can put into a role, as `resource:action`.
 *
 * @param resources resource type → actions
 */
export function grantableQuery(organizationId: OrganizationId, resources: ReadonlyMap<string, readonly string[]>) {
  return queryOptions({
    queryKey: keys.grantable(organizationId),
    queryFn: async ({ signal }): Promise<ReadonlySet<string>> => {
      const checks = [...resources].flatMap(([resource, actions]) =>
        actions.map((action) => [
          `${resource}:${action}`,
          { object: { resource_type: resource, organization_id: organizationId }, action },
        ]),
      );
      const body = { checks: Object.fromEntries(checks) };
      const answer = await request(answers, '/authcheck', { method: 'POST', body, signal });
      return new Set(Object.keys(answer).filter((name) => answer[name] === true));
    },
    staleTime: 60_000,
  });
}
