import { parseUuid } from '../../src/domain/uuid.ts';
import { GoError } from './GoError.ts';

/**
 * Reads a UUID in any form that the server takes.
 *
 * Mirrors `github.com/google/uuid` Parse, with its error texts.
 *
 * @throws {GoError}
 */
export function parseGoUuid(text: string): string {
  const length = new TextEncoder().encode(text).length;
  if (![32, 36, 38, 45].includes(length)) throw new GoError(`invalid UUID length: ${length}`);
  const prefix = text.slice(0, 9);
  if (length === 45 && prefix.toLowerCase() !== 'urn:uuid:') {
    throw new GoError(`invalid urn prefix: ${JSON.stringify(prefix)}`);
  }
  const uuid = parseUuid(text);
  if (uuid === undefined) throw new GoError('invalid UUID format');
  return uuid;
}
