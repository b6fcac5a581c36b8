import { fail, ok, type Result } from '../result.ts';
import { emptySettings, type SyncKind, type SyncSettings, type Target } from '../settings.ts';
import { type HclAttribute, type HclBlock, type HclValue, quoteHcl, readHcl } from './hcl.ts';
import {
  createPlaces,
  type DocumentRow,
  type PolicyDocument,
  type PolicyNote,
  type PolicyProblem,
  type TargetText,
  type TextPlace,
} from './PolicyDocument.ts';
import { sortedRows } from './printPolicyJson.ts';

/** Whose settings are printed. */
export interface PolicyOwner {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}

/** The provider's resource for each kind (registry.terraform.io, coder/coderd). */
export const terraformResources: Readonly<Record<SyncKind, string>> = {
  group: 'coderd_organization_group_sync',
  role: 'coderd_organization',
  organization: 'coderd_organization_sync_settings',
};

/**
 * Writes settings as a Terraform resource, with the import block that takes over what the deployment has. Role sync is
 * a block within the organization's own resource, so that one is written as far as it is needed.
 *
 * @param owner undefined for organization sync
 * @param labelOf a name for a target, which stands behind its id as a comment
 */
export function printTerraform(
  kind: SyncKind,
  settings: SyncSettings,
  owner: PolicyOwner | undefined,
  labelOf: (target: Target) => string | undefined,
): string {
  const name = owner ? identifierOf(owner.name) : 'main';
  const address = `${terraformResources[kind]}.${name}`;
  const mapping = (indent: string) => printMapping(settings.mapping, indent, labelOf);
  const head = `resource "${terraformResources[kind]}" "${name}" {`;
  const importBlock = `import {\n  to = ${address}\n  id = ${quoteHcl(owner?.id ?? 'main')}\n}\n`;
  switch (kind) {
    case 'group':
      return [
        head,
        `  organization_id     = ${quoteHcl(owner?.id ?? '')}`,
        `  field               = ${quoteHcl(settings.field)}`,
        ...(settings.regexFilter === null ? [] : [`  regex_filter        = ${quoteHcl(settings.regexFilter)}`]),
        `  auto_create_missing = ${settings.autoCreateMissing}`,
        `  mapping = ${mapping('  ')}`,
        '}',
        '',
        importBlock,
      ].join('\n');
    case 'role':
      return [
        '# role_sync is part of the organization: if you have a resource for it, move the block there.',
        head,
        `  name         = ${quoteHcl(owner?.name ?? '')}`,
        `  display_name = ${quoteHcl(owner?.displayName ?? '')}`,
        '',
        '  role_sync {',
        `    field   = ${quoteHcl(settings.field)}`,
        `    mapping = ${mapping('    ')}`,
        '  }',
        '}',
        '',
        importBlock,
      ].join('\n');
    case 'organization':
      return [
        head,
        `  field          = ${quoteHcl(settings.field)}`,
        `  assign_default = ${settings.assignDefault}`,
        `  mapping        = ${mapping('  ')}`,
        '}',
        '',
      ].join('\n');
  }
}

function identifierOf(name: string): string {
  const plain = name.replace(/[^a-zA-Z0-9_-]/g, '_');
  return /^[a-zA-Z_]/.test(plain) ? plain : `_${plain}`;
}

