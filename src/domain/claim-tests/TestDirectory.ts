import type { EmailFlags } from '../checkEmail.ts';
import type { LoginFlags, LoginRules } from '../planLogin.ts';
import type { GroupId, OrganizationId, RoleName, SyncSettings } from '../settings.ts';
import type { TestWorld } from './testWorld.ts';

/**
 * What tests need to know of a deployment besides its sync settings: what its ids name, and the server's flags. It travels
 * with a file of tests, since settings hold ids alone.
 */
export interface TestDirectory {
  readonly organizations: readonly {
    readonly id: OrganizationId;
    readonly name: string;
    readonly isDefault: boolean;
    readonly roles: readonly RoleName[];
    readonly defaultMemberRoles: readonly RoleName[];
    readonly groups: ReadonlyMap<GroupId, string>;
  }[];
  readonly flags: LoginFlags;
  readonly email: EmailFlags;
  readonly entitled: LoginRules['entitled'];
}

/** The sync settings of a deployment, as far as they are there. */
export interface DeploymentSettings {
  readonly organizationSync: SyncSettings;
  readonly groupSync: ReadonlyMap<OrganizationId, SyncSettings>;
  readonly roleSync: ReadonlyMap<OrganizationId, SyncSettings>;
}

/** Puts settings and what is known around them together. */
export function makeWorld(
  { organizations, flags, email, entitled }: TestDirectory,
  settings: DeploymentSettings,
  gaps: TestWorld['gaps'],
): TestWorld {
  return {
    rules: {
      flags,
      entitled,
      organizations: organizations.map(({ id, isDefault, roles, defaultMemberRoles }) => {
        return { id, isDefault, roles, defaultMemberRoles, deleted: false };
      }),
      groups: organizations.flatMap(({ id: organizationId, groups }) => [
        { id: organizationId, name: 'Everyone', organizationId },
        ...[...groups].filter(([id]) => id !== organizationId).map(([id, name]) => ({ id, name, organizationId })),
      ]),
      ...settings,
    },
    email,
    organizationNames: new Map(organizations.map(({ id, name }) => [id, name])),
    gaps,
  };
}
