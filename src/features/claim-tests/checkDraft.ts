import type { QueryClient } from '@tanstack/react-query';
import type { SettingsScope } from '../../api/keys.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { checkTests, type TestCheck } from './checkTests.ts';
import { sidesOf } from './sidesOf.ts';
import { hasTests } from './testStore.ts';
import { claimTestsQuery } from './useClaimTests.ts';

/**
 * Runs the tests of this browser with a draft that is about to be saved, and with what it takes the place of. A browser
 * that can't keep tests has none.
 *
 * @throws if there are tests, and they can't be read or run
 */
export async function checkDraft(
  client: QueryClient,
  scope: SettingsScope,
  saved: SyncSettings,
  draft: SyncSettings,
): Promise<readonly TestCheck[]> {
  if (!(await hasTests().catch(() => false))) return [];
  const tests = await client.fetchQuery(claimTestsQuery);
  return checkTests(client, tests, sidesOf(scope, saved, draft));
}
