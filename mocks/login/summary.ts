import type { Group, State, User } from '../state/State.ts';

/** What a login has changed, in names: groups and roles as `organization/name`. */
export function summary(state: State, before: User, after: User, createdGroups: readonly Group[]): object {
  const created = createdGroups.map(({ id }) => id);
  const groups = change(
    groupNames(state, before.groupIds),
    groupNames(
      state,
      after.groupIds.filter((id) => !created.includes(id)),
    ),
  );
  return {
    organizations: change(organizationNames(state, before), organizationNames(state, after)),
    groups: { ...groups, created: groupNames(state, created) },
    roles: change(roleNames(state, before), roleNames(state, after)),
    site_roles: change(before.siteRoles, after.siteRoles),
  };
}

function change(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((name) => !before.includes(name)),
    removed: before.filter((name) => !after.includes(name)),
  };
}

function organizationName(state: State, id: string): string {
  return state.organizations.get(id)?.name ?? id;
}

function organizationNames(state: State, { memberships }: User): readonly string[] {
  return memberships.map(({ organizationId }) => organizationName(state, organizationId));
}

function groupNames(state: State, ids: readonly string[]): readonly string[] {
  return ids.map((id) => {
    const group = state.groups.get(id);
    return group ? `${organizationName(state, group.organizationId)}/${group.name}` : id;
  });
}

function roleNames(state: State, { memberships }: User): readonly string[] {
  return memberships.flatMap(({ organizationId, roles }) =>
    roles.map((role) => `${organizationName(state, organizationId)}/${role}`),
  );
}
