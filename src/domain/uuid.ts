const dashed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const plain = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;

export const nilUuid = '00000000-0000-0000-0000-000000000000';

/**
 * Reads a UUID in each form that the server takes (dashed, 32 digits, `{…}`, `urn:uuid:…`), of any version.
 *
 * Mirrors `github.com/google/uuid` Parse, which also takes any other two characters in place of the braces.
 *
 * @returns lower case with dashes, or undefined
 */
export function parseUuid(text: string): string | undefined {
  const bare = /^\{.{36}\}$/.test(text) ? text.slice(1, -1) : text.replace(/^urn:uuid:(?=.{36}$)/i, '');
  if (dashed.test(bare)) return bare.toLowerCase();
  return plain.test(text) ? text.toLowerCase().replace(plain, '$1-$2-$3-$4-$5') : undefined;
}
