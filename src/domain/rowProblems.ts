import type { ValueFilter } from './filter.ts';
import { serviceAccountRole } from './roles.ts';
import type { Mapping, Target } from './settings.ts';

/** What is wrong with a mapping row, or worth a second look. Codes are stable. */
export type RowProblem =
  /** The target names nothing that exists: it gives nothing. */
  | { readonly code: 'unknown-target'; readonly target: Target; readonly suggestion?: Target }
  /** A group of another organization: the person is put into it there. */
  | { readonly code: 'foreign-target'; readonly target: Target }
  /** Every member has this anyway. */
  | { readonly code: 'implied-target'; readonly target: Target }
  /** Every login with this value fails. */
  | { readonly code: 'refused-target'; readonly target: Target }
  /** The filter runs before the mapping and stops the value. */
  | { readonly code: 'regex-kills-row' }
  /** No targets: the value gives nothing, and is not looked up by name either. */
  | { readonly code: 'swallows-value' }
  /** No login carried the value, but one that differs only by case, spaces or slashes. */
  | { readonly code: 'near-miss'; readonly seen: string }
  /** No login carried the value. */
  | { readonly code: 'never-seen' };

/** What a target is, for {@link findRowProblems}. `unchecked`: not known yet, so nothing is said. */
export type TargetState = 'known' | 'unknown' | 'foreign' | 'implied' | 'unchecked';

/** Everything that {@link findRowProblems} holds the rows against. What isn't known (yet) is left out. */
export interface RowContext {
  readonly stateOf: (target: Target) => TargetState;
  /** Offers another name for an unknown target, as a role in lower case. */
  readonly suggest?: (target: Target) => Target | undefined;
  /** Values of the chosen claim in people's last logins. */
  readonly seen?: SeenValues;
  readonly filter?: ValueFilter;
}

/** Seen claim values, indexed for near misses. */
export interface SeenValues {
  readonly all: ReadonlySet<string>;
  readonly byFolded: ReadonlyMap<string, string>;
}

/** Prepares seen values; the list is long and stays the same while rows change. */
export function indexSeenValues(values: Iterable<string>): SeenValues {
  const all = new Set(values);
  const byFolded = new Map<string, string>();
  for (const value of all) {
    const folded = foldValue(value);
    if (!byFolded.has(folded)) byFolded.set(folded, value);
  }
  return { all, byFolded };
}

/** Without case, white space and slashes: what people get wrong. Sync itself compares exactly. */
export function foldValue(value: string): string {
  return value.replace(/[\s/]+/g, '').toLowerCase();
}

/**
 * Finds the problems of each row.
 *
 * @returns only rows that have some, by key
 */
export function findRowProblems(mapping: Mapping, context: RowContext): ReadonlyMap<string, readonly RowProblem[]> {
  return rowProblemFinder(context)(mapping);
}

/**
 * Makes a {@link findRowProblems} for a mapping that changes row by row: a row that is the same as the last time has
 * the same list of problems, and isn't looked at again.
 */
export function rowProblemFinder(
  context: RowContext,
): (mapping: Mapping) => ReadonlyMap<string, readonly RowProblem[]> {
  let before = new Map<string, { readonly targets: readonly Target[]; readonly problems: readonly RowProblem[] }>();
  return (mapping) => {
    const now: typeof before = new Map();
    const found = new Map<string, readonly RowProblem[]>();
    for (const [key, targets] of mapping) {
      const known = before.get(key);
      const row = known?.targets === targets ? known : { targets, problems: problemsOfRow(key, targets, context) };
      now.set(key, row);
      if (row.problems.length > 0) found.set(key, row.problems);
    }
    before = now;
    return found;
  };
}

function problemsOfRow(key: string, targets: readonly Target[], context: RowContext): RowProblem[] {
  const problems: RowProblem[] = [];
  for (const target of targets) {
    const problem = problemOfTarget(target, context);
    if (problem) problems.push(problem);
  }
  if (context.filter && !context.filter(key)) problems.push({ code: 'regex-kills-row' });
  if (targets.length === 0) problems.push({ code: 'swallows-value' });
  const { seen } = context;
  if (seen && !seen.all.has(key)) {
    const near = seen.byFolded.get(foldValue(key));
    problems.push(near === undefined ? { code: 'never-seen' } : { code: 'near-miss', seen: near });
  }
  return problems;
}

function problemOfTarget(target: Target, { stateOf, suggest }: RowContext): RowProblem | undefined {
  if (target === serviceAccountRole) return { code: 'refused-target', target };
  switch (stateOf(target)) {
    case 'unknown': {
      const suggestion = suggest?.(target);
      return { code: 'unknown-target', target, ...(suggestion === undefined ? {} : { suggestion }) };
    }
    case 'foreign':
      return { code: 'foreign-target', target };
    case 'implied':
      return { code: 'implied-target', target };
    case 'known':
    case 'unchecked':
      return undefined;
  }
}

/** A seen value without a row that gets something nevertheless, because it is the name of a group or role. */
export interface PassThrough {
  readonly value: string;
  readonly target: Target;
}

/**
 * Seen values that no row mentions and that name a target themselves. Nothing in the mapping shows what they give.
 *
 * @param targetByName name of a group or role → what a mapping stores for it
 */
export function findPassThroughs(
  seen: Iterable<string>,
  mapping: Mapping,
  targetByName: ReadonlyMap<string, Target>,
  filter?: ValueFilter,
): readonly PassThrough[] {
  const found: PassThrough[] = [];
  for (const value of seen) {
    const target = mapping.has(value) ? undefined : targetByName.get(value);
    if (target !== undefined && (!filter || filter(value))) found.push({ value, target });
  }
  return found;
}
