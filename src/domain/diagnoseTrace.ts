import type { ClaimFinding } from './diagnoseClaim.ts';
import type { ValueFilter } from './filter.ts';
import type { Mapping, SyncKind } from './settings.ts';
import type { TargetOutcome, ValueTrace } from './trace.ts';

/**
 * What the way of the claim's values shows that people don't expect: values that nearly match, that give a role without
 * a row, and rows that do nothing.
 *
 * @param nearMissOf a row, group or role that the value would match but for case, spaces or slashes
 * @param filter for groups; without it rows aren't held against it
 */
export function diagnoseTrace(
  kind: SyncKind,
  trace: readonly ValueTrace[],
  mapping: Mapping,
  nearMissOf: (value: string) => string | undefined,
  filter?: ValueFilter,
): readonly ClaimFinding[] {
  const findings: ClaimFinding[] = [];
  const near = trace.flatMap(({ value, reason }) => {
    const name = reason === 'unmapped' || reason === 'created' ? nearMissOf(value) : undefined;
    return name === undefined || name === value ? [] : [{ value, near: name }];
  });
  const [first] = near;
  if (first) findings.push({ code: 'case-or-space', ...first, count: near.length });
  if (kind === 'role') {
    const values = unique(trace.filter(isFallThrough).map(({ value }) => value));
    if (values.length > 0) findings.push({ code: 'role-fallthrough', values });
  }
  const dead = unique(
    trace
      .filter(({ reason, value, renamedTo }) => reason === 'filtered-out' && mapping.has(renamedTo ?? value))
      .map(({ value, renamedTo }) => renamedTo ?? value)
      .filter((row) => !filter?.(row)),
  );
  if (dead.length > 0) findings.push({ code: 'regex-kills-row', rows: dead });
  const unknown = rowsWith(trace, ['unknown', 'deleted']);
  if (unknown.length > 0) findings.push({ code: 'unknown-target', rows: unknown });
  const foreign = rowsWith(trace, ['foreign']);
  if (foreign.length > 0) findings.push({ code: 'foreign-target', rows: foreign });
  return findings;
}

function isFallThrough({ reason, targets }: ValueTrace): boolean {
  return reason === 'passed-through' && targets.some(({ outcome }) => outcome === 'given');
}

/** Rows that decided about a value and have a target with such an outcome. */
function rowsWith(trace: readonly ValueTrace[], outcomes: readonly TargetOutcome[]): readonly string[] {
  const found = trace.filter(({ targets }) => targets.some(({ outcome }) => outcomes.includes(outcome)));
  return unique(found.flatMap(({ row }) => (row === undefined ? [] : [row])));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
