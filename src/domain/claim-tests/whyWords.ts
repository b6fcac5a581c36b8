import type { ClaimError } from '../claims.ts';
import type { SyncKind, Target } from '../settings.ts';
import { shownName } from '../shownName.ts';
import type { TracedTarget, ValueTrace } from '../trace.ts';

/** As much of a plan as is needed to say why it came to that; the three kinds have it. */
interface PlannedSync {
  readonly enabled: boolean;
  readonly error?: ClaimError;
  readonly claimPresent: boolean;
  readonly trace: readonly ValueTrace[];
}

const mostLines = 20;

/**
 * Says what one sync made of each value of its claim, a line each.
 *
 * @param target only values that lead to it; undefined: all of them
 */
export function whyWords(
  kind: SyncKind,
  { enabled, error, claimPresent, trace }: PlannedSync,
  field: string,
  nameOf: (target: Target) => string,
  target?: Target,
): readonly string[] {
  const sync = `${kind.charAt(0).toUpperCase()}${kind.slice(1)} sync`;
  if (!enabled) return [`${sync} is off.`];
  const claim = `the claim ${quoted(field)}`;
  if (error) return [`${sync} is skipped: ${claim} ${errorWords(error)}.`];
  if (!claimPresent) return [`${sync} reads ${claim}, which isn’t there.`];
  if (trace.length === 0) return [`${sync} reads ${claim}, which has no values.`];
  const relevant =
    target === undefined ? trace : trace.filter((step) => step.targets.some((given) => given.target === target));
  const all = new Set(relevant.map((step) => `${quoted(step.value)} ${stepWords(kind, step, nameOf)}`));
  const lines = [...all].slice(0, mostLines);
  return all.size > mostLines ? [...lines, `and ${all.size - mostLines} more values`] : lines;
}

function quoted(text: string): string {
  return `“${shownName(text)}”`;
}

function stepWords(kind: SyncKind, step: ValueTrace, nameOf: (target: Target) => string): string {
  const given = step.targets.map((target) => targetWords(target, nameOf)).join(', ');
  const words = {
    mapped: `→ ${given}${step.row === undefined ? '' : ` (row ${quoted(step.row)})`}`,
    'mapped-to-nothing': `→ nothing: its row has no ${kind}`,
    'filtered-out': 'is stopped by the regex filter',
    'matched-by-name': `→ ${given} (group of the same name)`,
    created: `→ ${given}`,
    'passed-through': `→ ${given} (no row, taken as a role)`,
    unmapped: kind === 'organization' ? 'has no row' : `has no row, and there is no ${kind} of this name`,
  }[step.reason];
  return step.renamedTo === undefined ? words : `is renamed to ${quoted(step.renamedTo)} by a server flag, ${words}`;
}

function targetWords({ target, outcome }: TracedTarget, nameOf: (target: Target) => string): string {
  switch (outcome) {
    case 'given':
    case 'foreign':
      return shownName(nameOf(target));
    case 'created':
      return `${shownName(target)} (created)`;
    case 'implied':
      return `${shownName(nameOf(target))} (every member has it)`;
    case 'unknown':
      return `${shownName(nameOf(target))} (names nothing)`;
    case 'deleted':
      return `${shownName(nameOf(target))} (deleted)`;
    case 'refused':
      return `${shownName(nameOf(target))} (sync may not give it)`;
  }
}

function errorWords(error: ClaimError): string {
  switch (error.code) {
    case 'csv_string':
      return 'is one text with a comma in it, not a list';
    case 'not_string_array':
      return 'is neither a text nor a list of texts';
    case 'element_not_string':
      return `is a list whose element ${error.index + 1} isn’t a text`;
  }
}
