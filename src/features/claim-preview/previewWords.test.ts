import { expect, it } from 'vitest';
import type { ValueTrace } from '../../domain/trace.ts';
import { reasonWords } from './previewWords.ts';

const trace = (rest: Partial<ValueTrace>): ValueTrace => ({ value: 'v', reason: 'unmapped', targets: [], ...rest });

it('gives reasons by what names the target', () => {
  const rows = ['a', 'b', 'c'].map((row) => trace({ value: row, reason: 'mapped', row }));
  expect(reasonWords('group', rows.slice(0, 1), 'added')).toBe('row a');
  expect(reasonWords('group', rows, 'kept')).toBe('row a and 2 more');
  expect(reasonWords('group', [trace({ reason: 'matched-by-name' })], 'kept')).toBe('same name');
  expect(reasonWords('role', [trace({ reason: 'passed-through' })], 'added')).toBe('value v, no row');
  expect(reasonWords('group', rows.slice(0, 1), 'ignored')).toBe('row a, but it doesn’t exist');
  expect(reasonWords('group', [], 'removed')).toBe('no value gives it');
});
