import type { SyncKind } from '../../domain/settings.ts';
import { shownName } from '../../domain/shownName.ts';
import type { TracedTarget, ValueTrace } from '../../domain/trace.ts';
import { type Change, type Evaluation, targetKey } from './evaluateSync.ts';
import { kinds, type NameOf, targetName } from './previewWords.ts';

/** One step of a claim value. */
export interface Step {
  readonly text: string;
  /** Key of the mapping row that the step is about. */
  readonly row?: string;
  /** What the text ends with, to the letter. */
  readonly mono?: string;
}

/** What the steps depend on besides the trace. */
export interface StepContext {
  readonly kind: SyncKind;
  readonly regexFilter: string | null;
  readonly changes: Evaluation['changes'];
  readonly nameOf: NameOf;
  readonly rowNumber: (key: string) => number | undefined;
}

/** The way of one claim value, step by step: renamed, filtered, its row, and what each of its targets comes to. */
export function valueSteps(trace: ValueTrace, context: StepContext): readonly Step[] {
  const { kind, regexFilter } = context;
  const steps: Step[] = [];
  if (trace.renamedTo !== undefined) steps.push({ text: 'renamed by a server flag to', mono: trace.renamedTo });
  if (trace.reason === 'filtered-out') {
    return [...steps, { text: 'stopped by the regex filter', ...(regexFilter && { mono: regexFilter }) }];
  }
  if (kind === 'group' && regexFilter) steps.push({ text: 'passes the filter' });
  return [...steps, ...lookup(trace, context), ...landing(trace, context)];
}

/** How a value finds its targets. */
function lookup({ reason, row }: ValueTrace, { kind, rowNumber }: StepContext): readonly Step[] {
  const { thing } = kinds[kind];
  if (row !== undefined) return [{ text: `row ${rowNumber(row) ?? ''}`.trimEnd(), row }];
  switch (reason) {
    case 'matched-by-name':
      return [{ text: 'no row' }, { text: `a ${thing} of this name` }];
    case 'passed-through':
      return [{ text: 'no row' }, { text: `taken for a ${thing} name` }];
    case 'unmapped':
      return [{ text: 'no row' }, ...(kind === 'organization' ? [] : [{ text: `no ${thing} of this name` }])];
    default:
      return [{ text: 'no row' }, { text: `no ${thing} of this name` }];
  }
}

const most = 8;

/** What the targets of a value come to. */
function landing({ reason, targets }: ValueTrace, context: StepContext): readonly Step[] {
  const { thing, things } = kinds[context.kind];
  if (reason === 'mapped-to-nothing') return [{ text: `row is empty: gives no ${thing}` }];
  if (reason === 'unmapped') return [{ text: 'ends here' }];
  const byVerb = new Map<string, string[]>();
  for (const target of targets.slice(0, most)) {
    const { verb, name } = landingOf(target, context);
    byVerb.set(verb, [...(byVerb.get(verb) ?? []), name]);
  }
  const texts = [...byVerb].map(([verb, names]) => `${verb} ${names.join(', ')}`);
  if (targets.length > most) texts.push(`and ${targets.length - most} more ${things}`);
  return [{ text: texts.join(', ') }];
}

const verbs: Readonly<Record<SyncKind, Readonly<Partial<Record<Change, string>>>>> = {
  group: { added: 'joins', kept: 'stays in', created: 'creates and joins' },
  role: { added: 'gets', kept: 'keeps' },
  organization: { added: 'joins', kept: 'stays in' },
};

function landingOf(traced: TracedTarget, { kind, changes, nameOf }: StepContext): { verb: string; name: string } {
  const { target, outcome } = traced;
  switch (outcome) {
    case 'given':
    case 'created':
    case 'foreign': {
      const change = changes.get(targetKey(traced));
      const name = outcome === 'created' ? shownName(target) : nameOf(target);
      return { verb: (change && verbs[kind][change]) ?? 'gives', name };
    }
    case 'implied':
      return { verb: 'gives', name: `${nameOf(target)}, which every member has` };
    case 'unknown':
    case 'deleted':
      return {
        verb: 'ignored:',
        name: kind === 'role' ? `unknown role ${target}` : `deleted ${kinds[kind].thing} ${targetName(target, nameOf)}`,
      };
    case 'refused':
      return { verb: 'the login fails: sync may not give', name: nameOf(target) };
  }
}

/** The stable code of what became of a value, to be quoted: its reason, and the outcomes that aren't simply `given`. */
export function traceCode({ reason, targets }: ValueTrace): string {
  const odd = targets.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'given' && outcome !== reason);
  return [reason, ...new Set(odd)].join(' / ');
}

/** Steps as one line of plain text. */
export function stepsText(steps: readonly Step[]): string {
  return steps.map(({ text, mono }) => (mono === undefined ? text : `${text} ${mono}`)).join(' → ');
}
