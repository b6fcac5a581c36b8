import { diffSettings, type SettingsDiff } from './diffSettings.ts';
import { emptySettings, type SyncKind, type SyncSettings, type Target } from './settings.ts';

/** One target of one row, as the API's `/mapping` takes it. */
export interface MappingPair {
  readonly given: string;
  readonly gets: Target;
}

/** Settings besides the rows. Those that a kind doesn't have keep their value from `emptySettings`. */
export type Scalars = Pick<SyncSettings, 'field' | 'regexFilter' | 'autoCreateMissing' | 'assignDefault'>;

/** Sets the scalars, all of them, and leaves rows and legacy name mappings alone. */
export type ConfigRequest = Scalars & { readonly type: 'config' };

/** Adds and removes single targets on the server's side, so that it goes along with other people's changes. */
export interface MappingRequest {
  readonly type: 'mapping';
  readonly add: readonly MappingPair[];
  readonly remove: readonly MappingPair[];
}

/** Replaces everything. The only way to delete a row; it always erases the legacy name mappings. */
export interface WholeRequest {
  readonly type: 'whole';
  readonly settings: SyncSettings;
}

export type WriteRequest = ConfigRequest | MappingRequest | WholeRequest;

export interface WritePlan {
  /** None to two, in their order. */
  readonly requests: readonly WriteRequest[];
  /** Legacy name mappings that the draft keeps would be lost: ask before sending. */
  readonly erasesLegacy: boolean;
}

/**
 * Finds the narrowest requests that make the server hold the draft.
 *
 * - scalars only: `config`
 * - targets added or removed, in rows old or new, but no row deleted: `mapping`. Removing all targets of a row leaves
 *   an empty list, which is just what a draft with an empty list says.
 * - a row deleted, a row added with an empty list, legacy name mappings dropped, or scalars and rows changed:
 *   `whole`, because it's atomic
 * - scalars and rows changed where legacy name mappings exist: `config`, then `mapping`, which keep them
 *
 * Mirrors what `enterprise/coderd/idpsync.go` offers. Differences that the server doesn't tell apart (order and
 * repeats of targets, no filter and an empty one) need no request.
 *
 * @param saved what the server holds, read just before
 * @param draft what it shall hold; scalars that this kind doesn't have are left out
 * @param isWholeOnly the server is an older one, without `config` and `mapping`
 */
export function planWrite(kind: SyncKind, saved: SyncSettings, draft: SyncSettings, isWholeOnly = false): WritePlan {
  const scalars = scalarsOf(kind, draft);
  const wanted = { ...draft, ...scalars };
  const diff = diffSettings({ ...saved, ...scalarsOf(kind, saved) }, wanted);
  const scalarsChanged = Object.keys(diff.scalars).length > 0;
  const targetsChanged = diff.added.length + diff.changed.length > 0;
  const keepsLegacy = draft.legacyNameMapping.size > 0;

  const needsWhole =
    (isWholeOnly && (scalarsChanged || targetsChanged)) ||
    diff.legacyDropped.length > 0 ||
    diff.removed.length > 0 ||
    diff.renamed.length > 0 ||
    diff.added.some(({ targets }) => targets.length === 0) ||
    (scalarsChanged && targetsChanged && !keepsLegacy);
  if (needsWhole) {
    const settings = { ...wanted, legacyNameMapping: emptySettings.legacyNameMapping };
    return { requests: [{ type: 'whole', settings }], erasesLegacy: keepsLegacy };
  }
  const requests: WriteRequest[] = [];
  if (scalarsChanged) requests.push({ type: 'config', ...scalars });
  if (targetsChanged) requests.push(mappingRequest(diff));
  return { requests, erasesLegacy: false };
}

/**
 * Says what the server holds after a request.
 *
 * Mirrors `enterprise/coderd/idpsync.go` applyIDPSyncMappingDiff: removing comes last and takes all copies of a
 * target; a row stays, empty, when its last target goes, and comes to be when something is removed from nothing.
 */
export function applyWrite(saved: SyncSettings, request: WriteRequest): SyncSettings {
  switch (request.type) {
    case 'config': {
      const { type, ...scalars } = request;
      return { ...saved, ...scalars };
    }
    case 'mapping':
      return { ...saved, mapping: applyPairs(saved.mapping, request) };
    case 'whole':
      return { ...request.settings, legacyNameMapping: emptySettings.legacyNameMapping };
  }
}

function scalarsOf(kind: SyncKind, { field, regexFilter, autoCreateMissing, assignDefault }: SyncSettings): Scalars {
  const none = { regexFilter: null, autoCreateMissing: false, assignDefault: false };
  switch (kind) {
    case 'group':
      return { ...none, field, regexFilter, autoCreateMissing };
    case 'role':
      return { ...none, field };
    case 'organization':
      return { ...none, field, assignDefault };
  }
}

function mappingRequest({ added, changed }: SettingsDiff): MappingRequest {
  const pairs = (given: string, targets: Iterable<Target>) => [...targets].map((gets) => ({ given, gets }));
  return {
    type: 'mapping',
    add: [
      ...added.flatMap(({ value, targets }) => pairs(value, new Set(targets))),
      ...changed.flatMap(({ value, targets }) => pairs(value, targets.added)),
    ],
    remove: changed.flatMap(({ value, targets }) => pairs(value, targets.removed)),
  };
}

function applyPairs(saved: SyncSettings['mapping'], { add, remove }: MappingRequest): SyncSettings['mapping'] {
  const mapping = new Map(saved);
  for (const { given, gets } of add) {
    const targets = mapping.get(given) ?? [];
    if (!targets.includes(gets)) mapping.set(given, [...targets, gets]);
  }
  for (const { given, gets } of remove) {
    mapping.set(
      given,
      (mapping.get(given) ?? []).filter((target) => target !== gets),
    );
  }
  return mapping;
}
