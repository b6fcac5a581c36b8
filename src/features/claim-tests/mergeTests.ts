import { encodeClaimTests } from '../../api/claimTestFile.ts';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';

/** What to do about tests whose name is taken by another one. */
export type OnSameName = 'replace' | 'keep-both';

/** Names in a file that are taken here by a test that isn't the same. */
export function namesTaken(tests: readonly ClaimTest[], incoming: readonly ClaimTest[]): readonly string[] {
  const texts = new Map(tests.map((test) => [test.name, textOf(test)]));
  return incoming
    .filter((test) => texts.has(test.name) && texts.get(test.name) !== textOf(test))
    .map(({ name }) => name);
}

/** Puts the tests of a file to those that there are. A test that is there already stays as it is. */
export function mergeTests(
  tests: readonly ClaimTest[],
  incoming: readonly ClaimTest[],
  onSameName: OnSameName,
): readonly ClaimTest[] {
  const merged = new Map(tests.map((test) => [test.name, test]));
  for (const test of incoming) {
    const present = merged.get(test.name);
    if (!present || onSameName === 'replace') merged.set(test.name, test);
    else if (textOf(present) !== textOf(test)) {
      const name = freeName(test.name, merged);
      merged.set(name, { ...test, name });
    }
  }
  return [...merged.values()];
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}

function textOf(test: ClaimTest): string {
  return JSON.stringify(encodeClaimTests([test]));
}
