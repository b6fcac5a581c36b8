import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Me } from '../../api/session.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { createDraftStore, type Draft, type Edit } from './draftStore.ts';

/** The drafts of this browser tab. */
export const drafts = createDraftStore(window.sessionStorage);

export type ChangeSettings = (
  change: (settings: SyncSettings) => SyncSettings,
  options?: Omit<Edit, 'settings'>,
) => void;

export interface DraftHandle {
  readonly draft: Draft | undefined;
  /** The draft's settings, or what is saved. */
  readonly settings: SyncSettings;
  /** What the draft is compared with. */
  readonly base: SyncSettings;
  readonly change: ChangeSettings;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly discard: () => void;
  readonly restore: () => void;
  /** A draft was discarded since the last edit. */
  readonly canRestore: boolean;
  /** Puts the draft as it is by now onto newer settings. */
  readonly rebase: (base: SyncSettings, change: (draft: SyncSettings) => SyncSettings) => void;
}

/**
 * The draft of one sync, shared by everybody who asks for the same key.
 *
 * @param key person, kind and organization
 * @param saved what the server holds, as last read
 */
export function useDraft(key: string, saved: SyncSettings): DraftHandle {
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get(key));
  const canRestore = useSyncExternalStore(drafts.subscribe, () => drafts.canRestore(key));
  const change = useCallback<ChangeSettings>(
    (apply, options = {}) => {
      const before = drafts.get(key)?.settings ?? saved;
      const settings = apply(before);
      if (settings !== before) drafts.edit(key, saved, { settings, ...options });
    },
    [key, saved],
  );
  const actions = useMemo(
    () => ({
      undo: () => drafts.undo(key),
      redo: () => drafts.redo(key),
      discard: () => drafts.discard(key),
      restore: () => drafts.restore(key),
      rebase: (base: SyncSettings, apply: (draft: SyncSettings) => SyncSettings) => drafts.rebase(key, base, apply),
    }),
    [key],
  );
  return { draft, settings: draft?.settings ?? saved, base: draft?.base ?? saved, change, canRestore, ...actions };
}

/** Whether something is unsaved under a key. */
export function useIsUnsaved(key: string): boolean {
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(key)?.isChanged === true);
}

/** One draft per person, kind and organization. */
export function draftKeyOf(person: Pick<Me, 'id'>, { kind, organizationId }: SettingsScope): string {
  return `${person.id}:${kind}:${organizationId ?? 'deployment'}`;
}
