import type { QueryClient } from '@tanstack/react-query';
import type { SettingsScope } from '../../api/keys.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { checkTests, type TestCheck } from './checkTests.ts';
import { sidesOf } from './sidesOf.ts';
import { claimTestsQuery } from './useClaimTests.ts';

/**
 * Runs the tests of this browser with a draft that is about to be saved, and with what it takes the place of. A browser
 * that can't keep tests has none.
 *
 * @throws ApiError, if there are tests and they can't be run
 */
export async function checkDraft(
  client: QueryClient,
  scope: SettingsScope,
  saved: SyncSettings,
  draft: SyncSettings,
): Promise<readonly TestCheck[]> {
  const tests = await client.fetchQuery(claimTestsQuery).catch(() => []);
  return checkTests(client, tests, sidesOf(scope, saved, draft));
}
