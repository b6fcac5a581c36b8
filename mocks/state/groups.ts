import type { Group, Organization, State, User } from './State.ts';

/** The group that has the organization's id, and all of its members. */
function everyoneGroup(organization: Organization): Group {
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

/** Group id → members, in no order. Each call reads all users once. */
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
