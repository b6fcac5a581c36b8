import { hasStatus } from '../../api/ApiError.ts';
import { errorWords } from '../../session/errorWords.ts';

/** Why signing in failed, in the server's words where it has them. */
export function signInWords(error: unknown): string {
  if (hasStatus(error, 401)) return error.message;
  if (hasStatus(error, 403) && error.message.startsWith('Incorrect login type')) {
    return 'This account signs in through the identity provider and has no password here. Use an account with a password.';
  }
  if (hasStatus(error, 403)) return error.message;
  if (hasStatus(error, 400))
    return error.validations.some(({ field }) => field === 'email') ? 'That isn’t an email address.' : error.message;
  const { title, detail } = errorWords(error, 'sign in');
  return [title, detail].filter((text) => text !== undefined).join('. ');
}
