import { isMissingRoute } from '../../api/ApiError.ts';
import type { SettingsScope } from '../../api/keys.ts';
import { changeTargets, readSettings, replaceConfig, replaceSettings } from '../../api/syncSettings.ts';
import { countChanges, diffSettings, type SettingsDiff, sameSettings, sameTargets } from '../../domain/diffSettings.ts';
import { mergeSettings, type SettingsMerge } from '../../domain/mergeSettings.ts';
import { planWrite, type WriteRequest } from '../../domain/planWrite.ts';
import type { SyncSettings, Target } from '../../domain/settings.ts';

/** How a save ended, or what has to be decided before it can go on. Nothing is written unless it says so. */
export type SaveOutcome =
  | {
      readonly outcome: 'saved';
      readonly settings: SyncSettings;
      /** What somebody else has changed meanwhile, and what is now saved together with the draft. */
      readonly mergedIn: SettingsDiff | undefined;
      /** The server's answer isn't what was sent. */
      readonly differs: boolean;
      /** The server is an older one, that can only replace everything. */
      readonly isWholeOnly?: boolean;
    }
  /** Both sides changed the same thing. */
  | { readonly outcome: 'conflict'; readonly theirs: SyncSettings; readonly merge: SettingsMerge }
  /** Together with what others changed, the draft does more than was looked at. */
  | { readonly outcome: 'unreviewed'; readonly theirs: SyncSettings; readonly wanted: SyncSettings }
  /** The write would erase legacy name mappings that the draft keeps. */
  | { readonly outcome: 'erases-legacy'; readonly theirs: SyncSettings; readonly wanted: SyncSettings }
  /** A request failed. `saved` is what the server holds now, as far as is known; `wanted` is what is still to be. */
  | {
      readonly outcome: 'failed';
      readonly error: unknown;
      readonly saved: SyncSettings | undefined;
      readonly wanted: SyncSettings | undefined;
      /** The first of two requests went through. */
      readonly isHalfSaved: boolean;
    };

/**
 * Saves a draft: reads again, merges what others changed meanwhile, and sends the narrowest request.
 *
 * @param base what the draft was started from
 * @param draft what shall be stored
 * @param isReviewed whether a person has seen what `wanted` does to `theirs`; asked only if others changed something
 */
export async function saveDraft(
  scope: SettingsScope,
  base: SyncSettings,
  draft: SyncSettings,
  isReviewed: (theirs: SyncSettings, wanted: SyncSettings) => Promise<boolean>,
): Promise<SaveOutcome> {
  const unwritten = { outcome: 'failed', saved: undefined, wanted: undefined, isHalfSaved: false } as const;
  let theirs: SyncSettings;
  try {
    theirs = await readSettings(scope);
  } catch (error) {
    return { ...unwritten, error };
  }
  const merge = mergeSettings(base, theirs, draft);
  if (merge.conflicts.length > 0) return { outcome: 'conflict', theirs, merge };
  try {
    const isSeen = sameSettings(base, theirs) || (await isReviewed(theirs, merge.merged));
    if (!isSeen) return { outcome: 'unreviewed', theirs, wanted: merge.merged };
  } catch (error) {
    return { ...unwritten, error };
  }
  return writeSettings(scope, theirs, draft, merge.merged);
}

async function writeSettings(
  scope: SettingsScope,
  theirs: SyncSettings,
  draft: SyncSettings,
  wanted: SyncSettings,
  isWholeOnly = false,
): Promise<SaveOutcome> {
  const plan = planWrite(scope.kind, theirs, wanted, isWholeOnly);
  if (plan.erasesLegacy) return { outcome: 'erases-legacy', theirs, wanted };
  let saved = theirs;
  for (const [index, request] of plan.requests.entries()) {
    try {
      saved = await send(scope, request);
    } catch (error) {
      if (!isWholeOnly && isMissingRoute(error)) return writeSettings(scope, saved, draft, wanted, true);
      return { outcome: 'failed', error, saved, wanted, isHalfSaved: index > 0 };
    }
  }
  const others = diffSettings(draft, saved);
  return {
    outcome: 'saved',
    settings: saved,
    mergedIn: countChanges(others) > 0 ? others : undefined,
    differs: !holds(saved, theirs, wanted),
    ...(isWholeOnly && { isWholeOnly }),
  };
}

/** Whether settings hold every change from `theirs` to `wanted`. Somebody else may have added to it in between. */
function holds(saved: SyncSettings, theirs: SyncSettings, wanted: SyncSettings): boolean {
  if (sameSettings(saved, wanted)) return true;
  const { scalars, removed, renamed, ...mine } = diffSettings(theirs, wanted);
  const missing = diffSettings(saved, wanted);
  return (
    Object.keys(scalars).every((key) => !Object.hasOwn(missing.scalars, key)) &&
    [...removed.map(({ value }) => value), ...renamed.map(({ from }) => from)].every(
      (row) => !saved.mapping.has(row),
    ) &&
    [...wanted.mapping].every(([row, targets]) => holdsRow(saved.mapping.get(row), theirs.mapping.get(row), targets)) &&
    mine.legacyDropped.every(([value]) => !saved.legacyNameMapping.has(value))
  );
}

function holdsRow(
  saved: readonly Target[] | undefined,
  theirs: readonly Target[] | undefined,
  wanted: readonly Target[],
): boolean {
  if (sameTargets(theirs, wanted)) return true;
  if (!saved || (saved.length === 0 && wanted.length > 0)) return false;
  const isThere = new Set(saved);
  const isWanted = new Set(wanted);
  return (
    wanted.every((target) => theirs?.includes(target) || isThere.has(target)) &&
    (theirs ?? []).every((target) => isWanted.has(target) || !isThere.has(target))
  );
}

function send(scope: SettingsScope, request: WriteRequest): Promise<SyncSettings> {
  switch (request.type) {
    case 'config':
      return replaceConfig(scope, request);
    case 'mapping':
      return changeTargets(scope, request.add, request.remove);
    case 'whole':
      return replaceSettings(scope, request.settings);
  }
}
