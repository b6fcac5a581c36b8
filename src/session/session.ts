import { useSyncExternalStore } from 'react';
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
