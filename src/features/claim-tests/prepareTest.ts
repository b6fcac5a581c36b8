import type { QueryClient } from '@tanstack/react-query';
import type { Expectations } from '../../domain/claim-tests/ClaimTest.ts';
import { type Capture, captureClaims, fieldsRead } from '../../domain/claim-tests/captureClaims.ts';
import { planTest } from '../../domain/claim-tests/planTest.ts';
import type { TestDirectory } from '../../domain/claim-tests/TestDirectory.ts';
import { type CompiledWorld, organizationsBefore } from '../../domain/claim-tests/testWorld.ts';
import type { Claims } from '../../domain/claims.ts';
import { compileWithFilters } from './checkTests.ts';
import type { NameOption } from './NamePicker.tsx';
import { readWorlds, type Sides } from './readWorlds.ts';

/** What a test is made of, before anybody has said what is expected. */
export interface TestStart {
  readonly claims: Claims;
  /** Names of organizations; undefined: the default one. */
  readonly memberOf: readonly string[] | undefined;
  /** Of a test that there is already. */
  readonly kept?: { readonly leftOut: readonly string[]; readonly expected: Expectations };
}

/** What the form of a test shows. */
export interface PreparedTest {
  readonly capture: Capture;
  readonly options: readonly NameOption[];
  /** What the login comes to now, as expectations. */
  readonly outcomes: { readonly saved: Expectations; readonly draft: Expectations };
  readonly worlds: { readonly saved: CompiledWorld; readonly draft: CompiledWorld };
}

const nothingExpected: Expectations = {
  login: 'works',
  organizations: { in: [], notIn: [] },
  groups: { in: [], notIn: [] },
  roles: { in: [], notIn: [] },
};

const siteRoles = ['owner', 'user-admin', 'template-admin', 'auditor'];

/** Captures claims and works out what they come to. The claims stay with the caller. */
export async function prepareTest(
  client: QueryClient,
  { claims, memberOf, kept }: TestStart,
  sides: Sides,
): Promise<PreparedTest> {
  const traveller = { claims, expected: kept?.expected ?? nothingExpected, ...(memberOf && { memberOf }) };
  const read = await readWorlds(client, [traveller], sides);
  const fields = new Set([...fieldsRead(read.saved.rules), ...fieldsRead(read.draft.rules)]);
  const capture = kept ? { claims, leftOut: kept.leftOut } : captureClaims(claims, fields, read.saved.email);
  const saved = await compileWithFilters(read.saved, [capture]);
  const draft = await compileWithFilters(read.draft, [capture]);
  const comesTo = (world: CompiledWorld): Expectations => {
    const { rules, organizationIds, gaps } = world;
    const isSyncKnown = gaps.organizations === undefined;
    const before = organizationsBefore(traveller, rules.organizations, organizationIds, isSyncKnown);
    const { refusal, isByFlags, outcome } = planTest(world, capture.claims, before);
    const obvious = impliedNames(world);
    const names = (given: ReadonlySet<string>) => ({ in: [...given].filter((name) => !obvious.has(name)), notIn: [] });
    return {
      login: refusal === undefined || (isByFlags && gaps.flags !== undefined) ? 'works' : 'refused',
      organizations: isSyncKnown ? names(outcome.organizations) : nothingExpected.organizations,
      groups: names(outcome.groups),
      roles: names(outcome.roles),
    };
  };
  return {
    capture,
    options: optionsOf(read.directory),
    outcomes: { saved: comesTo(saved), draft: comesTo(draft) },
    worlds: { saved, draft },
  };
}

/** What comes with being in an organization, and needs no test. */
function impliedNames({ login, organizationNames }: CompiledWorld): ReadonlySet<string> {
  const names = [...organizationNames].flatMap(([id, name]) => [
    `${name}/Everyone`,
    ...[...(login.roles.get(id)?.implied ?? [])].map((role) => `${name}/${role}`),
  ]);
  return new Set(names);
}

function optionsOf({ organizations }: TestDirectory): readonly NameOption[] {
  return [
    ...organizations.map(({ name }) => ({ subject: 'organizations' as const, name })),
    ...organizations.flatMap(({ id, name, groups }) =>
      [...groups]
        .filter(([groupId]) => groupId !== id)
        .map(([, group]) => ({ subject: 'groups' as const, name: `${name}/${group}` })),
    ),
    ...organizations.flatMap(({ name, roles }) =>
      roles.map((role) => ({ subject: 'roles' as const, name: `${name}/${role}` })),
    ),
    ...siteRoles.map((name) => ({ subject: 'roles' as const, name })),
  ];
}
