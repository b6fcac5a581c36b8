import type { SyncKind, Target } from '../../domain/settings.ts';
import { shownName } from '../../domain/shownName.ts';
import type { ValueTrace } from '../../domain/trace.ts';
import { type Change, createdPrefix } from './evaluateSync.ts';

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

/** The name of a target, or enough of its id where it names nothing. */
export function targetName(target: Target, nameOf: NameOf): string {
  const name = nameOf(target);
  return name === target ? shortId(target) : name;
}

/** The name of a target by its key among changes. */
export function outcomeName(key: string, nameOf: NameOf): string {
  return key.startsWith(createdPrefix) ? shownName(key.slice(createdPrefix.length)) : targetName(key, nameOf);
}

function shortId(target: Target): string {
  return /^[0-9a-f-]{36}$/i.test(target) ? `${target.slice(0, 8)}…` : target;
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
