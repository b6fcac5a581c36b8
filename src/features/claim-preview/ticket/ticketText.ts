import { endsNowhere, type OutcomeRow, type ValueRow } from '../evaluateSync.ts';
import { changeWords, outcomeName, reasonWords } from '../previewWords.ts';
import type { Ways } from '../useWays.ts';
import { type StepContext, stepsText, traceCode, valueSteps } from '../valueSteps.ts';

/** One sync, as a ticket tells it. */
export interface TicketPart {
  /** Such as "Group sync of Engineering". */
  readonly title: string;
  /** Name of the claim; with two settings, the draft's and the saved one's. */
  readonly field: { readonly draft: string; readonly saved: string };
  /** What there is to say in its place, where nothing is synced. */
  readonly note?: string | undefined;
  readonly ways?: Ways | undefined;
}

/** What a ticket tells. */
export interface Ticket {
  readonly title: string;
  readonly verdict: string;
  /** Undefined: there is no draft. */
  readonly savedVerdict: string | undefined;
  readonly findings: readonly string[];
  readonly parts: readonly TicketPart[];
}

/** Above that a ticket only counts. */
const mostLines = 500;

/** A preview as plain text. Who the person is stands in it: see `blankIdentity`. */
export function ticketText({ title, verdict, savedVerdict, findings, parts }: Ticket): string {
  const lines = [title, ''];
  if (savedVerdict === undefined) lines.push(`As saved: ${verdict}`);
  else lines.push(`With the draft: ${verdict}`, `As saved: ${savedVerdict}`);
  if (findings.length > 0) lines.push('', 'About the claim:', ...findings.map((finding) => `- ${finding}`));
  for (const part of parts) lines.push('', ...partLines(part, savedVerdict !== undefined));
  return `${lines.join('\n')}\n`;
}

function partLines({ title, field, note, ways }: TicketPart, hasDraft: boolean): readonly string[] {
  const reads = (name: string) => (name === '' ? 'off' : `reads the claim “${name}”`);
  const fields =
    field.draft === field.saved ? reads(field.draft) : `draft ${reads(field.draft)}, saved ${reads(field.saved)}`;
  const head = [`${title} (${fields})`, ...(note === undefined ? [] : [`  ${note}`])];
  if (!ways) return head;
  return [
    ...head,
    ...limited(ways.outcomes, (row) => [outcomeLine(row, ways, hasDraft)]),
    ...(ways.values.length > 0 ? ['  Value by value:'] : []),
    ...limited(ways.values, (row) => valueLines(row, ways, hasDraft)),
  ];
}

function limited<T>(rows: readonly T[], linesOf: (row: T) => readonly string[]): readonly string[] {
  const lines = rows.slice(0, mostLines).flatMap(linesOf);
  return rows.length > mostLines ? [...lines, `  and ${rows.length - mostLines} more`] : lines;
}

function outcomeLine({ key, draft, saved, givenBy }: OutcomeRow, { kind, draft: { nameOf } }: Ways, hasDraft: boolean) {
  const word = (change: OutcomeRow['draft']) => (change ? changeWords[change].word : 'not given');
  const what = !hasDraft || draft === saved ? word(draft) : `${word(saved)} as saved, ${word(draft)} with the draft`;
  const why = reasonWords(kind, givenBy, draft);
  return `  ${draft ? changeWords[draft].sign : '·'} ${outcomeName(key, nameOf)}: ${what}${why === '' ? '' : ` (${why})`}`;
}

function valueLines(
  { value, count, draft, saved, differs }: ValueRow,
  ways: Ways,
  hasDraft: boolean,
): readonly string[] {
  const way = (trace: ValueRow['draft'], context: StepContext) => {
    if (!trace) return 'not read';
    const nowhere = endsNowhere(trace) ? ', ends nowhere' : '';
    return `${stepsText(valueSteps(trace, context))} [${traceCode(trace)}${nowhere}]`;
  };
  const head = `  ${value === '' ? '(empty value)' : value}${count > 1 ? ` ×${count}` : ''}`;
  if (!hasDraft || !differs) return [`${head}: ${way(draft, ways.draft)}`];
  return [head, `    draft: ${way(draft, ways.draft)}`, `    saved: ${way(saved, ways.saved)}`];
}
