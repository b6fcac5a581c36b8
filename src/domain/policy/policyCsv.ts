import { fail, ok, type Result } from '../result.ts';
import type { SyncSettings, Target } from '../settings.ts';
import {
  createPlaces,
  type DocumentRow,
  type PolicyDocument,
  type PolicyNote,
  type PolicyProblem,
} from './PolicyDocument.ts';
import { sortedRows } from './printPolicyJson.ts';

const needsQuotes = /[",;\t\r\n\ufeff]|^\s|\s$|^$/;
const header = 'value,target';

/**
 * Writes the mapping of a sync as CSV: one line per value and target, below a header. A value that gives nothing has a
 * line with an empty target.
 *
 * @param nameOf name of a target, or itself
 */
export function printPolicyCsv(mapping: SyncSettings['mapping'], nameOf: (target: Target) => string): string {
  const lines = [header];
  for (const [value, targets] of sortedRows(mapping)) {
    if (targets.length === 0) lines.push(`${quote(value)},`);
    for (const target of targets) lines.push(`${quote(value)},${quote(nameOf(target))}`);
  }
  return `${lines.join('\n')}\n`;
}

function quote(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface Cell {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly offset: number;
}

type CsvRecord = readonly Cell[];

const delimiters = ['\t', ',', ';'] as const;
type Delimiter = (typeof delimiters)[number];

/** What people call the columns, as this page exports them and as spreadsheets do. */
const valueHeaders = /^(claim )?value$|^idp (group|role|organization)( name)?$|^given$/i;
const targetHeaders = /^targets?( (name|id))?$|^(coder )?(group|role|organization)s?( (name|id))?$|^gets$/i;

/**
 * Reads lines of value and target, separated by a comma, a tab (as spreadsheets copy them) or a semicolon. A header is
 * known by its words. It says nothing about the other settings.
 */
export function readPolicyCsv(text: string): Result<PolicyDocument, PolicyProblem> {
  const placeAt = createPlaces(text);
  const parsed = parseRecords(text, findDelimiter(text));
  if (!parsed.ok) return fail({ message: parsed.error.message, ...placeAt(parsed.error.offset) });
  const records = parsed.value;
  const [first] = records;
  const isHeader = first?.length === 2 && isHeaderPair(first[0], first[1]);
  const isSwapped = first?.length === 2 && isHeaderPair(first[1], first[0]) && !isHeader;
  const notes: PolicyNote[] = [];
  const rows = new Map<string, DocumentRow>();
  for (const record of records.slice(isHeader || isSwapped ? 1 : 0)) {
    const [left, right] = record;
    const place = placeAt(left?.offset ?? 0);
    if (!left || !right) {
      return fail({ message: `A target is missing: “value,target” is expected, with one of each.`, ...place });
    }
    if (record.length > 2)
      return fail({ message: `There are ${record.length} columns; two are expected: value and target.`, ...place });
    const [value, target] = isSwapped ? [right, left] : [left, right];
    if (!value.isQuoted && value.text !== value.text.trim()) {
      notes.push({ message: `“${value.text}” starts or ends with a space, which counts.`, line: place.line });
    }
    const targets = target.text === '' && !target.isQuoted ? [] : [{ text: target.text, ...placeAt(target.offset) }];
    const known = rows.get(value.text);
    rows.set(
      value.text,
      known ? { ...known, targets: [...known.targets, ...targets] } : { value: value.text, targets, line: place.line },
    );
  }
  const nothing = [...rows.values()].filter(({ targets }) => targets.length === 0);
  if (nothing.length > 0) notes.push({ message: nothingNote(nothing.length), line: nothing[0]?.line ?? 1 });
  return ok({ scalars: {}, rows: [...rows.values()], isExact: false, notes });
}

function nothingNote(count: number): string {
  return `${count === 1 ? 'One value has' : `${count} values have`} no target: mapped to nothing, so that no group or role of the same name is given either.`;
}

function isHeaderPair(value: Cell | undefined, target: Cell | undefined): boolean {
  return !!value && !!target && valueHeaders.test(value.text.trim()) && targetHeaders.test(target.text.trim());
}

/** The one with which most lines have two columns, of which the second looks like a whole one. */
function findDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const parsed = parseRecords(text, delimiter);
    const count = parsed.ok ? parsed.value.filter((record) => record.length === 2 && isWhole(record[1])).length : 0;
    if (count > most) {
      most = count;
      best = delimiter;
    }
  }
  return best;
}

function isWhole(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.isQuoted || !/[",;\t]/.test(cell.text));
}

/** RFC 4180. Blank lines are left out. */
function parseRecords(
  text: string,
  delimiter: Delimiter,
): Result<readonly CsvRecord[], { readonly message: string; readonly offset: number }> {
  const records: CsvRecord[] = [];
  let record: Cell[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const endRecord = () => {
    const isBlank = record.length === 1 && record[0]?.isQuoted === false && record[0].text.trim() === '';
    if (!isBlank) records.push(record);
    record = [];
  };
  while (at < text.length || record.length > 0) {
    const offset = at;
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      if (end === -1) return fail({ message: 'This text is never closed: a " is missing.', offset });
      at = end + 1;
      record.push({ text: text.slice(offset + 1, end).replaceAll('""', '"'), isQuoted: true, offset });
      if (at < text.length && text[at] !== delimiter && !/[\r\n]/.test(text[at] ?? '')) {
        return fail({ message: 'Something follows after a closing quote.', offset: at });
      }
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && !text.startsWith('\r\n', at)) at += 1;
      record.push({ text: text.slice(offset, at), isQuoted: false, offset });
    }
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    endRecord();
  }
  return ok(records);
}

function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
