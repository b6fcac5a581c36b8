import type { SyncKind } from '../../../domain/settings.ts';
import type { StagePart } from './loginStages.ts';

const off: Readonly<Record<SyncKind, string>> = {
  group: 'Group sync is off here: groups stay as they are.',
  role: 'Role sync is off here: roles stay as they are.',
  organization: 'Organization sync is off: the person stays where they are.',
};
const unreadable: Readonly<Record<SyncKind, string>> = {
  group: 'The claim can’t be read: group sync is skipped, groups stay as they are, and nobody is told.',
  role: 'The claim can’t be read: role sync is skipped, roles stay as they are, and nobody is told.',
  organization: 'The claim can’t be read.',
};

/** Why a sync changes nothing; undefined: it runs. */
export function idleWords({ kind, scope, evaluation: { state } }: StagePart): string | undefined {
  if (state === 'off') return scope ? off[kind] : 'Site roles aren’t synced: they stay as they are.';
  return state === 'unreadable' ? unreadable[kind] : undefined;
}
