import { checkEmail, type EmailRefusal } from '../checkEmail.ts';
import type { Claims } from '../claims.ts';
import { type LoginPlan, planLogin } from '../planLogin.ts';
import type { OrganizationId } from '../settings.ts';
import type { Subject } from './ClaimTest.ts';
import type { CompiledWorld } from './testWorld.ts';

/** A login that was worked out. */
export interface PlannedLogin {
  /** Why it is refused, with the server's words. Then there is no plan. */
  readonly refusal: string | undefined;
  /** Whether server flags alone refuse it, and no settings. */
  readonly isByFlags: boolean;
  readonly plan: WorkingLogin | undefined;
  /** What the person has afterwards, by name as in {@link ClaimTest}. */
  readonly outcome: Outcome;
}

export type Outcome = Readonly<Record<Subject, ReadonlySet<string>>>;
type WorkingLogin = Extract<LoginPlan, { readonly refused?: undefined }>;

/** Without the address itself. */
const emailWords: Readonly<Record<EmailRefusal['code'], string>> = {
  'not-a-text': 'The address isn’t a text.',
  'not-verified': 'The claim email_verified is false.',
  'other-domain': 'The address isn’t from an authorized domain.',
};
const nothing: Outcome = { organizations: new Set(), groups: new Set(), roles: new Set() };

/**
 * Works out a login with a test's claims, by the engine that the preview and the simulator have.
 *
 * @param before where the person is before it; see {@link organizationsBefore}
 */
export function planTest(world: CompiledWorld, claims: Claims, before: readonly OrganizationId[]): PlannedLogin {
  const refused = checkEmail(claims, world.email);
  if (refused) return { refusal: emailWords[refused.code], isByFlags: true, plan: undefined, outcome: nothing };
  const person = { organizationIds: before, groupIds: [], roles: new Map(), siteRoles: [] };
  const plan = planLogin(world.login, person, claims);
  if (plan.refused) {
    const { stage, title, detail } = plan.refused;
    const isByFlags = stage === 'allow-list' || stage === 'site-roles';
    return { refusal: `${title} ${detail}`, isByFlags, plan: undefined, outcome: nothing };
  }
  return { refusal: undefined, isByFlags: false, plan, outcome: outcomeOf(world, plan) };
}

function outcomeOf({ login, organizationNames, groupNames }: CompiledWorld, plan: WorkingLogin): Outcome {
  const organizations = new Set<string>();
  const groups = new Set<string>();
  const roles = new Set<string>([...plan.siteRoles.kept, ...plan.siteRoles.added]);
  const nameOf = (id: OrganizationId) => organizationNames.get(id) ?? id;
  for (const id of [...plan.organizations.kept, ...plan.organizations.added]) {
    organizations.add(nameOf(id));
    groups.add(`${nameOf(id)}/Everyone`);
    for (const role of login.roles.get(id)?.implied ?? []) roles.add(`${nameOf(id)}/${role}`);
  }
  for (const [id, given] of plan.perOrganization) {
    for (const name of given.groups.created) groups.add(`${nameOf(id)}/${name}`);
    for (const groupId of [...given.groups.kept, ...given.groups.added]) groups.add(groupNames.get(groupId) ?? groupId);
    for (const role of [...(given.roles?.kept ?? []), ...(given.roles?.added ?? [])])
      roles.add(`${nameOf(id)}/${role}`);
  }
  return { organizations, groups, roles };
}
