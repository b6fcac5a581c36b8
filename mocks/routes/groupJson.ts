import { mayDo, type Subject } from '../authorization/Subject.ts';
import type { Group, Organization, State, User } from '../state/State.ts';
import { reducedUserJson } from './userJson.ts';

/** The group that has the organization's id, and all of its members. */
export function everyoneGroup(organization: Organization): Group {
  return {
    id: organization.id,
    organizationId: organization.id,
    name: 'Everyone',
    displayName: '',
    avatarUrl: '',
    quotaAllowance: 0,
    source: 'user',
  };
}

export function isEveryone(group: Group): boolean {
  return group.id === group.organizationId;
}

/** All groups of the organizations that still exist, "Everyone" among them. */
export function allGroups(state: State): readonly Group[] {
  const organizations = Array.from(state.organizations.values()).filter(({ deleted }) => !deleted);
  const groups = Array.from(state.groups.values()).filter(
    ({ organizationId }) => !state.organizations.get(organizationId)?.deleted,
  );
  return [...groups, ...organizations.map(everyoneGroup)];
}

export function findGroup(state: State, id: string): Group | undefined {
  const organization = state.organizations.get(id);
  return state.groups.get(id) ?? (organization && everyoneGroup(organization));
}

/** Group id → members, by user name as the database gives them. Each call reads all users once. */
export function groupMembers(state: State): ReadonlyMap<string, readonly User[]> {
  const members = new Map<string, User[]>();
  for (const user of state.users.values()) {
    for (const id of [...user.groupIds, ...user.memberships.map(({ organizationId }) => organizationId)]) {
      const list = members.get(id);
      if (list) list.push(user);
      else members.set(id, [user]);
    }
  }
  return members;
}

/** Mirrors `coderd/database/modelmethods.go` Group.RBACObject: members of a group can read it. */
export function mayReadGroup(subject: Subject, group: Group): boolean {
  return mayDo(subject, 'read', {
    type: 'group',
    organizationId: group.organizationId,
    readableByGroups: [group.id],
  });
}

/** Only those members whom the caller may see, whatever the count says. */
export function visibleMembers(subject: Subject, group: Group, members: readonly User[]): readonly User[] {
  const { organizationId } = group;
  if (mayDo(subject, 'read', { type: 'group_member', organizationId })) return members;
  return members.filter(({ id }) => mayDo(subject, 'read', { type: 'group_member', organizationId, ownerId: id }));
}

/** `codersdk.Group`. */
export function groupJson(state: State, group: Group, members: readonly User[], totalCount: number): object {
  const organization = state.organizations.get(group.organizationId);
  return {
    id: group.id,
    name: group.name,
    display_name: group.displayName,
    organization_id: group.organizationId,
    members: members.map(reducedUserJson),
    total_member_count: totalCount,
    avatar_url: group.avatarUrl,
    quota_allowance: group.quotaAllowance,
    source: group.source,
    organization_name: organization?.name ?? '',
    organization_display_name: organization?.displayName ?? '',
  };
}