function printMapping(
  mapping: SyncSettings['mapping'],
  indent: string,
  labelOf: (target: Target) => string | undefined,
): string {
  if (mapping.size === 0) return '{}';
  const lines = sortedRows(mapping).map(([value, targets]) => {
    const labels = targets.map(labelOf).filter((label) => label !== undefined);
    // A comment ends with its line: nothing in a name may end it earlier.
    const comment = labels.length === 0 ? '' : ` # ${labels.join(', ').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')}`;
    return `${indent}  ${quoteHcl(value)} = [${targets.map(quoteHcl).join(', ')}]${comment}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

/** Reads the settings of one kind out of Terraform resources. References to other resources stay unresolved. */
export function readTerraform(
  kind: SyncKind,
  text: string,
  organization: Pick<PolicyOwner, 'id' | 'name'> | undefined,
): Result<PolicyDocument, PolicyProblem> {
  const blocks = readHcl(text);
  if (!blocks.ok) return blocks;
  const placeAt = createPlaces(text);
  const resources = blocks.value.filter(
    ({ type, labels }) => type === 'resource' && labels[0] === terraformResources[kind],
  );
  const bodies = resources.flatMap((resource) =>
    kind === 'role' ? resource.blocks.filter(({ type }) => type === 'role_sync') : [resource],
  );
  if (bodies.length === 0) {
    const missing = kind === 'role' ? 'coderd_organization with role_sync' : terraformResources[kind];
    return fail({ message: `There is no resource ${missing} in this text.`, line: 1, column: 1 });
  }
  const body = bodies.length === 1 ? bodies[0] : bodies.find((one) => isOf(organization, one, resources));
  if (!body) {
    return fail({
      message: `${bodies.length} resources could be meant, and none names this organization.`,
      line: 1,
      column: 1,
    });
  }
  return new BodyReader(kind, placeAt).read(body);
}

function isOf(
  organization: Pick<PolicyOwner, 'id' | 'name'> | undefined,
  body: HclBlock,
  resources: readonly HclBlock[],
): boolean {
  const resource = resources.find((one) => one === body || one.blocks.includes(body));
  return (resource?.attributes ?? []).some(
    ({ key, value }) =>
      value.type === 'string' &&
      ((key === 'organization_id' && value.value === organization?.id) ||
        (key === 'name' && value.value === organization?.name)),
  );
}

class BodyReader {
  private readonly kind: SyncKind;
  private readonly placeAt: (offset: number) => TextPlace;
  private readonly notes: PolicyNote[] = [];

  constructor(kind: SyncKind, placeAt: (offset: number) => TextPlace) {
    this.kind = kind;
    this.placeAt = placeAt;
  }

  read({ attributes }: HclBlock): Result<PolicyDocument, PolicyProblem> {
    const own = new Map(attributes.map((attribute) => [attribute.key, attribute]));
    const { regexFilter, autoCreateMissing, assignDefault } = emptySettings;
    const field = this.scalar(own.get('field'), 'string') ?? '';
    const scalars = { field, regexFilter, autoCreateMissing, assignDefault };
    if (this.kind === 'group') {
      scalars.regexFilter = this.scalar(own.get('regex_filter'), 'string') ?? null;
      scalars.autoCreateMissing = this.scalar(own.get('auto_create_missing'), 'boolean') ?? false;
    }
    if (this.kind === 'organization')
      scalars.assignDefault = this.scalar(own.get('assign_default'), 'boolean') ?? false;
    const rows = this.rows(own.get('mapping'));
    return rows.ok ? ok({ scalars, rows: rows.value, isExact: true, notes: this.notes }) : rows;
  }

  private scalar(attribute: HclAttribute | undefined, type: 'string'): string | undefined;
  private scalar(attribute: HclAttribute | undefined, type: 'boolean'): boolean | undefined;
  private scalar(attribute: HclAttribute | undefined, type: 'string' | 'boolean'): string | boolean | undefined {
    const value = attribute?.value;
    if (!attribute || value?.type === 'null') return undefined;
    if (value?.type === type && (value.type === 'string' || value.type === 'boolean')) return value.value;
    const { line } = this.placeAt(attribute.offset);
    this.notes.push({
      message: `${attribute.key} isn’t a plain ${type === 'string' ? 'text' : 'true or false'}, and was left out.`,
      line,
    });
    return undefined;
  }

  private rows(attribute: HclAttribute | undefined): Result<readonly DocumentRow[], PolicyProblem> {
    if (!attribute || attribute.value.type === 'null') return ok([]);
    if (attribute.value.type !== 'object')
      return fail({ message: 'mapping has to be a map.', ...this.placeAt(attribute.offset) });
    const rows = new Map<string, DocumentRow>();
    for (const { key, offset, value } of attribute.value.entries) {
      const place = this.placeAt(offset);
      if (value.type !== 'list') return fail({ message: `The targets of “${key}” have to be a list.`, ...place });
      rows.set(key, { value: key, targets: value.items.map((item) => this.target(item)), line: place.line });
    }
    return ok([...rows.values()]);
  }

  private target(item: HclValue): TargetText {
    const place = this.placeAt(item.offset);
    if (item.type === 'string') return { text: item.value, ...place };
    return { text: item.type === 'reference' ? item.text : item.type, ...place, isReference: true };
  }
}
