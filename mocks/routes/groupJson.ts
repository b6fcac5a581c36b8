import { mayDo, type Subject } from '../authorization/Subject.ts';
import type { Group, State, User } from '../state/State.ts';
import { reducedUserJson } from './userJson.ts';

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
