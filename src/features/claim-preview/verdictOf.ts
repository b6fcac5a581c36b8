import type { ClaimError } from '../../domain/claims.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';
import { shownName } from '../../domain/shownName.ts';
import type { Change, Evaluation } from './evaluateSync.ts';
import { kinds, type NameOf } from './previewWords.ts';

export type Tone = 'success' | 'info' | 'warning' | 'error';

/** The answer in one line, and in a few characters for a button. */
export interface Verdict {
  readonly tone: Tone;
  readonly text: string;
  readonly short: string;
  readonly detail?: string;
}

/** What is decided before the sync that is looked at. */
export type LoginGate =
  | { readonly type: 'open' }
  /** Organization sync can't read its claim. */
  | { readonly type: 'organization-claim'; readonly field: string; readonly error: ClaimError; readonly found: unknown }
  /** The person isn't in the organization after the login. */
  | { readonly type: 'outside'; readonly organization: string; readonly cause: string };

/** What {@link verdictOf} looks at. */
export interface VerdictInput {
  readonly kind: SyncKind;
  readonly settings: SyncSettings;
  readonly evaluation: Evaluation;
  readonly gate: LoginGate;
  readonly entitled: boolean;
  /** `email_verified` is false, which refuses a login unless a server flag says otherwise. */
  readonly isUnverified: boolean;
  /** Whether present memberships are compared with. */
  readonly isCompared: boolean;
  readonly nameOf: NameOf;
}

/** Says what a login comes to under these settings. */
export function verdictOf(input: VerdictInput): Verdict {
  const verdict = verdictOfMember(input);
  const { gate, evaluation } = input;
  if (input.isUnverified && verdict.text.startsWith('This login works')) {
    const text = verdict.text.replace('This login works', 'If it gets past the unverified email, this login works');
    return { ...verdict, tone: 'warning', text };
  }
  if (gate.type !== 'outside' || verdict.tone === 'info' || evaluation.refused.length > 0) return verdict;
  const ifMember = verdict.text.replace(/^This login works[:,] (?:but )?/, '');
  return {
    tone: 'warning',
    text: `This login works, but the person isn’t in ${shownName(gate.organization)} after it. As a member: ${ifMember}`,
    short: 'not a member',
    detail: gate.cause,
  };
}

function verdictOfMember(input: VerdictInput): Verdict {
  const { kind, settings, evaluation, gate, entitled } = input;
  const { sync, things } = kinds[kind];
  if (gate.type === 'organization-claim') {
    const detail = `Organization sync reads “${shownName(gate.field)}”. ${claimErrorWords(gate.error, gate.found)}`;
    return {
      tone: 'error',
      text: 'Login refused: the organization claim can’t be read',
      short: 'login refused',
      detail,
    };
  }
  if (evaluation.refused.length > 0) {
    const text = `Login refused: sync may not give ${evaluation.refused.map(shownName).join(', ')}`;
    return { tone: 'error', text, short: 'login refused', detail: serverRefuses };
  }
  if (!entitled) {
    return { tone: 'info', text: `${sync} isn’t in the licence: nothing changes`, short: 'not applied' };
  }
  if (evaluation.state === 'off') {
    return { tone: 'info', text: `${sync} is off: its field is empty. Nothing changes`, short: 'sync off' };
  }
  if (evaluation.error) return unreadableVerdict(kind);
  if (kind === 'organization') return organizationVerdict(input);
  if (evaluation.state === 'missing') {
    const text = `The claim “${shownName(settings.field)}” is not in this login: whoever lacks it ${losesAll[kind]}`;
    return { tone: 'error', text, short: 'claim missing' };
  }
  if (evaluation.state === 'empty') {
    const text = `The claim “${shownName(settings.field)}” is empty in this login: whoever has it empty ${losesAll[kind]}`;
    return { tone: 'warning', text, short: 'claim empty' };
  }
  return changesVerdict(input, `gives no ${things}`);
}

const serverRefuses = 'The server answers each login like this with an error (500), and changes nothing.';

const losesAll: Readonly<Record<SyncKind, string>> = {
  group: 'leaves every group here but Everyone',
  role: 'loses every role here',
  organization: 'leaves every organization',
};

