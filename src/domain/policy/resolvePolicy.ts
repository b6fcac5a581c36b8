import type { Scalars } from '../planWrite.ts';
import type { SyncKind, SyncSettings, Target } from '../settings.ts';
import { parseUuid } from '../uuid.ts';
import type { PolicyDocument, PolicyNote, TargetText } from './PolicyDocument.ts';

/** Something that a mapping can point to. */
export interface NamedTarget {
  readonly target: Target;
  readonly name: string;
  readonly label: string;
}

/** A target that couldn't be found. */
export interface UnresolvedTarget {
  readonly value: string;
  readonly text: string;
  readonly line: number;
  /** What it could mean, if there is more than one. */
  readonly candidates: readonly NamedTarget[];
}

export interface ResolvedPolicy {
  readonly settings: SyncSettings;
  /** They aren't in the settings. A row of which nothing is left isn't either: an empty row would block its value. */
  readonly unresolved: readonly UnresolvedTarget[];
  readonly notes: readonly PolicyNote[];
}

/** Whether the rows of a text take the place of those that there are, or come to them. */
export type ImportMode = 'replace' | 'add';

/**
 * Makes settings of what a text says. Names become ids: an exact name first, then a display name, then either in any
 * case, if only one thing is meant. An id is kept, also one that names nothing. Settings that the text doesn't speak of
 * stay as they are, and so do legacy name mappings, which nobody can write.
 *
 * @param current settings as they are now
 */
export function resolvePolicy(
  kind: SyncKind,
  document: PolicyDocument,
  current: SyncSettings,
  directory: readonly NamedTarget[],
  mode: ImportMode = 'replace',
): ResolvedPolicy {
  const finder = new TargetFinder(kind === 'role' && document.isExact, kind, directory, current);
  const mapping = new Map<string, readonly Target[]>(mode === 'add' ? current.mapping : []);
  const unresolved: UnresolvedTarget[] = [];
  const notes: PolicyNote[] = [...document.notes];
  let unknownIds = 0;
  for (const { value, targets } of document.rows) {
    const found: Target[] = [];
    for (const target of targets) {
      const answer = finder.find(target);
      if (answer.target === undefined)
        unresolved.push({ value, text: target.text, line: target.line, candidates: answer.candidates });
      else found.push(answer.target);
      if (answer.isUnknown) unknownIds += 1;
    }
    if (targets.length > 0 && found.length === 0) continue;
    mapping.set(value, [...new Set([...(mapping.get(value) ?? []), ...found])]);
  }
  if (unknownIds > 0 && directory.length > 0) notes.push({ message: unknownNote(kind, unknownIds) });
  const scalars: Partial<Scalars> = mode === 'add' ? {} : document.scalars;
  return { settings: { ...current, ...scalars, mapping }, unresolved, notes };
}

function unknownNote(kind: SyncKind, count: number): string {
  const what = kind === 'role' ? 'role name' : 'id';
  const place = kind === 'organization' ? 'in this deployment' : 'in this organization';
  return `${count} ${count === 1 ? `${what} names` : `${what}s name`} nothing ${place}. They are kept, and give nothing.`;
}

interface Found {
  readonly target: Target | undefined;
  readonly candidates: readonly NamedTarget[];
  /** It can be stored, but names nothing. */
  readonly isUnknown: boolean;
}

class TargetFinder {
  private readonly isExact: boolean;
  private readonly kind: SyncKind;
  private readonly known: ReadonlySet<Target>;
  private readonly mapped: ReadonlySet<Target>;
  private readonly indexes: readonly ReadonlyMap<string, readonly NamedTarget[]>[];

  constructor(isExact: boolean, kind: SyncKind, directory: readonly NamedTarget[], current: SyncSettings) {
    this.isExact = isExact;
    this.kind = kind;
    this.known = new Set(directory.map(({ target }) => target));
    this.mapped = new Set([...current.mapping.values()].flat());
    const lower = (text: string) => text.toLowerCase();
    this.indexes = [
      indexBy(directory, ({ name }) => [name]),
      indexBy(directory, ({ label }) => [label]),
      indexBy(directory, ({ name, label }) => [lower(name), lower(label)]),
    ];
  }

  find({ text, isReference = false }: TargetText): Found {
    if (isReference) return found(undefined);
    // A role is stored by its name: one that is stored already, or exists, is never taken for another.
    const id = this.kind === 'role' ? text : parseUuid(text);
    if (id !== undefined && (this.isExact || this.known.has(id) || this.mapped.has(id)))
      return found(id, !this.known.has(id));
    const byName = this.byName(text);
    if (byName.length === 1) return found(byName[0]?.target);
    if (byName.length > 1) return { target: undefined, candidates: byName, isUnknown: false };
    return id === undefined ? { target: undefined, candidates: [], isUnknown: false } : found(id, true);
  }

  private byName(text: string): readonly NamedTarget[] {
    const [name, label, anyCase] = this.indexes;
    const trimmed = text.trim();
    return name?.get(text) ?? name?.get(trimmed) ?? label?.get(trimmed) ?? anyCase?.get(trimmed.toLowerCase()) ?? [];
  }
}

function found(target: Target | undefined, isUnknown = false): Found {
  return { target, candidates: [], isUnknown };
}

function indexBy(
  directory: readonly NamedTarget[],
  keysOf: (item: NamedTarget) => readonly string[],
): ReadonlyMap<string, readonly NamedTarget[]> {
  const index = new Map<string, readonly NamedTarget[]>();
  for (const item of directory) {
    for (const key of new Set(keysOf(item))) index.set(key, [...(index.get(key) ?? []), item]);
  }
  return index;
}
