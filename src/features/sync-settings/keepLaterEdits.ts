import { mergeSettings, resolveConflicts } from '../../domain/mergeSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';

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
