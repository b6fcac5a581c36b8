import * as z from 'zod/mini';
import type { CopyScope } from './CopySettingsProps.ts';

const ids = z.array(z.string());

/** The organizations that were chosen last in this tab, so that a copy that was cut off can go on. */
export function keptSelection({ kind, organizationId }: CopyScope) {
  const key = `idp-sync-copy:${kind}:${organizationId}`;
  return {
    read: (): ReadonlySet<string> => {
      try {
        const parsed = z.safeParse(ids, JSON.parse(sessionStorage.getItem(key) ?? '[]'));
        return new Set(parsed.success ? parsed.data : []);
      } catch {
        return new Set();
      }
    },
    write: (selected: ReadonlySet<string>) => {
      try {
        sessionStorage.setItem(key, JSON.stringify([...selected]));
      } catch {
        // Nothing but the comfort is lost.
      }
    },
  };
}
