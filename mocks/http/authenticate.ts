import { type Subject, subjectOf } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import type { User } from '../state/State.ts';
import { ApiError } from './ApiError.ts';
import { goTime } from './answer.ts';
import type { Session } from './Sessions.ts';
import { sessionTokenOf } from './sessionToken.ts';

const signedOut = 'You are signed out or your session has expired. Please sign in again to continue.';

export interface Caller {
  readonly session: Session;
  readonly user: User;
  readonly subject: Subject;
}

/**
 * Who sends this request. Mirrors `coderd/httpmw/apikey.go` ExtractAPIKey.
 *
 * @throws {ApiError} 401
 */
export function authenticate(core: Core, request: Request): Caller {
  const token = sessionTokenOf(request);
  if (token === '') throw unauthorized(request, 'Cookie "coder_session_token" or query parameter must be provided.');
  const parts = token.split('-');
  const [id = '', secret = ''] = parts;
  const format = formatError(parts);
  if (format !== undefined) throw unauthorized(request, `Invalid API key format: ${format}`);
  const session = core.sessions.get(id);
  const user = session && core.state.users.get(session.userId);
  if (!session || !user) throw unauthorized(request, 'API key is invalid.');
  if (session.secret !== secret) throw unauthorized(request, 'API key secret is invalid.');
  if (session.expiresAt < core.now().getTime()) {
    throw unauthorized(request, `API key expired at ${JSON.stringify(goTime(new Date(session.expiresAt)))}.`);
  }
  core.sessions.use(session);
  const active = user.status === 'dormant' ? { ...user, status: 'active' as const } : user;
  if (active !== user) updateUser(core, active);
  if (active.status !== 'active') {
    throw unauthorized(
      request,
      undefined,
      `User is not active (status = ${JSON.stringify(active.status)}). Contact an admin to reactivate your account.`,
    );
  }
  return { session, user: active, subject: subjectOf(core.state, active) };
}

/** Mirrors `coderd/apikey.go` SplitAPIToken. */
function formatError(parts: readonly string[]): string | undefined {
  const [id = '', secret = ''] = parts;
  if (parts.length !== 2) return `incorrect amount of API key parts, expected 2 got ${parts.length}`;
  if (id.length !== 10) return `invalid API key ID length, expected 10 got ${id.length}`;
  if (secret.length !== 22) return `invalid API key secret length, expected 22 got ${secret.length}`;
  return undefined;
}

/** A 401 with the challenge of OAuth 2. */
function unauthorized(request: Request, detail: string | undefined, message = signedOut): ApiError {
  const expired = message.includes('expired') || detail?.includes('expired');
  const description = expired ? 'The access token has expired' : 'The access token is invalid';
  const metadata = `${new URL(request.url).origin}/.well-known/oauth-protected-resource`;
  return new ApiError(401, detail === undefined ? { message } : { message, detail }, {
    'WWW-Authenticate': `Bearer realm="coder", error="invalid_token", error_description="${description}", resource_metadata="${metadata}"`,
  });
}
