import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/ApiError.ts';

/** Reads are tried once more if the network or the server failed; nothing that the server has decided is. */
function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures > 0 || !(error instanceof ApiError)) return false;
  return error.failure === 'unreachable' || error.status >= 500;
}

/** The cache of what the deployment has answered. Reading is off on window focus: forms stand on this data. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error;
  }
}
