import type { ClaimTest, Subject, TestFailure, TestRun } from './ClaimTest.ts';
import { checkExpectation } from './checkExpectation.ts';
import { leftOutWords } from './leftOutWords.ts';
import { planTest } from './planTest.ts';
import { type CompiledWorld, organizationsBefore } from './testWorld.ts';

const subjects = ['organizations', 'groups', 'roles'] as const satisfies readonly Subject[];

/** Runs one test. What can't be told is neither met nor missed, and says why. */
export function runClaimTest(test: ClaimTest, world: CompiledWorld): TestRun {
  const { gaps } = world;
  const unreadClaim = findLeftOut(test, world);
  if (unreadClaim !== undefined) return { failures: [], unchecked: [unreadClaim] };
  const { rules, organizationIds } = world;
  const before = organizationsBefore(test, rules.organizations, organizationIds, gaps.organizations === undefined);
  const login = planTest(world, test.claims, before);
  const failures: TestFailure[] = [];
  const unchecked = new Set<string>();
  const isRefused = login.refusal !== undefined;
  const wantsRefusal = test.expected.login === 'refused';
  // Flags that can't be read are taken as a server has them by itself, so what they refuse isn't known either.
  const gap = login.isByFlags ? gaps.flags : isRefused ? undefined : (gaps.flags ?? gaps.organizations);
  if (gap !== undefined) unchecked.add(`Whether the login is refused: ${gap}`);
  else if (isRefused !== wantsRefusal) failures.push(loginFailure(login.refusal));
  if (isRefused || wantsRefusal) return { failures, unchecked: [...unchecked] };
  for (const subject of subjects) {
    const { in: inside, notIn } = test.expected[subject];
    for (const [names, wanted] of [[inside, true] as const, [notIn, false] as const]) {
      for (const name of names) {
        const verdict = checkExpectation({ test, world, login, subject, name, wanted });
        if (verdict.type === 'failed') failures.push(verdict.failure);
        else if (verdict.type === 'unchecked') unchecked.add(verdict.reason);
      }
    }
  }
  return { failures, unchecked: [...unchecked] };
}

/** A claim that decides about everything else, and that the test doesn't have. */
function findLeftOut(
  { leftOut, claims }: ClaimTest,
  { login: { flags, organizations }, email }: CompiledWorld,
): string | undefined {
  const addresses = [email.emailField, ...(claims.has(email.emailField) ? [] : ['preferred_username'])];
  const address = email.emailDomains.length > 0 && addresses.find((claim) => leftOut.includes(claim));
  if (address) return leftOutWords('The list of email domains', address);
  if (flags.allowList.length > 0 && leftOut.includes(flags.groupField)) {
    return leftOutWords('The allow list', flags.groupField);
  }
  const { field } = organizations.settings;
  return leftOut.includes(field) ? leftOutWords('Organization sync', field) : undefined;
}

function loginFailure(refusal: string | undefined): TestFailure {
  return refusal === undefined
    ? { subject: 'login', expected: 'the login is refused', got: 'it works', why: [] }
    : { subject: 'login', expected: 'the login works', got: 'it is refused', why: [refusal] };
}
