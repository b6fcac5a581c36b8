import { everyValue, type ValueFilter } from './filter.ts';
import type { SyncSettings, Target } from './settings.ts';

/** One claim value that leads to a group or role, and why. */
export interface TargetSource {
  readonly value: string;
  /** A row names the target, the value is the target's own name, or a server flag renames the value to either. */
  readonly by: 'row' | 'name' | 'legacy';
  /** Key of the row, or the target's name. */
  readonly through: string;
  /** The regex filter stops it before it gets there. */
  readonly isStopped: boolean;
}

/** Finds the claim values that lead to one target of that name. */
export type FindSources = (target: Target, name: string) => readonly TargetSource[];

const nowhere: FindSources = () => [];

/**
 * Prepares the way back from a group or role to the claim values that give it.
 *
 * Mirrors what `coderd/idpsync/group.go` ParseClaims and `role.go` SyncRoles look up: a row first, the target's own
 * name only for values without a row. A stopped row is told, a stopped name isn't: nobody has asked for it.
 *
 * @param settings of group or role sync; organization sync looks no names up
 * @param filter compiled from `settings.regexFilter`
 */
export function indexTargetSources(settings: SyncSettings, filter: ValueFilter = everyValue): FindSources {
  if (settings.field === '') return nowhere;
  const { mapping, legacyNameMapping } = settings;
  const rows = new Map<Target, string[]>();
  for (const [key, targets] of mapping) {
    for (const target of new Set(targets)) append(rows, target, key);
  }
  const renamed = new Map<string, string[]>();
  for (const [value, name] of legacyNameMapping) append(renamed, name, value);

  const valuesOf = (through: string, by: 'row' | 'name'): TargetSource[] => {
    const isStopped = !filter(through);
    const values: TargetSource[] = legacyNameMapping.has(through) ? [] : [{ value: through, by, through, isStopped }];
    for (const value of renamed.get(through) ?? []) values.push({ value, by: 'legacy', through, isStopped });
    return values;
  };
  return (target, name) => [
    ...(rows.get(target) ?? []).flatMap((key) => valuesOf(key, 'row')),
    ...(mapping.has(name) ? [] : valuesOf(name, 'name').filter(({ isStopped }) => !isStopped)),
  ];
}

function append(lists: Map<string, string[]>, key: string, element: string): void {
  const list = lists.get(key);
  if (list) list.push(element);
  else lists.set(key, [element]);
}
