import { describe, expect, it } from 'vitest';
import { diagnoseTrace } from './diagnoseTrace.ts';
import type { ValueTrace } from './trace.ts';

const step = (value: string, rest: Partial<ValueTrace>): ValueTrace => ({
  value,
  reason: 'unmapped',
  targets: [],
  ...rest,
});
const find = (trace: readonly ValueTrace[], near = new Map<string, string>(), rows: readonly string[] = []) =>
  diagnoseTrace('role', trace, new Map(rows.map((row) => [row, []])), (value) => near.get(value));

describe('diagnoseTrace', () => {
  it('has nothing to say about rows that work', () => {
    expect(find([step('a', { reason: 'mapped', row: 'a', targets: [{ target: 'x', outcome: 'given' }] })])).toEqual([]);
  });

  it('finds values that nearly match, rows that do nothing, and roles given by their name', () => {
    const trace = [
      step('Dev', {}),
      step('dead', { reason: 'filtered-out' }),
      step('gone', { reason: 'mapped', row: 'gone', targets: [{ target: 'x', outcome: 'deleted' }] }),
      step('far', { reason: 'mapped', row: 'far', targets: [{ target: 'y', outcome: 'foreign' }] }),
      step('auditor', { reason: 'passed-through', targets: [{ target: 'auditor', outcome: 'given' }] }),
    ];
    expect(find(trace, new Map([['Dev', 'dev']]), ['dead'])).toEqual([
      { code: 'case-or-space', value: 'Dev', near: 'dev', count: 1 },
      { code: 'role-fallthrough', values: ['auditor'] },
      { code: 'regex-kills-row', rows: ['dead'] },
      { code: 'unknown-target', rows: ['gone'] },
      { code: 'foreign-target', rows: ['far'] },
    ]);
  });
});
