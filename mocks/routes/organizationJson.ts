import type { Organization } from '../state/State.ts';

/** `codersdk.Organization`. */
export function organizationJson(organization: Organization): object {
  return {
    id: organization.id,
    name: organization.name,
    display_name: organization.displayName,
    icon: organization.icon,
    description: organization.description,
    created_at: organization.createdAt,
    updated_at: organization.updatedAt,
    is_default: organization.isDefault,
    default_org_member_roles: organization.defaultMemberRoles,
  };
}
