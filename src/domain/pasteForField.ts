import type { Paste } from './Paste.ts';

/**
 * A log line has the values of one claim and doesn't say which: they are taken as those of the claim that sync reads.
 * Any other paste stays as it is.
 */
export function pasteForField(paste: Paste, field: string): Paste {
  return paste.format === 'values' && paste.values ? { ...paste, claims: new Map([[field, paste.values]]) } : paste;
}
