import { organizationRoles, siteRoles } from '../authorization/builtInRoles.ts';
import { customRoleKey, type Membership, type State, type User } from '../state/State.ts';

const displayNames = new Map([...siteRoles, ...organizationRoles].map(({ name, displayName }) => [name, displayName]));

function siteRole(name: string): object {
  return { name, display_name: displayNames.get(name) ?? '' };
}

/** `codersdk.ReducedUser`, as in the members of a group. */
export function reducedUserJson(user: User): object {
  return {
    id: user.id,
    username: user.username,
    name: user.name || undefined,
    avatar_url: user.avatarUrl || undefined,
    email: user.email,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    last_seen_at: user.lastSeenAt,
    status: user.status,
    login_type: user.loginType,
  };
}

/** `codersdk.User`: site roles only, and not the implied `member`. */
export function userJson(user: User): object {
  return {
    ...reducedUserJson(user),
    organization_ids: user.memberships.map(({ organizationId }) => organizationId),
    roles: user.siteRoles.map(siteRole),
    has_ai_seat: false,
  };
}

/** `codersdk.OrganizationMemberWithUserData`. */
export function memberJson(state: State, user: User, membership: Membership): object {
  const { organizationId } = membership;
  return {
    user_id: user.id,
    organization_id: organizationId,
    created_at: membership.createdAt,
    updated_at: membership.updatedAt,
    roles: membership.roles.map((name) => ({
      name,
      display_name:
        displayNames.get(name) ?? state.customRoles.get(customRoleKey(organizationId, name))?.displayName ?? '',
      organization_id: organizationId,
    })),
    username: user.username,
    name: user.name || undefined,
    avatar_url: user.avatarUrl || undefined,
    email: user.email,
    status: user.status,
    login_type: user.loginType,
    last_seen_at: user.lastSeenAt,
    user_created_at: user.createdAt,
    user_updated_at: user.updatedAt,
    global_roles: user.siteRoles.map(siteRole),
    has_ai_seat: false,
  };
}
