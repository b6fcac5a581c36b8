import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.ts';
import { meQuery, readMe } from '../api/session.ts';
import { sessionToken } from '../api/sessionToken.ts';
import { signInWithPassword } from '../api/signIn.ts';
import { storedToken } from './storedToken.ts';

interface Keep {
  /** Whether a reload of this tab keeps the session. */
  readonly keep: boolean;
}

interface Credentials extends Keep {
  readonly email: string;
  readonly password: string;
}

interface GivenToken extends Keep {
  readonly token: string;
}

/**
 * Signs in with a password. What the cache holds of the same person is read again in the background; of another one it
 * is dropped.
 *
 * @throws ApiError a 401 is a wrong pair
 */
export async function signIn(client: QueryClient, { email, password, keep }: Credentials): Promise<void> {
  await start(client, await signInWithPassword(email, password), keep);
}

/**
 * Signs in with a session token that the person has got from the deployment. Nothing of it is kept if it isn't accepted.
 *
 * @throws ApiError a 401 is a token that is wrong, has expired, or was revoked
 */
export async function signInWithToken(client: QueryClient, { token, keep }: GivenToken): Promise<void> {
  await readMe(token);
  await start(client, token, keep);
}

async function start(client: QueryClient, token: string, keep: boolean): Promise<void> {
  const before = client.getQueryData(meQuery.queryKey);
  if (keep) storedToken.write(token);
  else storedToken.remove();
  sessionToken.set(token);
  client.removeQueries({ queryKey: keys.signOut });
  const now = before && (await client.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined));
  const session = { queryKey: keys.session };
  void (before && before.id === now?.id ? client.invalidateQueries(session) : client.resetQueries(session));
}
