import {
  type ClaimFinding,
  delimiterOf,
  diagnoseValues,
  isDistinguishedName,
  nearFieldNames,
} from './diagnoseClaim.ts';
import type { ValueFilter } from './filter.ts';
import { findPassThroughs, foldValue, indexSeenValues, type TargetState } from './rowProblems.ts';
import type { Mapping, SyncKind, Target } from './settings.ts';

/** What the deployment tells about people's last logins, and what it is held against. */
export interface SeenLogins {
  readonly kind: SyncKind;
  /** The claim that sync reads; nothing is found for an empty one. */
  readonly field: string;
  /** Names of claims. */
  readonly fields: readonly string[];
  /** Values of the claim. The server gives a text whole, and each text of a list. */
  readonly values: readonly string[];
  readonly mapping: Mapping;
  /** Name of a group or role → what a mapping stores for it. */
  readonly targetByName: ReadonlyMap<string, Target>;
  readonly filter?: ValueFilter;
  readonly stateOf: (target: Target) => TargetState;
}

/**
 * Finds what is odd about people's last logins, without anybody's claims: from the names of claims and the values of one.
 * What the server doesn't keep, such as which value belongs to whom, can't be told.
 */
export function diagnoseSeen(seen: SeenLogins): readonly ClaimFinding[] {
  const { kind, field, fields, values, mapping, targetByName, filter } = seen;
  if (field === '') return [];
  const findings: ClaimFinding[] = [...wrongTargets(seen)];
  if (fields.length === 0) return findings;
  if (fields.includes('_claim_names') || fields.includes('hasgroups')) findings.push({ code: 'entra-overage' });
  if (!fields.includes(field)) {
    return [...findings, { code: 'missing-key', near: nearFieldNames(field, fields), inside: [] }];
  }
  if (values.length === 0) return [...findings, { code: 'no-values', near: nearFieldNames(field, fields) }];
  const withComma = values.find((value) => value.includes(','));
  if (withComma !== undefined) {
    findings.push({ code: isDistinguishedName(withComma) ? 'single-dn' : 'csv-string', sample: withComma });
  }
  const delimited = values.find((value) => delimiterOf(value) !== undefined);
  const delimiter = delimited === undefined ? undefined : delimiterOf(delimited);
  if (delimited !== undefined && delimiter !== undefined) {
    findings.push({ code: 'other-delimiter', delimiter, sample: delimited });
  }
  findings.push(...diagnoseValues(values), ...nearMisses(seen));
  const dead = filter ? [...mapping.keys()].filter((row) => !filter(row)) : [];
  if (dead.length > 0) findings.push({ code: 'regex-kills-row', rows: dead });
  const passThroughs = findPassThroughs(values, mapping, targetByName, filter);
  if (kind === 'role' && passThroughs.length > 0) {
    findings.push({ code: 'role-fallthrough', values: passThroughs.map(({ value }) => value) });
  }
  const named = new Set(passThroughs.map(({ value }) => value));
  const unmapped = values.filter((value) => !mapping.has(value) && !named.has(value));
  const [sample] = unmapped;
  if (sample !== undefined) {
    findings.push({ code: 'unmapped-values', count: unmapped.length, of: values.length, sample });
  }
  return findings;
}

/** Rows that point to what doesn't exist, or belongs to another organization, whoever logs in. */
function wrongTargets({ mapping, stateOf }: SeenLogins): readonly ClaimFinding[] {
  const rowsWith = (state: TargetState) =>
    [...mapping].filter(([, targets]) => targets.some((target) => stateOf(target) === state)).map(([row]) => row);
  const unknown = rowsWith('unknown');
  const foreign = rowsWith('foreign');
  return [
    ...(unknown.length > 0 ? [{ code: 'unknown-target' as const, rows: unknown }] : []),
    ...(foreign.length > 0 ? [{ code: 'foreign-target' as const, rows: foreign }] : []),
  ];
}

/** Values that are a row or a name but for case, spaces or slashes. */
function nearMisses({ values, mapping, targetByName }: SeenLogins): readonly ClaimFinding[] {
  const known = indexSeenValues([...mapping.keys(), ...targetByName.keys()]);
  const misses = values.flatMap((value) => {
    const near = known.all.has(value) ? undefined : known.byFolded.get(foldValue(value));
    return near === undefined ? [] : [{ value, near }];
  });
  const [first] = misses;
  return first ? [{ code: 'case-or-space', ...first, count: misses.length }] : [];
}
