import type { EmailFlags } from '../checkEmail.ts';
import type { CompileFilter } from '../filter.ts';
import { type CompiledLogin, compileLogin, type LoginRules } from '../planLogin.ts';
import type { OrganizationId } from '../settings.ts';
import { type ClaimTest, type Gaps, splitPath } from './ClaimTest.ts';

/** Everything but the tests that their outcome depends on. */
export interface TestWorld {
  readonly rules: LoginRules;
  readonly email: EmailFlags;
  readonly organizationNames: ReadonlyMap<OrganizationId, string>;
  /** What couldn't be read. */
  readonly gaps: Gaps;
}

/** A {@link TestWorld} made ready for many tests. */
export interface CompiledWorld extends TestWorld {
  readonly login: CompiledLogin;
  readonly organizationIds: ReadonlyMap<string, OrganizationId>;
  readonly groupNames: ReadonlyMap<string, string>;
}

/** Makes a world ready. Once for each draft, however many tests there are. */
export function compileWorld(world: TestWorld, compileFilter: CompileFilter): CompiledWorld {
  const { rules, organizationNames } = world;
  const nameOf = (id: OrganizationId) => organizationNames.get(id) ?? id;
  return {
    ...world,
    login: compileLogin(rules, compileFilter),
    organizationIds: new Map([...organizationNames].map(([id, name]) => [name, id])),
    groupNames: new Map(rules.groups.map(({ id, name, organizationId }) => [id, `${nameOf(organizationId)}/${name}`])),
  };
}

/**
 * Where a test's person is before the login.
 *
 * @param isSyncKnown whether organization sync could be read. If not, where the login leads to can't be told: the organizations
 *   that the test is about are taken for granted
 */
export function organizationsBefore(
  { memberOf, expected }: Pick<ClaimTest, 'memberOf' | 'expected'>,
  organizations: readonly { readonly id: OrganizationId; readonly isDefault: boolean }[],
  organizationIds: ReadonlyMap<string, OrganizationId>,
  isSyncKnown: boolean,
): readonly OrganizationId[] {
  const before = memberOf
    ? memberOf.flatMap((name) => organizationIds.get(name) ?? [])
    : organizations.filter(({ isDefault }) => isDefault).map(({ id }) => id);
  if (isSyncKnown) return before;
  const paths = [expected.groups, expected.roles].flatMap((part) => [...part.in, ...part.notIn]);
  const about = [...expected.organizations.in, ...paths.map((path) => splitPath(path).organization ?? '')];
  return [...new Set([...before, ...about.flatMap((name) => organizationIds.get(name) ?? [])])];
}
