import type { RoleName } from './settings.ts';

/** The role that every member of an organization has. It can't be given or taken. */
const memberRole: RoleName = 'organization-member';

/** Implied roles of an organization, for `RoleScope`. */
export function impliedRoles(defaultMemberRoles: readonly RoleName[]): readonly RoleName[] {
  return [memberRole, ...defaultMemberRoles];
}
