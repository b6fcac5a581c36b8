import type { QueryClient } from '@tanstack/react-query';
import type { SettingsScope } from '../../../api/keys.ts';
import { type ClaimTest, statusOf, type TestRun } from '../../../domain/claim-tests/ClaimTest.ts';
import type { SyncSettings } from '../../../domain/settings.ts';

/** A claim test with what became of it, as saved and with the draft. */
export interface TestedDraft {
  readonly test: ClaimTest;
  readonly saved: TestRun;
  readonly draft: TestRun;
}

/** What the claim tests say of a draft; `unchecked` if there are some and they couldn't be run. */
export type TestedDrafts = readonly TestedDraft[] | 'unchecked';

/** Runs the claim tests that there are. */
export type RunTests = (
  client: QueryClient,
  scope: SettingsScope,
  saved: SyncSettings,
  draft: SyncSettings,
) => Promise<readonly TestedDraft[]>;

/** Those that fail with the draft; first the ones that it breaks. */
export function failingTests(tests: TestedDrafts): readonly TestedDraft[] {
  if (tests === 'unchecked') return [];
  const failing = tests.filter(({ draft }) => statusOf(draft) === 'failed');
  return failing.toSorted((a, b) => Number(failedBefore(a)) - Number(failedBefore(b)));
}

/** Whether a test fails as saved, too. */
export function failedBefore({ saved }: TestedDraft): boolean {
  return statusOf(saved) === 'failed';
}