function unreadableVerdict(kind: SyncKind): Verdict {
  if (kind === 'organization') {
    return {
      tone: 'error',
      text: 'Login refused: the organization claim can’t be read',
      short: 'login refused',
      detail: serverRefuses,
    };
  }
  const { sync, things } = kinds[kind];
  return {
    tone: 'warning',
    text: `This login works, but ${sync.toLowerCase()} is skipped: the claim can’t be read`,
    short: 'skipped',
    detail: `The ${things} stay as they are, and nobody is told.`,
  };
}

function organizationVerdict(input: VerdictInput): Verdict {
  const { settings, evaluation, nameOf } = input;
  const { assignedDefault, state, changes } = evaluation;
  const stays = [...changes.values()].some(isHeld);
  const cause = { missing: 'is not in this login', empty: 'is empty in this login', read: '', off: '', unreadable: '' }[
    state
  ];
  if (cause !== '') {
    const whoever = state === 'empty' ? 'whoever has it empty' : 'whoever lacks it';
    const what =
      assignedDefault === undefined
        ? `${whoever} ${losesAll.organization}`
        : `${whoever} is only in ${shownName(nameOf(assignedDefault))}`;
    const tone = assignedDefault === undefined ? 'error' : 'warning';
    return { tone, text: `The claim “${shownName(settings.field)}” ${cause}: ${what}`, short: `claim ${state}` };
  }
  if (!stays) {
    return {
      tone: 'error',
      text: 'This login works, but leaves the person in no organization',
      short: 'no organization',
      detail: 'No value has a row. Whoever isn’t mapped is removed from all organizations.',
    };
  }
  return changesVerdict(input, 'gives no organization');
}

/** Whether the person has it after the login. */
function isHeld(change: Change): boolean {
  return change !== 'removed' && change !== 'ignored';
}

function changesVerdict({ kind, evaluation, isCompared }: VerdictInput, nothing: string): Verdict {
  const counts = countChanges(evaluation);
  const tone = counts.removed > 0 ? 'warning' : 'success';
  const short = shortCounts(evaluation);
  if (!isCompared && ![...evaluation.changes.values()].some(isHeld)) {
    return { tone: 'warning', text: `This login works, but ${nothing}`, short: 'nothing given' };
  }
  return { tone, text: `This login works: ${countWords(kind, evaluation)}`, short };
}

function countChanges({ changes }: Evaluation): Readonly<Record<Change, number>> {
  const counts = { added: 0, created: 0, kept: 0, removed: 0, ignored: 0 };
  for (const change of changes.values()) counts[change] += 1;
  return counts;
}

function shortCounts(evaluation: Evaluation): string {
  const { added, created, removed } = countChanges(evaluation);
  const parts = [added + created > 0 ? `+${added + created}` : '', removed > 0 ? `−${removed}` : ''];
  return parts.filter((part) => part !== '').join(' ') || 'no change';
}

/** "2 groups added, 1 removed" */
function countWords(kind: SyncKind, evaluation: Evaluation): string {
  const counts = countChanges(evaluation);
  const parts: string[] = [];
  for (const change of ['added', 'created', 'removed'] as const) {
    const count = counts[change];
    if (count === 0) continue;
    const { thing, things } = kinds[kind];
    const noun = parts.length > 0 ? '' : ` ${count === 1 ? thing : things}`;
    parts.push(`${count.toLocaleString('en')}${noun} ${change}`);
  }
  return parts.length > 0 ? parts.join(', ') : 'nothing changes';
}

/** What is wrong with a claim's value. */
function claimErrorWords(error: ClaimError, found: unknown): string {
  switch (error.code) {
    case 'csv_string':
      return 'It is one text with a comma in it, which the server takes for a list gone wrong.';
    case 'element_not_string': {
      const element = Array.isArray(found) ? found[error.index] : undefined;
      return `Element ${error.index + 1} of the list is ${typeWords(element)}, not a text. One such element spoils the whole list.`;
    }
    case 'not_string_array':
      return `It is ${typeWords(found)}, not a list of texts.`;
  }
}

function typeWords(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
