import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { keys } from '../api/keys.ts';
import { meQuery, revokeSession, signInWithPassword } from '../api/session.ts';
import { sessionToken } from '../api/sessionToken.ts';
import { heldByProxy } from './heldByProxy.ts';
import { storedToken } from './storedToken.ts';

/**
 * - `signed-in`: there is a token that the server hasn't refused, or the proxy has one.
 * - `expired`: the server refused it; the page stays, and one signs in over it.
 * - `signed-out`: nobody has signed in yet, or they left.
 */
export type SessionStatus = 'signed-in' | 'expired' | 'signed-out';

/** Takes up the session that this tab kept over a reload. Call once, before the first render. */
export function resumeSession(): void {
  const kept = storedToken.read();
  if (kept !== undefined) sessionToken.set(kept);
  sessionToken.subscribe(() => {
    if (sessionToken.wasRejected()) storedToken.remove();
  });
}

export function sessionStatus(): SessionStatus {
  if (sessionToken.get() !== undefined || heldByProxy()) return 'signed-in';
  return sessionToken.wasRejected() ? 'expired' : 'signed-out';
}

export function useSessionStatus(): SessionStatus {
  return useSyncExternalStore(sessionToken.subscribe, sessionStatus);
}

interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Whether a reload of this tab keeps the session. */
  readonly keep: boolean;
}

/**
 * Signs in. What the cache holds of the same person is read again in the background; of another one it is dropped.
 *
 * @throws ApiError a 401 is a wrong pair
 */
export async function signIn(client: QueryClient, { email, password, keep }: Credentials): Promise<void> {
  const before = client.getQueryData(meQuery.queryKey);
  const token = await signInWithPassword(email, password);
  if (keep) storedToken.write(token);
  else storedToken.remove();
  sessionToken.set(token);
  const now = before && (await client.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined));
  const session = { queryKey: keys.session };
  void (before && before.id === now?.id ? client.invalidateQueries(session) : client.resetQueries(session));
}

/** Signs out, here at once and on the server if it can be reached. Drafts stay. */
export async function signOut(client: QueryClient): Promise<void> {
  const revoked = sessionToken.get() === undefined ? undefined : revokeSession().catch(() => undefined);
  storedToken.remove();
  sessionToken.set(undefined);
  client.removeQueries({ queryKey: keys.session });
  await revoked;
}
