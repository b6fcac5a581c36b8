import { printPolicyJson } from '../../domain/policy/printPolicyJson.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';
import type { TextFile } from '../../ui/downloadFile.ts';

/**
 * Name and text of the file that `coder organizations settings set …` reads. Legacy name mappings aren't in it: the
 * server refuses them.
 *
 * @param organizationName undefined for organization sync
 */
export function policyFile(kind: SyncKind, organizationName: string | undefined, settings: SyncSettings): TextFile {
  const name = kind === 'organization' ? 'organizations_policy.json' : `${organizationName}_${kind}s-policy.json`;
  return { name, text: printPolicyJson(kind, settings, false) };
}
