import type { LoginPlan, LoginRefusal } from '../../src/domain/planLogin.ts';
import type { State } from '../state/State.ts';

/** What a login has changed, in names: groups and roles as `organization/name`. */
export function summary(state: State, plan: Exclude<LoginPlan, { readonly refused: LoginRefusal }>): object {
  const organization = (id: string) => state.organizations.get(id)?.name ?? id;
  const group = (id: string) => {
    const found = state.groups.get(id);
    return found ? `${organization(found.organizationId)}/${found.name}` : id;
  };
  const parts = Array.from(plan.perOrganization, ([id, part]) => ({ ...part, name: organization(id) }));
  return {
    organizations: {
      added: plan.organizations.added.map(organization),
      removed: plan.organizations.removed.map(organization),
    },
    groups: {
      added: parts.flatMap(({ groups }) => groups.added.map(group)),
      removed: parts.flatMap(({ groups }) => groups.removed.map(group)),
      created: parts.flatMap(({ groups, name }) => groups.created.map((one) => `${name}/${one}`)),
    },
    roles: {
      added: parts.flatMap(({ roles, name }) => roles?.added.map((role) => `${name}/${role}`) ?? []),
      removed: parts.flatMap(({ roles, name }) => roles?.removed.map((role) => `${name}/${role}`) ?? []),
    },
    site_roles: { added: plan.siteRoles.added, removed: plan.siteRoles.removed },
  };
}
