import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { shownName } from '../domain/shownName.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { listOf } from './wire.ts';

export const groupSchema = z.pipe(
  z.object({
    id: z.string(),
    name: z.string(),
    display_name: z.string(),
    organization_id: z.string(),
    organization_display_name: z.optional(z.string()),
    organization_name: z.optional(z.string()),
    total_member_count: z.number(),
    source: z.string(),
    quota_allowance: z.number(),
  }),
  z.transform((wire) => ({
    id: wire.id,
    name: wire.name,
    displayName: shownName(wire.display_name || wire.name),
    organizationId: wire.organization_id,
    organizationName: shownName(wire.organization_display_name || wire.organization_name || wire.organization_id),
    memberCount: wire.total_member_count,
    /** `user`: made by somebody. `oidc`: made by group sync. */
    source: wire.source,
    /** As stored: the name stands in for an empty one in `displayName`. */
    ownDisplayName: wire.display_name,
    quota: wire.quota_allowance,
  })),
);

export type Group = z.infer<typeof groupSchema>;

const collator = new Intl.Collator(undefined, { numeric: true });

/** Every group of an organization but "Everyone", sorted by display name. */
export function groupsQuery(organizationId: string) {
  return queryOptions({
    queryKey: keys.groups(organizationId),
    queryFn: async ({ signal }) => {
      const groups = await request(listOf(groupSchema), `/organizations/${organizationId}/groups`, { signal });
      return groups
        .filter(({ id }) => id !== organizationId)
        .toSorted((a, b) => collator.compare(a.displayName, b.displayName));
    },
    staleTime: 60_000,
  });
}

/** How many ids go into one request; more would make the address too long for proxies. */
export const groupIdsLimit = 150;

/**
 * Groups by id, of any organization that the person may read. Ids that name nothing (more) are left out.
 *
 * @param ids at most {@link groupIdsLimit}
 */
export function groupsByIdQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: keys.groupsById(ids),
    queryFn: ({ signal }) => request(listOf(groupSchema), '/groups', { query: { group_ids: ids.join(',') }, signal }),
    staleTime: 60_000,
  });
}

/** The groups that a person is in, within one organization. */
export function personGroupsQuery(organizationId: string, userId: string) {
  return queryOptions({
    queryKey: keys.personGroups(organizationId, userId),
    queryFn: ({ signal }) =>
      request(listOf(groupSchema), '/groups', { query: { organization: organizationId, has_member: userId }, signal }),
  });
}
