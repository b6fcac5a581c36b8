import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { hasStatus } from '../api/ApiError.ts';
import { keys } from '../api/keys.ts';
import { sessionToken } from '../api/sessionToken.ts';
import { revokeSession } from '../api/signIn.ts';
import { storedToken } from './storedToken.ts';

/** Whether the server knows of the last sign-out in this tab. `undefined`: nobody has signed out. */
export const signOutQuery = queryOptions<'revoked' | 'not-revoked'>({
  queryKey: keys.signOut,
  queryFn: skipToken,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Signs out, here at once and on the server if it can be reached. Drafts stay. */
export async function signOut(client: QueryClient): Promise<void> {
  const revocation = sessionToken.get() === undefined ? undefined : revokeSession();
  storedToken.remove();
  sessionToken.set(undefined);
  client.removeQueries({ queryKey: keys.session });
  try {
    await revocation;
    client.setQueryData(signOutQuery.queryKey, 'revoked');
  } catch (error) {
    // A token that the server doesn't take any more is as good as revoked.
    client.setQueryData(signOutQuery.queryKey, hasStatus(error, 401) ? 'revoked' : 'not-revoked');
  }
}
