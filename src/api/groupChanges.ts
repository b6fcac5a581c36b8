import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { shownName } from '../domain/shownName.ts';
import { type Group, groupSchema } from './groups.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { listOf } from './wire.ts';

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
  return request(groupSchema, `/organizations/${organizationId}/groups`, { method: 'POST', body: onWire(fields) });
}

/** Changes a group's fields. @throws ApiError 400 with validations, 409 if the name is taken */
export function updateGroup(id: string, fields: GroupFields): Promise<Group> {
  return request(groupSchema, `/groups/${id}`, { method: 'PATCH', body: onWire(fields) });
}

/** Puts people into a group and takes others out. @throws ApiError 412 if somebody isn't a member of the organization */
export function changeGroupMembers(id: string, add: readonly string[], remove: readonly string[]): Promise<Group> {
  return request(groupSchema, `/groups/${id}`, { method: 'PATCH', body: { add_users: add, remove_users: remove } });
}

/** Deletes a group. Rows of a mapping that name it stay, and give nothing. */
export async function deleteGroup(id: string): Promise<void> {
  await request(z.object({ message: z.string() }), `/groups/${id}`, { method: 'DELETE' });
}
