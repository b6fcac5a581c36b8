import type { SyncKind, Target } from '../../domain/settings.ts';
import { shownName } from '../../domain/shownName.ts';
import type { TracedTarget, ValueTrace } from '../../domain/trace.ts';
import type { Change } from './evaluateSync.ts';

/** The words that differ by kind. */
export const kinds = {
  group: { thing: 'group', things: 'groups', heading: 'Groups', sync: 'Group sync' },
  role: { thing: 'role', things: 'roles', heading: 'Roles', sync: 'Role sync' },
  organization: {
    thing: 'organization',
    things: 'organizations',
    heading: 'Organizations',
    sync: 'Organization sync',
  },
} as const satisfies Record<SyncKind, unknown>;

export const changeWords: Readonly<Record<Change, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '+', word: 'added' },
  created: { sign: '✦', word: 'created and joined' },
  kept: { sign: '=', word: 'kept' },
  removed: { sign: '−', word: 'removed' },
  ignored: { sign: '∅', word: 'ignored' },
};

/** Gives the name of a target. */
export type NameOf = (target: Target) => string;

/** What one target of a value comes to, if it isn't simply given. */
function targetWords(kind: SyncKind, { target, outcome }: TracedTarget, nameOf: NameOf): string {
  switch (outcome) {
    case 'given':
      return nameOf(target);
    case 'created':
      return `${target} (created)`;
    case 'foreign':
      return nameOf(target);
    case 'implied':
      return `${nameOf(target)} (every member has it)`;
    case 'unknown':
    case 'deleted':
      return kind === 'role' ? `unknown role ${target}` : `deleted ${kinds[kind].thing} ${shortId(target)}`;
    case 'refused':
      return `${nameOf(target)} (sync may not give it: the login fails)`;
  }
}

/** The name of a target, or enough of its id where it names nothing. */
export function targetName(target: Target, nameOf: NameOf): string {
  const name = nameOf(target);
  return name === target ? shortId(target) : name;
}

function shortId(target: Target): string {
  return /^[0-9a-f-]{36}$/i.test(target) ? `${target.slice(0, 8)}…` : target;
}

/** What became of a claim value, in one line. The row that decided is named apart. */
export function traceWords(kind: SyncKind, trace: ValueTrace, nameOf: NameOf): string {
  const { thing, things } = kinds[kind];
  const given = trace.targets.map((target) => targetWords(kind, target, nameOf)).join(', ');
  const words = {
    mapped: `→ ${given}`,
    'mapped-to-nothing': `gives no ${thing}, on purpose`,
    'filtered-out': 'stopped by the regex filter',
    'matched-by-name': `same name → ${given}`,
    created: `no row, no ${thing} → ${given}`,
    'passed-through': `no row, but a role of this name → ${given}`,
    unmapped: kind === 'organization' ? 'no row: ignored' : `no row, and no ${thing} of this name`,
  }[trace.reason];
  const many = trace.targets.length > 8 ? `→ ${trace.targets.length} ${things}` : words;
  return trace.renamedTo === undefined
    ? many
    : `renamed to ${shownName(trace.renamedTo)} by a server flag, then ${many}`;
}

/** Why a target is given, kept or taken, in a few words. */
export function reasonWords(kind: SyncKind, givenBy: readonly ValueTrace[], draft: Change | undefined): string {
  if (draft === undefined) return 'no longer given';
  if (draft === 'removed') return 'no value gives it';
  const reasons = givenBy.map(({ reason, row, value }) => {
    if (row !== undefined) return `row ${shownName(row)}`;
    if (reason === 'created') return 'no row, no group';
    return kind === 'role' ? `value ${shownName(value)}, no row` : 'same name';
  });
  const [first, second] = [...new Set(reasons)];
  if (first === undefined) return '';
  if (draft === 'ignored') return `${first}, but it doesn’t exist`;
  if (second === undefined) return first;
  return `${first} and ${givenBy.length - 1} more`;
}
