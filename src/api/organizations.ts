import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { shownName } from '../domain/shownName.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { listOf } from './wire.ts';

const organization = z.pipe(
  z.object({
    id: z.string(),
    name: z.string(),
    display_name: z.string(),
    is_default: z.boolean(),
    default_org_member_roles: z.optional(listOf(z.string())),
  }),
  z.transform((wire) => ({
    id: wire.id,
    name: wire.name,
    displayName: shownName(wire.display_name || wire.name),
    isDefault: wire.is_default,
    defaultMemberRoles: wire.default_org_member_roles ?? [],
  })),
);

export type Organization = z.infer<typeof organization>;

const collator = new Intl.Collator(undefined, { numeric: true });

/** Every organization that the person may read, sorted by display name. */
export const organizationsQuery = queryOptions({
  queryKey: keys.organizations,
  queryFn: async ({ signal }) => {
    const organizations = await request(listOf(organization), '/organizations', { signal });
    return organizations.toSorted((a, b) => collator.compare(a.displayName, b.displayName));
  },
  staleTime: 60_000,
});

const permission = z.pipe(
  z.object({ negate: z.boolean(), resource_type: z.string(), action: z.string() }),
  z.transform((wire) => ({ negate: wire.negate, resource: wire.resource_type, action: wire.action })),
);
const permissions = z.optional(listOf(permission));

/** One thing that a role lets its people do, or with `negate` keeps them from doing. `*` is all of them. */
export type RolePermission = z.infer<typeof permission>;

const roles = listOf(
  z.pipe(
    z.object({
      name: z.string(),
      display_name: z.string(),
      built_in: z.boolean(),
      assignable: z.boolean(),
      site_permissions: permissions,
      user_permissions: permissions,
      organization_permissions: permissions,
      organization_member_permissions: permissions,
    }),
    z.transform((wire) => ({
      name: wire.name,
      displayName: shownName(wire.display_name || wire.name),
      /** As stored: the name stands in for an empty one in `displayName`. */
      ownDisplayName: wire.display_name,
      builtIn: wire.built_in,
      assignable: wire.assignable,
      /** Lets its people change the sync settings of the organization. */
      updatesSync: (wire.organization_permissions ?? []).some(
        ({ negate, resource, action }) =>
          !negate && ['idpsync_settings', '*'].includes(resource) && ['update', '*'].includes(action),
      ),
      /** By reach: everywhere, on what one owns, in the organization, on what one owns there. */
      permissions: {
        site: wire.site_permissions ?? [],
        user: wire.user_permissions ?? [],
        organization: wire.organization_permissions ?? [],
        member: wire.organization_member_permissions ?? [],
      },
    })),
  ),
);

/** A role of an organization. Mappings store its `name`. */
export type Role = z.infer<typeof roles>[number];

/** Built-in and custom roles of an organization, sorted by display name. */
export function rolesQuery(organizationId: string) {
  return queryOptions({
    queryKey: keys.roles(organizationId),
    queryFn: async ({ signal }) => {
      const list = await request(roles, `/organizations/${organizationId}/members/roles`, { signal });
      return list.toSorted((a, b) => collator.compare(a.displayName, b.displayName));
    },
    staleTime: 60_000,
  });
}
