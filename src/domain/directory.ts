import type { GroupId, OrganizationId, RoleName } from './settings.ts';

/** A group, as far as sync is concerned. */
export interface DirectoryGroup {
  readonly id: GroupId;
  readonly name: string;
  readonly organizationId: OrganizationId;
}

/** An organization, as far as sync is concerned. */
export interface DirectoryOrganization {
  readonly id: OrganizationId;
  readonly isDefault: boolean;
  readonly deleted: boolean;
  /** Names of the built-in and custom roles that exist in this organization. */
  readonly roles: readonly RoleName[];
  /** Roles that each member has without being given them; outside of what role sync adds and removes. */
  readonly defaultMemberRoles: readonly RoleName[];
}

/** What a person has at present. "Everyone" groups and implied roles may be in or out: sync doesn't look at them. */
export interface Memberships {
  readonly organizationIds: readonly OrganizationId[];
  readonly groupIds: readonly GroupId[];
  /** Organization → explicit role names. */
  readonly roles: ReadonlyMap<OrganizationId, readonly RoleName[]>;
  readonly siteRoles: readonly RoleName[];
}
