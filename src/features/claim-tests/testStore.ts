import { createStore, get, keys, update } from 'idb-keyval';
import { encodeClaimTests, readClaimTestFile } from '../../api/claimTestFile.ts';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';

const store = createStore('coder-idp-sync', 'claim-tests');

/** What is stored isn't what this page writes: a newer version has written it, or somebody else. */
export class UnreadableTests extends Error {
  constructor(problem: string) {
    super(`What this browser has stored can’t be read: ${problem}`);
  }
}

/**
 * Whether this browser keeps tests of any deployment.
 *
 * @throws if the browser allows no storage
 */
export async function hasTests(): Promise<boolean> {
  return (await keys(store)).length > 0;
}

/**
 * The tests that this browser keeps for one deployment: several can share an origin.
 *
 * @param deploymentId by which it names itself
 * @throws if the browser allows no storage, or holds what can't be read
 */
export async function readTests(deploymentId: string): Promise<readonly ClaimTest[]> {
  return parse(await get<unknown>(deploymentId, store));
}

/**
 * Changes the tests of a deployment, also if another tab does at the same time.
 *
 * @returns the tests as they are then
 * @throws as {@link readTests}; what can't be read is never overwritten
 */
export async function changeTests(
  deploymentId: string,
  change: (tests: readonly ClaimTest[]) => readonly ClaimTest[],
): Promise<readonly ClaimTest[]> {
  let next: readonly ClaimTest[] = [];
  let problem: unknown;
  await update<unknown>(
    deploymentId,
    (stored) => {
      // What is thrown in here would be lost.
      try {
        next = change(parse(stored));
        const encoded = encodeClaimTests(next);
        // What couldn't be read again would take all the others with it.
        parse(encoded);
        return encoded;
      } catch (error) {
        problem = error;
        return stored;
      }
    },
    store,
  );
  if (problem !== undefined) throw problem;
  return next;
}

function parse(stored: unknown): readonly ClaimTest[] {
  if (stored === undefined) return [];
  const read = readClaimTestFile(stored);
  if (!read.ok) throw new UnreadableTests(read.error);
  const [problem] = read.value.problems;
  if (problem !== undefined) throw new UnreadableTests(problem);
  return read.value.tests;
}
