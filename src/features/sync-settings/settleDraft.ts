import { mergeSettings, resolveConflicts } from '../../domain/mergeSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import type { SaveOutcome } from './saveDraft.ts';

/** Where a save has left a draft. */
export interface SettledDraft {
  /** What the server is known to hold. */
  readonly base: SyncSettings;
  /** Makes the draft of what it is by now. */
  readonly change: (draft: SyncSettings) => SyncSettings;
}

/**
 * Says what a save means for the draft that was sent, which may have been edited since.
 *
 * @returns undefined if the draft stays as it is
 */
export function settleDraft(outcome: SaveOutcome, sent: SyncSettings): SettledDraft | undefined {
  switch (outcome.outcome) {
    case 'saved':
      return { base: outcome.settings, change: keepLaterEdits(sent, outcome.settings) };
    case 'unreviewed':
      return { base: outcome.theirs, change: keepLaterEdits(sent, outcome.wanted) };
    case 'failed':
      if (!outcome.isHalfSaved || !outcome.saved || !outcome.wanted) return undefined;
      return { base: outcome.saved, change: keepLaterEdits(sent, outcome.wanted) };
    default:
      return undefined;
  }
}

/**
 * Makes what became of a draft the draft, with what was edited after it was sent. Where both changed the same, the
 * later edit stands.
 *
 * @param sent the draft as it was sent
 * @param became what it has become, such as the settings that are saved now
 */
export function keepLaterEdits(sent: SyncSettings, became: SyncSettings): (draft: SyncSettings) => SyncSettings {
  return (draft) => {
    const merge = mergeSettings(sent, became, draft);
    return resolveConflicts(merge, new Map(merge.conflicts.map(({ id }) => [id, 'mine'])));
  };
}
