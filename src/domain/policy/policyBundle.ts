import { fail, ok, type Result } from '../result.ts';
import type { SyncKind } from '../settings.ts';
import { quoteAsGo } from './goText.ts';
import type { PolicyDocument, PolicyProblem } from './PolicyDocument.ts';
import type { JsonNode, JsonTree } from './readJsonTree.ts';
import { readPolicyJson } from './readPolicyJson.ts';
import { reindentJson } from './reindentJson.ts';

/** Settings of one organization, as the JSON that the deployment gives for each. */
export interface BundlePart {
  readonly id: string;
  readonly name: string;
  readonly groupSync: string;
  readonly roleSync: string;
}

/**
 * Writes the settings of a whole deployment as one JSON file. What the deployment gives stands in it token by token.
 *
 * @param organizationSync JSON of the deployment's organization sync
 */
export function printBundle(organizationSync: string, organizations: readonly BundlePart[]): string {
  const parts = organizations.map(({ id, name, groupSync, roleSync }) => {
    return `{"id":${quoteAsGo(id)},"name":${quoteAsGo(name)},"group_sync":${groupSync},"role_sync":${roleSync}}`;
  });
  return `${reindentJson(`{"version":1,"organization_sync":${organizationSync},"organizations":[${parts.join(',')}]}`)}\n`;
}

/** Settings that a bundle holds. */
export interface BundleEntry {
  readonly kind: SyncKind;
  /** Undefined for organization sync. */
  readonly organization: { readonly id: string; readonly name: string } | undefined;
  readonly document: Result<PolicyDocument, PolicyProblem>;
}

/** Whether a JSON text is a bundle, and not the settings of one sync. */
export function isBundle({ root }: JsonTree): boolean {
  return get(root, 'organizations')?.type === 'array' || get(root, 'organization_sync')?.type === 'object';
}

/** Reads everything that a bundle holds. */
export function readBundle({ root, placeAt }: JsonTree): Result<readonly BundleEntry[], PolicyProblem> {
  const entries: BundleEntry[] = [];
  const add = (kind: SyncKind, organization: BundleEntry['organization'], node: JsonNode | undefined) => {
    if (node) entries.push({ kind, organization, document: readPolicyJson(kind, node, placeAt) });
  };
  add('organization', undefined, get(root, 'organization_sync'));
  const list = get(root, 'organizations');
  for (const item of list?.type === 'array' ? list.items : []) {
    const id = textOf(get(item, 'id'));
    const name = textOf(get(item, 'name'));
    if (id === undefined && name === undefined) {
      return fail({ message: 'An organization needs an id or a name here.', ...placeAt(item.offset) });
    }
    const organization = { id: id ?? '', name: name ?? '' };
    add('group', organization, get(item, 'group_sync'));
    add('role', organization, get(item, 'role_sync'));
  }
  return ok(entries);
}

function get(node: JsonNode, key: string): JsonNode | undefined {
  return node.type === 'object' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? node.value : undefined;
}
