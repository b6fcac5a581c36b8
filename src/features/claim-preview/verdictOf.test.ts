import { describe, expect, it } from 'vitest';
import { emptySettings, type SyncKind } from '../../domain/settings.ts';
import type { Change, Evaluation } from './evaluateSync.ts';
import { type VerdictInput, verdictOf } from './verdictOf.ts';

const nameOf = (target: string) => `Name of ${target}`;

function verdict(kind: SyncKind, evaluation: Partial<Evaluation>, rest: Partial<VerdictInput> = {}) {
  return verdictOf({
    kind,
    settings: { ...emptySettings, field: 'groups' },
    evaluation: { state: 'read', changes: new Map(), refused: [], trace: [], ...evaluation },
    gate: { type: 'open' },
    entitled: true,
    isUnverified: false,
    isCompared: true,
    nameOf,
    ...rest,
  });
}

const changes = (...list: Change[]) => new Map(list.map((change, index) => [`g${index}`, change]));

describe('verdictOf', () => {
  it.each<[string, string, ReturnType<typeof verdict>]>([
    [
      'This login works: 2 groups added, 1 removed',
      '+2 −1',
      verdict('group', { changes: changes('added', 'added', 'kept', 'removed', 'ignored') }),
    ],
    ['This login works: 1 group created', '+1', verdict('group', { changes: changes('created') })],
    ['This login works: nothing changes', 'no change', verdict('role', { changes: changes('kept') })],
    ['This login works, but gives no roles', 'nothing given', verdict('role', {}, { isCompared: false })],
    [
      'The claim “groups” is not in this login: whoever lacks it leaves every group here but Everyone',
      'claim missing',
      verdict('group', { state: 'missing' }),
    ],
    [
      'The claim “groups” is empty in this login: whoever has it empty loses every role here',
      'claim empty',
      verdict('role', { state: 'empty' }),
    ],
    [
      'This login works, but role sync is skipped: the claim can’t be read',
      'skipped',
      verdict('role', { state: 'unreadable', error: { code: 'csv_string' } }),
    ],
    [
      'Login refused: the organization claim can’t be read',
      'login refused',
      verdict('organization', { state: 'unreadable', error: { code: 'csv_string' } }),
    ],
    [
      'Login refused: the organization claim can’t be read',
      'login refused',
      verdict(
        'group',
        {},
        { gate: { type: 'organization-claim', field: 'orgs', error: { code: 'not_string_array' }, found: 7 } },
      ),
    ],
    [
      'Login refused: sync may not give organization-service-account',
      'login refused',
      verdict('role', { refused: ['organization-service-account'] }),
    ],
    ['Group sync is off: its field is empty. Nothing changes', 'sync off', verdict('group', { state: 'off' })],
    ['Group sync isn’t in the licence: nothing changes', 'not applied', verdict('group', {}, { entitled: false })],
    [
      'The claim “groups” is not in this login: whoever lacks it leaves every organization',
      'claim missing',
      verdict('organization', { state: 'missing', changes: changes('removed') }),
    ],
    [
      'The claim “groups” is not in this login: whoever lacks it is only in Name of g0',
      'claim missing',
      verdict('organization', { state: 'missing', assignedDefault: 'g0', changes: changes('added') }),
    ],
    [
      'This login works, but leaves the person in no organization',
      'no organization',
      verdict('organization', { changes: changes('removed', 'ignored') }),
    ],
    [
      'This login works, but the person isn’t in Data after it. As a member: 1 group added',
      'not a member',
      verdict('group', { changes: changes('added') }, { gate: { type: 'outside', organization: 'Data', cause: '' } }),
    ],
    [
      'If it gets past the unverified email, this login works: 1 group added',
      '+1',
      verdict('group', { changes: changes('added') }, { isUnverified: true }),
    ],
  ])('%s', (text, short, found) => {
    expect(found.text).toBe(text);
    expect(found.short).toBe(short);
  });

  it('says what is wrong with an organization claim seen from another page', () => {
    const gate = { type: 'organization-claim', field: 'orgs', found: ['a', null] } as const;
    const { detail } = verdict('group', {}, { gate: { ...gate, error: { code: 'element_not_string', index: 1 } } });
    expect(detail).toBe(
      'Organization sync reads “orgs”. Element 2 of the list is null, not a text. One such element spoils the whole list.',
    );
  });
});
