import * as z from 'zod/mini';
import { request } from './request.ts';

/** Signs in and answers the session token. A wrong pair is a 401. */
export async function signInWithPassword(email: string, password: string): Promise<string> {
  const answer = await request(z.object({ session_token: z.string() }), '/users/login', {
    method: 'POST',
    body: { email, password },
  });
  return answer.session_token;
}

/** Ends the session on the server. */
export async function revokeSession(): Promise<void> {
  await request(z.object({ message: z.string() }), '/users/logout', { method: 'POST' });
}
