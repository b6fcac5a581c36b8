import { describe, expect, it } from 'vitest';
import type { SyncKind } from '../../domain/settings.ts';
import type { ValueTrace } from '../../domain/trace.ts';
import { reasonWords, traceWords } from './previewWords.ts';

const nameOf = (target: string) => `Name of ${target}`;

describe('traceWords', () => {
  const trace = (rest: Partial<ValueTrace>): ValueTrace => ({ value: 'v', reason: 'unmapped', targets: [], ...rest });
  const given = [{ target: 'a', outcome: 'given' }] as const;

  it.each<[string, SyncKind, ValueTrace]>([
    ['→ Name of a', 'group', trace({ reason: 'mapped', row: 'v', targets: given })],
    ['gives no group, on purpose', 'group', trace({ reason: 'mapped-to-nothing', row: 'v' })],
    ['stopped by the regex filter', 'group', trace({ reason: 'filtered-out' })],
    ['same name → Name of a', 'group', trace({ reason: 'matched-by-name', targets: given })],
    [
      'no row, no group → v (created)',
      'group',
      trace({ reason: 'created', targets: [{ target: 'v', outcome: 'created' }] }),
    ],
    ['no row, but a role of this name → Name of a', 'role', trace({ reason: 'passed-through', targets: given })],
    ['no row, and no group of this name', 'group', trace({})],
    ['no row: ignored', 'organization', trace({})],
    [
      'renamed to w by a server flag, then stopped by the regex filter',
      'group',
      trace({ reason: 'filtered-out', renamedTo: 'w' }),
    ],
    [
      '→ deleted group f1bbcd88…',
      'group',
      trace({
        reason: 'mapped',
        row: 'v',
        targets: [{ target: 'f1bbcd88-5eed-4f00-8000-000000000007', outcome: 'unknown' }],
      }),
    ],
    ['→ unknown role x', 'role', trace({ reason: 'mapped', row: 'v', targets: [{ target: 'x', outcome: 'unknown' }] })],
  ])('%s', (words, kind, step) => {
    expect(traceWords(kind, step, nameOf)).toBe(words);
  });

  it('gives reasons by what names the target', () => {
    const rows = ['a', 'b', 'c'].map((row) => trace({ value: row, reason: 'mapped', row }));
    expect(reasonWords('group', rows.slice(0, 1), 'added')).toBe('row a');
    expect(reasonWords('group', rows, 'kept')).toBe('row a and 2 more');
    expect(reasonWords('group', [trace({ reason: 'matched-by-name' })], 'kept')).toBe('same name');
    expect(reasonWords('role', [trace({ reason: 'passed-through' })], 'added')).toBe('value v, no row');
    expect(reasonWords('group', rows.slice(0, 1), 'ignored')).toBe('row a, but it doesn’t exist');
    expect(reasonWords('group', [], 'removed')).toBe('no value gives it');
  });
});
