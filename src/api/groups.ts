import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { shownName } from '../domain/shownName.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { listOf } from './wire.ts';

const group = z.pipe(
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

export type Group = z.infer<typeof group>;

const collator = new Intl.Collator(undefined, { numeric: true });

/** Every group of an organization but "Everyone", sorted by display name. */
export function groupsQuery(organizationId: string) {
  return queryOptions({
    queryKey: keys.groups(organizationId),
    queryFn: async ({ signal }) => {
      const groups = await request(listOf(group), `/organizations/${organizationId}/groups`, { signal });
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
    queryFn: ({ signal }) => request(listOf(group), '/groups', { query: { group_ids: ids.join(',') }, signal }),
    staleTime: 60_000,
  });
}

/** The groups that a person is in, within one organization. */
export function personGroupsQuery(organizationId: string, userId: string) {
  return queryOptions({
    queryKey: keys.personGroups(organizationId, userId),
    queryFn: ({ signal }) =>
      request(listOf(group), '/groups', { query: { organization: organizationId, has_member: userId }, signal }),
  });
}

const member = z.pipe(
  z.object({
    id: z.string(),
    username: z.string(),
    name: z.optional(z.string()),
    email: z.string(),
    login_type: z.string(),
  }),
  z.transform((wire) => ({
    id: wire.id,
    username: wire.username,
    displayName: shownName(wire.name || wire.username),
    email: wire.email,
    loginType: wire.login_type,
  })),
);

const membersPage = z.object({ users: listOf(member), count: z.number() });

/** Somebody in a group. */
export type GroupMember = z.infer<typeof member>;

/**
 * The first members of a group, and how many match.
 *
 * @param search free text; what the server's search language would read as a key or a quote is taken out
 */
export function groupMembersQuery(groupId: string, search: string, limit: number) {
  const q = search.replaceAll(/[:"]/g, ' ').trim();
  return queryOptions({
    queryKey: keys.groupMembers(groupId, q, limit),
    queryFn: ({ signal }) =>
      request(membersPage, `/groups/${groupId}/members`, { query: { q, limit: String(limit) }, signal }),
  });
}

/** What can be said about a group by hand. */
export interface GroupFields {
  readonly name: string;
  readonly displayName: string;
  readonly quota: number;
}

function onWire({ name, displayName, quota }: GroupFields) {
  return { name, display_name: displayName, quota_allowance: quota };
}

/**
 * Makes a group.
 *
 * @throws ApiError 400 with validations, 409 if the name is taken; missing permission shows as a 500
 */
export function createGroup(organizationId: string, fields: GroupFields): Promise<Group> {
  return request(group, `/organizations/${organizationId}/groups`, { method: 'POST', body: onWire(fields) });
}

/** Changes a group's fields. @throws ApiError 400 with validations, 409 if the name is taken */
export function updateGroup(id: string, fields: GroupFields): Promise<Group> {
  return request(group, `/groups/${id}`, { method: 'PATCH', body: onWire(fields) });
}

/** Puts people into a group and takes others out. @throws ApiError 412 if somebody isn't a member of the organization */
export function changeGroupMembers(id: string, add: readonly string[], remove: readonly string[]): Promise<Group> {
  return request(group, `/groups/${id}`, { method: 'PATCH', body: { add_users: add, remove_users: remove } });
}

/** Deletes a group. Rows of a mapping that name it stay, and give nothing. */
export async function deleteGroup(id: string): Promise<void> {
  await request(z.object({ message: z.string() }), `/groups/${id}`, { method: 'DELETE' });
}
