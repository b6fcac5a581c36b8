import { type GoType, goSlice, goString, goStruct } from '../go-json/goTypes.ts';
import type { StoredMapping } from '../state/State.ts';

export interface MappingEntry {
  readonly given: string;
  readonly gets: string;
}

export interface MappingDiff {
  readonly add: readonly MappingEntry[] | null;
  readonly remove: readonly MappingEntry[] | null;
}

/** Body of all `/mapping` routes. Its keys have no JSON tags, hence the capitals. */
export function mappingDiffType(name: string, target: GoType<string>): GoType<MappingDiff> {
  const goName = target.name === 'uuid.UUID' ? 'github.com/google/uuid.UUID' : target.name;
  const entry = goStruct<MappingEntry>(
    `IDPSyncMapping[${goName}]`,
    { given: '', gets: target.zero },
    { given: ['Given', goString], gets: ['Gets', target] },
  );
  const list = goSlice(entry);
  return goStruct<MappingDiff>(name, { add: null, remove: null }, { add: ['Add', list], remove: ['Remove', list] });
}

/**
 * Adds what isn't there, then removes, so that an entry in both lists ends up removed. Keys never go away: the last
 * removal leaves `[]`, and a list that was empty before is `null` afterwards.
 *
 * Mirrors `enterprise/coderd/idpsync.go` applyIDPSyncMappingDiff.
 */
export function applyMappingDiff(mapping: StoredMapping, { add, remove }: MappingDiff): StoredMapping {
  const next = new Map<string, readonly string[] | null>();
  for (const [value, targets] of mapping ?? []) next.set(value, targets?.length ? targets : null);
  for (const { given, gets } of add ?? []) {
    const targets = next.get(given) ?? [];
    if (!targets.includes(gets)) next.set(given, [...targets, gets]);
  }
  for (const { given, gets } of remove ?? []) {
    next.set(given, next.get(given)?.filter((target) => target !== gets) ?? null);
  }
  return next;
}
