import type { Claims } from '../claims.ts';
import type { OrganizationId } from '../settings.ts';

/** Names of what somebody is to be in after a login, and of what not. */
export interface InAndNot {
  readonly in: readonly string[];
  readonly notIn: readonly string[];
}

/** What a test is about besides whether the login works. */
export type Subject = 'organizations' | 'groups' | 'roles';

/**
 * What a login is to come to. Organizations by name, groups and roles as `organization/name`; a role without an
 * organization before it is a site role. By name and not by id, so that a file of tests can be read, and holds elsewhere.
 */
export type Expectations = Readonly<Record<Subject, InAndNot>> & {
  /** With `refused` there is nothing that one could be in. */
  readonly login: 'works' | 'refused';
};

/** A paste that was kept, with what a login with it is to come to. */
export interface ClaimTest {
  /** Unique among the tests of a deployment. */
  readonly name: string;
  /** What the capture has kept. */
  readonly claims: Claims;
  /** Names of claims that were there and weren't kept: what reads one of them can't be told. */
  readonly leftOut: readonly string[];
  /** Names of organizations that the person is in before the login. Undefined: the default one, as at a first login. */
  readonly memberOf?: readonly string[];
  readonly expected: Expectations;
}

/** Why a part of a login can't be told, in words; a part that isn't named here can be. */
export interface Gaps {
  /** The server's flags: allow list, site roles. */
  readonly flags?: string;
  /** Organization sync. */
  readonly organizations?: string;
  readonly groups: ReadonlyMap<OrganizationId, string>;
  readonly roles: ReadonlyMap<OrganizationId, string>;
}

/** An expectation that isn't met. */
export interface TestFailure {
  readonly subject: 'login' | Subject;
  /** In a few words, such as `in group engineering/platform`. */
  readonly expected: string;
  readonly got: string;
  /** Value by value. */
  readonly why: readonly string[];
}

/** What became of a test. It passed if there is neither a failure nor something unchecked. */
export interface TestRun {
  readonly failures: readonly TestFailure[];
  /** What couldn't be told, and why. Each once. */
  readonly unchecked: readonly string[];
}

export type TestStatus = 'passed' | 'failed' | 'unchecked';

/** One word for a run. */
export function statusOf({ failures, unchecked }: TestRun): TestStatus {
  if (failures.length > 0) return 'failed';
  return unchecked.length > 0 ? 'unchecked' : 'passed';
}

/** Takes `organization/name` apart. An organization's name has no slash in it, a group's can. */
export function splitPath(path: string): { readonly organization: string | undefined; readonly name: string } {
  const slash = path.indexOf('/');
  return slash === -1
    ? { organization: undefined, name: path }
    : { organization: path.slice(0, slash), name: path.slice(slash + 1) };
}
