import type { Mapping, SyncSettings, Target } from './settings.ts';

/** Gives a row these targets, whether it was there or not. */
export function setTargets(settings: SyncSettings, key: string, targets: readonly Target[]): SyncSettings {
  return withMapping(settings, new Map(settings.mapping).set(key, unique(targets)));
}

/** Adds targets to a row, which is made if it isn't there. What it has stays. */
export function addTargets(settings: SyncSettings, key: string, targets: readonly Target[]): SyncSettings {
  return setTargets(settings, key, [...(settings.mapping.get(key) ?? []), ...targets]);
}

/** Adds many rows in one step. What a row has that is there already stays. */
export function addRows(settings: SyncSettings, rows: Mapping): SyncSettings {
  const mapping = new Map(settings.mapping);
  for (const [key, targets] of rows) mapping.set(key, unique([...(mapping.get(key) ?? []), ...targets]));
  return withMapping(settings, mapping);
}

/** Takes a row out. */
export function removeRow(settings: SyncSettings, key: string): SyncSettings {
  const mapping = new Map(settings.mapping);
  mapping.delete(key);
  return withMapping(settings, mapping);
}

/**
 * Changes the claim value and the targets of a row in one step, at its place in the mapping. If another row has the
 * new value already, the two become one with the targets of both. A row that is gone meanwhile is made again.
 */
export function replaceRow(settings: SyncSettings, from: string, to: string, targets: readonly Target[]): SyncSettings {
  if (from === to) return setTargets(settings, from, targets);
  if (!settings.mapping.has(from)) return addTargets(settings, to, targets);
  const merged = unique([...(settings.mapping.get(to) ?? []), ...targets]);
  const mapping = new Map<string, readonly Target[]>();
  for (const [key, list] of settings.mapping) {
    if (key === to) continue;
    if (key === from) mapping.set(to, merged);
    else mapping.set(key, list);
  }
  return withMapping(settings, mapping);
}

function withMapping(settings: SyncSettings, mapping: Mapping): SyncSettings {
  return { ...settings, mapping };
}

function unique(targets: readonly Target[]): readonly Target[] {
  return [...new Set(targets)];
}
