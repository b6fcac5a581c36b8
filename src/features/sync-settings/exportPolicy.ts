import { encodeSettings } from '../../api/syncSettings.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';

/**
 * Name and text of the file that `coder organizations settings set …` reads. Legacy name mappings aren't in it: the
 * server refuses them.
 *
 * @param organizationName undefined for organization sync
 */
export function policyFile(kind: SyncKind, organizationName: string | undefined, settings: SyncSettings) {
  const name = kind === 'organization' ? 'organizations_policy.json' : `${organizationName}_${kind}s-policy.json`;
  return { name, text: `${JSON.stringify(encodeSettings(kind, settings), null, 2)}\n` };
}

/** Hands a text file to the browser. */
export function downloadFile({ name, text }: { readonly name: string; readonly text: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
