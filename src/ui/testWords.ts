import type { TestStatus } from '../domain/claim-tests/ClaimTest.ts';

/** Words for what became of a test. */
export const statusWords: Readonly<Record<TestStatus, { readonly label: string; readonly verb: string }>> = {
  passed: { label: 'Passes', verb: 'passes' },
  failed: { label: 'Fails', verb: 'fails' },
  unchecked: { label: 'Not checked', verb: 'can’t be checked wholly' },
};
