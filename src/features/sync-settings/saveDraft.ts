import type { SettingsScope } from '../../api/keys.ts';
import { changeTargets, readSettings, replaceConfig, replaceSettings } from '../../api/syncSettings.ts';
import { countChanges, diffSettings, type SettingsDiff, sameSettings } from '../../domain/diffSettings.ts';
import { mergeSettings, type SettingsMerge } from '../../domain/mergeSettings.ts';
import { applyWrite, planWrite, type WriteRequest } from '../../domain/planWrite.ts';
import type { SyncSettings } from '../../domain/settings.ts';

/** How a save ended, or what has to be decided before it can go on. Nothing is written unless it says so. */
export type SaveOutcome =
  | {
      readonly outcome: 'saved';
      readonly settings: SyncSettings;
      /** What others had changed meanwhile, and what is now saved together with the draft. */
      readonly mergedIn: SettingsDiff | undefined;
      /** The server's answer isn't what was sent. */
      readonly differs: boolean;
    }
  /** Both sides changed the same thing. */
  | { readonly outcome: 'conflict'; readonly theirs: SyncSettings; readonly merge: SettingsMerge }
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
 */
export async function saveDraft(scope: SettingsScope, base: SyncSettings, draft: SyncSettings): Promise<SaveOutcome> {
  let theirs: SyncSettings;
  try {
    theirs = await readSettings(scope);
  } catch (error) {
    return { outcome: 'failed', error, saved: undefined, wanted: undefined, isHalfSaved: false };
  }
  const merge = mergeSettings(base, theirs, draft);
  if (merge.conflicts.length > 0) return { outcome: 'conflict', theirs, merge };
  const mergedIn = countChanges(merge.theirs) > 0 ? merge.theirs : undefined;
  return writeSettings(scope, theirs, merge.merged, mergedIn);
}

async function writeSettings(
  scope: SettingsScope,
  theirs: SyncSettings,
  wanted: SyncSettings,
  mergedIn: SettingsDiff | undefined,
): Promise<SaveOutcome> {
  const plan = planWrite(scope.kind, theirs, wanted);
  if (plan.erasesLegacy) return { outcome: 'erases-legacy', theirs, wanted };
  let saved = theirs;
  let meant = theirs;
  for (const [index, request] of plan.requests.entries()) {
    try {
      meant = applyWrite(meant, request);
      saved = await send(scope, request);
    } catch (error) {
      return { outcome: 'failed', error, saved, wanted, isHalfSaved: index > 0 };
    }
  }
  const isGone = countChanges(diffSettings(meant, saved)) > 0;
  return { outcome: 'saved', settings: saved, mergedIn, differs: isGone && !sameSettings(wanted, saved) };
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
