import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, hasStatus } from '../api/ApiError.ts';
import { keys } from '../api/keys.ts';

/** Reads are tried once more if the network or the server failed; nothing that the server has decided is. */
function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures > 0 || !(error instanceof ApiError)) return false;
  return error.failure === 'unreachable' || error.status >= 500;
}

/** A 403 within this time of the answer about permissions is no news: both were asked for together. */
const sameMomentMs = 2_000;

/** The cache of what the deployment has answered. Reading is off on window focus: forms stand on this data. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => hasStatus(error, 403) && askPermissionsAgain(client) }),
    defaultOptions: {
      queries: {
        retry: isWorthRetrying,
        retryDelay: 500,
        refetchOnWindowFocus: false,
        // Being offline is an error to show, not a state to wait in without a word.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

/** What was granted may have been taken away since: the page follows the answer, with its cause. */
function askPermissionsAgain(client: QueryClient): void {
  const before = Date.now() - sameMomentMs;
  void client.invalidateQueries({
    queryKey: keys.permissions,
    predicate: ({ state }) => state.fetchStatus === 'idle' && state.dataUpdatedAt < before,
  });
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error;
  }
}
