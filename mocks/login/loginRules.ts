import { compileFilter } from '../../src/domain/goRegex.ts';
import { type CompiledLogin, compileLogin } from '../../src/domain/planLogin.ts';
import { organizationRoles } from '../authorization/builtInRoles.ts';
import { allGroups } from '../state/groups.ts';
import type { State } from '../state/State.ts';
import { engineSettings, loadGroupSync, loadOrganizationSync, loadRoleSync } from '../state/syncSettings.ts';

/** Everything that a login depends on but the person, taken from the deployment as it is now. */
export function loginRules(state: State): CompiledLogin {
  const { flags, features, build } = state.deployment;
  const organizations = Array.from(state.organizations.values());
  const customRoles = Array.from(state.customRoles.values());
  const entitled = (feature: string) => build === 'enterprise' && features.includes(feature);
  return compileLogin(
    {
      flags: {
        groupField: flags.groupField,
        allowList: flags.groupAllowList ?? [],
        siteRoleField: flags.userRoleField,
        siteRoleMapping: flags.userRoleMapping,
        siteRoleDefaults: flags.userRolesDefault ?? [],
      },
      entitled: {
        group: entitled('template_rbac'),
        role: entitled('user_role_management'),
        organization: entitled('multiple_organizations'),
      },
      organizations: organizations.map(({ id, isDefault, deleted, defaultMemberRoles }) => ({
        id,
        isDefault,
        deleted,
        defaultMemberRoles,
        roles: [
          ...organizationRoles.map(({ name }) => name),
          ...customRoles.filter(({ organizationId }) => organizationId === id).map(({ name }) => name),
        ],
      })),
      groups: allGroups(state),
      organizationSync: engineSettings(loadOrganizationSync(state)),
      groupSync: new Map(organizations.map(({ id }) => [id, engineSettings(loadGroupSync(state, id))])),
      roleSync: new Map(organizations.map(({ id }) => [id, engineSettings(loadRoleSync(state, id))])),
    },
    compileFilter,
  );
}
