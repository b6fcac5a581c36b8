import type { SyncSettings } from '../../domain/settings.ts';
import type { CopyOutcome, CopyScope } from '../../features/copy-settings/CopySettingsProps.ts';
import { saveDraft } from '../../features/sync-settings/saveDraft.ts';

/** Saves in one organization as its own page does: a fresh read, a merge, the narrowest write. */
export async function copySave(scope: CopyScope, base: SyncSettings, settings: SyncSettings): Promise<CopyOutcome> {
  // What others have changed meanwhile nobody has looked at together with the copy.
  const outcome = await saveDraft(scope, base, settings, async () => false);
  switch (outcome.outcome) {
    case 'saved':
      return { type: 'saved' };
    case 'conflict':
    case 'unreviewed':
      return { type: 'changed-meanwhile' };
    case 'erases-legacy':
      return { type: 'erases-legacy' };
    case 'failed':
      return { type: 'failed', error: outcome.error, isHalfSaved: outcome.isHalfSaved };
  }
}
