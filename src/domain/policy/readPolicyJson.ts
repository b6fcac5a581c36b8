import type { Scalars } from '../planWrite.ts';
import type { Result } from '../result.ts';
import { emptySettings, type SyncKind } from '../settings.ts';
import { Misread, orMisread } from './Misread.ts';
import type { DocumentRow, PolicyDocument, PolicyNote, PolicyProblem, TextPlace } from './PolicyDocument.ts';
import type { JsonEntry, JsonNode } from './readJsonTree.ts';

/** Keys that a kind's settings have besides `field` and `mapping`. */
const ownKeys: Readonly<Record<SyncKind, readonly string[]>> = {
  group: ['regex_filter', 'auto_create_missing_groups', 'legacy_group_name_mapping'],
  role: [],
  organization: ['organization_assign_default', 'assign_default', 'assigndefault'],
};

/** The other spelling, of `/config` and Terraform, which the coder command ignores in silence. */
const otherSpelling = 'assign_default';

/**
 * Reads settings as `coder organizations settings set` does, from a JSON object. What that command would do in silence
 * (leave out a key that it doesn't know, take a missing one for empty) is said in a note.
 *
 * @param placeAt where an offset of the node is
 */
export function readPolicyJson(
  kind: SyncKind,
  node: JsonNode,
  placeAt: (offset: number) => TextPlace,
): Result<PolicyDocument, PolicyProblem> {
  return orMisread(placeAt, () => new PolicyReader(kind, placeAt).read(node));
}

class PolicyReader {
  private readonly kind: SyncKind;
  private readonly placeAt: (offset: number) => TextPlace;
  private readonly notes: PolicyNote[] = [];

  constructor(kind: SyncKind, placeAt: (offset: number) => TextPlace) {
    this.kind = kind;
    this.placeAt = placeAt;
  }

  read(node: JsonNode): PolicyDocument {
    if (node.type !== 'object')
      throw new Misread('The settings have to be a JSON object: { "field": … }.', node.offset);
    const entries = this.byKey(node.entries);
    this.refuseOtherKinds(entries);
    const field = this.string(entries.get('field'), 'field') ?? '';
    if (!entries.has('field')) this.note('There is no field: taken for empty, which switches the sync off.');
    const rows = this.rows(entries.get('mapping'));
    const scalars: Scalars = { ...this.scalars(entries), field };
    const legacy = entries.get('legacy_group_name_mapping');
    if (legacy?.value.type !== 'object' || legacy.value.entries.length === 0) {
      return { scalars, rows, isExact: true, notes: this.notes };
    }
    this.note('Legacy group mappings can’t be written, so those that there are stay as they are.', legacy);
    const pairs = legacy.value.entries.map(
      (entry) => [entry.key, this.string(entry, 'legacy_group_name_mapping') ?? ''] as const,
    );
    return { scalars, rows, legacyNameMapping: new Map(pairs), isExact: true, notes: this.notes };
  }

  private scalars(entries: ReadonlyMap<string, JsonEntry>): Omit<Scalars, 'field'> {
    const { regexFilter, autoCreateMissing, assignDefault } = emptySettings;
    const none = { regexFilter, autoCreateMissing, assignDefault };
    if (this.kind === 'group') {
      return {
        ...none,
        regexFilter: this.string(entries.get('regex_filter'), 'regex_filter') ?? null,
        autoCreateMissing: this.boolean(entries.get('auto_create_missing_groups')) ?? false,
      };
    }
    if (this.kind === 'role') return none;
    const whole = entries.get('organization_assign_default');
    const other = entries.get(otherSpelling) ?? entries.get('assigndefault');
    const value = this.boolean(whole);
    const otherValue = this.boolean(other);
    if (whole && other && value !== otherValue) {
      throw new Misread(`${other.key} says something else than organization_assign_default.`, other.offset);
    }
    if (!whole && other) {
      this.note(`${other.key} was taken for organization_assign_default; the coder command ignores it.`, other);
    }
    if (!whole && !other) this.note('There is no organization_assign_default: taken for false.');
    return { ...none, assignDefault: value ?? otherValue ?? false };
  }

  /** Keys as Go matches them: in any case, the last one wins. */
  private byKey(entries: readonly JsonEntry[]): ReadonlyMap<string, JsonEntry> {
    const known = new Map<string, JsonEntry>();
    const allowed = ['field', 'mapping', ...Object.values(ownKeys).flat()];
    for (const entry of entries) {
      const key = entry.key.toLowerCase();
      if (!allowed.includes(key)) this.note(`${entry.key} is no setting, and was left out.`, entry);
      else if (known.has(key)) this.note(`${entry.key} stands there twice; the last one counts.`, entry);
      if (allowed.includes(key)) known.set(key, entry);
    }
    return known;
  }

  private refuseOtherKinds(entries: ReadonlyMap<string, JsonEntry>): void {
    for (const [other, keys] of Object.entries(ownKeys)) {
      if (other === this.kind) continue;
      const strange = keys.map((key) => entries.get(key)).find((entry) => entry !== undefined);
      if (strange) {
        throw new Misread(
          `These are settings of ${other} sync (${strange.key}), not of ${this.kind} sync.`,
          strange.offset,
        );
      }
    }
  }

  private rows(entry: JsonEntry | undefined): readonly DocumentRow[] {
    if (!entry) {
      this.note('There is no mapping: taken for empty.');
      return [];
    }
    if (isNull(entry.value)) return [];
    if (entry.value.type !== 'object') throw new Misread('mapping has to be an object.', entry.value.offset);
    const rows = new Map<string, DocumentRow>();
    for (const { key, offset, value } of entry.value.entries) {
      const { line } = this.placeAt(offset);
      if (rows.has(key)) this.notes.push({ message: `“${key}” stands there twice; the last one counts.`, line });
      rows.set(key, { value: key, targets: this.targets(key, value), line });
    }
    return [...rows.values()];
  }

  private targets(key: string, list: JsonNode): DocumentRow['targets'] {
    if (isNull(list)) return [];
    if (list.type !== 'array') throw new Misread(`The targets of “${key}” have to be a list.`, list.offset);
    return list.items.map((item) => {
      if (item.type !== 'string') throw new Misread(`Each target of “${key}” has to be a text.`, item.offset);
      return { text: item.value, ...this.placeAt(item.offset) };
    });
  }

  private string(entry: JsonEntry | undefined, name: string): string | undefined {
    if (!entry || isNull(entry.value)) return undefined;
    if (entry.value.type !== 'string') throw new Misread(`${name} has to be a text.`, entry.value.offset);
    return entry.value.value;
  }

  private boolean(entry: JsonEntry | undefined): boolean | undefined {
    if (!entry || isNull(entry.value)) return undefined;
    if (entry.value.type !== 'literal' || typeof entry.value.value !== 'boolean') {
      throw new Misread(`${entry.key} has to be true or false.`, entry.value.offset);
    }
    return entry.value.value;
  }

  private note(message: string, at?: JsonEntry): void {
    this.notes.push(at ? { message, line: this.placeAt(at.offset).line } : { message });
  }
}

function isNull(node: JsonNode): boolean {
  return node.type === 'literal' && node.value === null;
}
