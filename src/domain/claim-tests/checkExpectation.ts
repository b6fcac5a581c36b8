import type { OrganizationId } from '../settings.ts';
import { type ClaimTest, type Subject, splitPath, type TestFailure } from './ClaimTest.ts';
import { leftOutWords } from './leftOutWords.ts';
import type { PlannedLogin } from './planTest.ts';
import type { CompiledWorld } from './testWorld.ts';
import { whyWords } from './whyWords.ts';

/** One expectation of one test, with what the login came to. */
export interface Expectation {
  readonly test: ClaimTest;
  readonly world: CompiledWorld;
  readonly login: PlannedLogin;
  readonly subject: Subject;
  readonly name: string;
  /** Whether the person is to be in it. */
  readonly wanted: boolean;
}

export type Verdict =
  | { readonly type: 'met' }
  | { readonly type: 'failed'; readonly failure: TestFailure }
  | { readonly type: 'unchecked'; readonly reason: string };

const things: Readonly<Record<Subject, string>> = { organizations: 'organization', groups: 'group', roles: 'role' };

/** Holds one expectation against the outcome. */
export function checkExpectation(expectation: Expectation): Verdict {
  const { login, subject, name, wanted } = expectation;
  const reason = findGap(expectation);
  if (reason !== undefined) return { type: 'unchecked', reason };
  const has = login.outcome[subject].has(name);
  if (has === wanted) return { type: 'met' };
  const { got, why } = has ? { got: hasWords(subject), why: whyOf(expectation, true) } : missing(expectation);
  return { type: 'failed', failure: { subject, expected: expectedWords(subject, name, wanted), got, why } };
}

function expectedWords(subject: Subject, name: string, wanted: boolean): string {
  if (subject === 'roles') return `${wanted ? 'has' : 'doesn’t have'} the role ${name}`;
  return `${wanted ? 'in' : 'not in'} ${things[subject]} ${name}`;
}

function hasWords(subject: Subject): string {
  return subject === 'roles' ? 'has it' : 'is in it';
}

function missing(expectation: Expectation): { readonly got: string; readonly why: readonly string[] } {
  const { world, login, subject, name } = expectation;
  const { organization } = splitPath(name);
  const place = subject === 'organizations' ? name : organization;
  if (place !== undefined && !world.organizationIds.has(place)) {
    return { got: `there is no organization ${place}`, why: [] };
  }
  if (subject !== 'organizations' && organization !== undefined && !login.outcome.organizations.has(organization)) {
    return {
      got: `isn’t in organization ${organization}`,
      why: whyOf({ ...expectation, subject: 'organizations', name: organization }, false),
    };
  }
  return { got: subject === 'roles' ? 'doesn’t have it' : 'isn’t in it', why: whyOf(expectation, false) };
}

/** Why this can't be told. */
function findGap({ test, world, subject, name }: Expectation): string | undefined {
  const { gaps, login, organizationIds } = world;
  if (subject === 'organizations') return gaps.organizations && `Organizations: ${gaps.organizations}`;
  const { organization } = splitPath(name);
  if (organization === undefined) {
    const { field } = login.siteRoles;
    if (gaps.flags !== undefined) return `Site roles: ${gaps.flags}`;
    return test.leftOut.includes(field) ? leftOutWords('Site role sync', field) : undefined;
  }
  const id = organizationIds.get(organization);
  if (id === undefined) return gaps.organizations && `Organization ${organization}: ${gaps.organizations}`;
  const isGroup = subject === 'groups';
  const gap = (isGroup ? gaps.groups : gaps.roles).get(id);
  if (gap !== undefined) return `${isGroup ? 'Groups' : 'Roles'} of ${organization}: ${gap}`;
  const field = fieldOf(world, subject, id);
  return test.leftOut.includes(field)
    ? leftOutWords(`${isGroup ? 'Group' : 'Role'} sync of ${organization}`, field)
    : undefined;
}

function fieldOf({ login }: CompiledWorld, subject: Subject, id: OrganizationId): string {
  if (subject === 'organizations') return login.organizations.settings.field;
  return (subject === 'groups' ? login.groups.get(id)?.settings.field : login.roles.get(id)?.field) ?? '';
}

/** @param isGiven only the values that give it */
function whyOf({ world, login: { plan }, subject, name }: Expectation, isGiven: boolean): readonly string[] {
  const { login, organizationNames, organizationIds, groupNames } = world;
  if (!plan) return [];
  if (subject === 'organizations') {
    const only = isGiven ? organizationIds.get(name) : undefined;
    const nameOf = (id: string) => organizationNames.get(id) ?? id;
    const assigned =
      isGiven && plan.organizations.assignedDefault === only ? ['Assign Default Organization is on.'] : [];
    return [
      ...assigned,
      ...whyWords('organization', plan.organizations, login.organizations.settings.field, nameOf, only),
    ];
  }
  const path = splitPath(name);
  if (path.organization === undefined) {
    return whyWords('role', plan.siteRoles, login.siteRoles.field, (role) => role, isGiven ? name : undefined);
  }
  const id = organizationIds.get(path.organization) ?? '';
  const given = plan.perOrganization.get(id);
  if (subject === 'roles') {
    if (!given?.roles) return [];
    return whyWords('role', given.roles, fieldOf(world, subject, id), (role) => role, isGiven ? path.name : undefined);
  }
  if (!given) return [];
  const target = [...groupNames].find(([, groupName]) => groupName === name)?.[0] ?? path.name;
  const nameOf = (groupId: string) => groupNames.get(groupId) ?? groupId;
  return whyWords('group', given.groups, fieldOf(world, subject, id), nameOf, isGiven ? target : undefined);
}
