/**
 * Takes white space off the ends of what was typed or pasted, unless logins carry the value with exactly that space:
 * sync compares to the letter.
 */
export function cleanValue(text: string, seen: readonly string[]): string {
  const trimmed = text.trim();
  return trimmed === text || seen.includes(text) ? text : trimmed;
}
