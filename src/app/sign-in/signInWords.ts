import { type ApiError, hasStatus } from '../../api/ApiError.ts';
import { errorWords } from '../../session/errorWords.ts';

/** Why signing in with a password failed, in the server's words where it has them. */
export function passwordWords(error: unknown): string {
  if (hasStatus(error, 403) && error.message.startsWith('Incorrect login type')) {
    return 'This account signs in through the identity provider and has no password here. Use a session token.';
  }
  if (hasStatus(error, 401, 403)) return error.message;
  if (hasStatus(error, 400)) return badRequestWords(error);
  return otherWords(error);
}

/** Why signing in with a session token failed. The token isn't repeated. */
export function tokenWords(error: unknown): string {
  if (!hasStatus(error, 401)) return otherWords(error);
  return error.message.startsWith('User is not active')
    ? error.message
    : 'The deployment doesn’t take this token: it is wrong, has expired, or was revoked. Get a new one.';
}

function badRequestWords({ message, validations }: ApiError): string {
  return validations.some(({ field }) => field === 'email') ? 'That isn’t an email address.' : message;
}

function otherWords(error: unknown): string {
  const { title, detail } = errorWords(error, 'sign in');
  return [title, detail].filter((text) => text !== undefined).join('. ');
}
