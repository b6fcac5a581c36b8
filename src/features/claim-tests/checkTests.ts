import type { QueryClient } from '@tanstack/react-query';
import type { ClaimTest, TestRun } from '../../domain/claim-tests/ClaimTest.ts';
import { filterQuestions } from '../../domain/claim-tests/filterQuestions.ts';
import { runClaimTest } from '../../domain/claim-tests/runClaimTest.ts';
import { type CompiledWorld, compileWorld, type TestWorld } from '../../domain/claim-tests/testWorld.ts';
import type { CompileFilter, ValueFilter } from '../../domain/filter.ts';
import { ok } from '../../domain/result.ts';
import { testFilter } from '../../ui/regex/testFilter.ts';
import { readWorlds, type Sides, type Traveller } from './readWorlds.ts';

/** A test with what became of it. */
export interface TestCheck {
  readonly test: ClaimTest;
  readonly saved: TestRun;
  readonly draft: TestRun;
}

/**
 * Runs tests with what is saved and with a draft. Each side is compiled once; filters are tried in the worker.
 *
 * @throws ApiError, if what they depend on can't be loaded at all
 */
export async function checkTests(
  client: QueryClient,
  tests: readonly ClaimTest[],
  sides: Sides,
): Promise<readonly TestCheck[]> {
  if (tests.length === 0) return [];
  const worlds = await readWorlds(client, tests, sides);
  const saved = await compileWithFilters(worlds.saved, tests);
  const draft = await compileWithFilters(worlds.draft, tests);
  return tests.map((test) => ({ test, saved: runClaimTest(test, saved), draft: runClaimTest(test, draft) }));
}

/** Makes a world ready for these tests alone: filters are tried beforehand, on the values that they will be asked. */
export async function compileWithFilters(
  world: TestWorld,
  tests: readonly Pick<Traveller, 'claims'>[],
): Promise<CompiledWorld> {
  const filters = new Map<string, ValueFilter>();
  const problems = new Map<string, string>();
  for (const [pattern, values] of filterQuestions(tests, world.rules)) {
    const answer = await testFilter(pattern, values);
    if (answer.ok === true) {
      const stopped = new Set(values.filter((_, index) => answer.passes[index] === false));
      filters.set(pattern, (value) => !stopped.has(value));
    } else if (answer.ok === 'timeout') problems.set(pattern, 'the regex filter takes too long to be tried here.');
    else problems.set(pattern, 'the server refuses its regex filter.');
  }
  const compileFilter: CompileFilter = (pattern) => ok(filters.get(pattern) ?? (() => true));
  const groups = new Map(world.gaps.groups);
  for (const [id, { regexFilter }] of world.rules.groupSync) {
    const problem = problems.get(regexFilter ?? '');
    if (problem !== undefined) groups.set(id, problem);
  }
  return compileWorld({ ...world, gaps: { ...world.gaps, groups } }, compileFilter);
}
