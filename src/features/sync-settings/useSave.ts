import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { hasStatus } from '../../api/ApiError.ts';
import { keys, type SettingsScope } from '../../api/keys.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import { type MergeChoice, resolveConflicts, type SettingsMerge } from '../../domain/mergeSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { useSessionStatus } from '../../session/session.ts';
import type { Assessment, ReviewDirectory } from './review/assessChange.ts';
import { type SaveOutcome, saveDraft } from './saveDraft.ts';
import type { DraftHandle } from './useDraft.ts';

/** Where a save stands. `review`, `conflict` and `legacy` wait for the person; nothing is written meanwhile. */
export type SaveState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'review'; readonly assessment: Assessment }
  | { readonly phase: 'conflict'; readonly theirs: SyncSettings; readonly merge: SettingsMerge }
  | { readonly phase: 'legacy'; readonly wanted: SyncSettings }
  | { readonly phase: 'failed'; readonly error: unknown; readonly isHalfSaved: boolean }
  | { readonly phase: 'saved'; readonly mergedIn: SettingsDiff | undefined; readonly differs: boolean };

export interface Save {
  readonly state: SaveState;
  /** Looks at the change first, and writes it at once if it can only add. */
  readonly start: () => void;
  /** Writes what was reviewed. */
  readonly confirm: () => void;
  readonly resolve: (choices: ReadonlyMap<string, MergeChoice>) => void;
  /** Goes on with other settings than the draft's, as after a decision about legacy name mappings. */
  readonly saveInstead: (settings: SyncSettings) => void;
  readonly cancel: () => void;
}

/** Saves the draft of one sync: review, fresh read, merge, narrowest write, and what came of it. */
export function useSave(scope: SettingsScope, handle: DraftHandle, directory: ReviewDirectory): Save {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>({ phase: 'idle' });
  const now = useRef({ handle, directory });
  now.current = { handle, directory };

  const write = useCallback(
    async (base: SyncSettings, settings: SyncSettings) => {
      setState({ phase: 'saving' });
      const outcome = await saveDraft(scope, base, settings);
      if (outcome.outcome === 'saved') client.setQueryData(settingsQuery(scope).queryKey, outcome.settings);
      settleDraft(now.current.handle, outcome);
      setState(stateAfter(outcome));
      if (outcome.outcome === 'failed' && hasStatus(outcome.error, 403)) {
        void client.invalidateQueries({ queryKey: keys.abilities(scope.organizationId) });
      }
    },
    [client, scope],
  );
  const start = useCallback(async () => {
    const { draft } = now.current.handle;
    if (!draft) return;
    setState({ phase: 'saving' });
    const { assessChange } = await import('./review/assessChange.ts');
    const assessment = await assessChange(scope.kind, draft.base, draft.settings, draft.renames, now.current.directory);
    if (assessment.needsReview) setState({ phase: 'review', assessment });
    else await write(draft.base, draft.settings);
  }, [scope.kind, write]);
  const confirm = useCallback(() => {
    const { draft } = now.current.handle;
    if (draft) void write(draft.base, draft.settings);
  }, [write]);

  useSaveGoesOn(state, confirm);
  return {
    state,
    start: () => void start(),
    confirm,
    resolve: (choices) => {
      if (state.phase !== 'conflict') return;
      const settings = resolveConflicts(state.merge, choices);
      now.current.handle.rebase(state.theirs, settings);
      void write(state.theirs, settings);
    },
    saveInstead: (settings) => {
      now.current.handle.change(() => settings);
      void write(now.current.handle.base, settings);
    },
    cancel: () => setState({ phase: 'idle' }),
  };
}

/** A save that was cut off by an expired session goes on once one has signed in again. */
function useSaveGoesOn(state: SaveState, confirm: () => void) {
  const status = useSessionStatus();
  const isCutOff = state.phase === 'failed' && hasStatus(state.error, 401);
  const wasExpired = useRef(false);
  useEffect(() => {
    if (isCutOff && status !== 'signed-in') wasExpired.current = true;
    if (!isCutOff || status !== 'signed-in' || !wasExpired.current) return;
    wasExpired.current = false;
    confirm();
  }, [isCutOff, status, confirm]);
}

function settleDraft(handle: DraftHandle, outcome: SaveOutcome) {
  if (outcome.outcome === 'saved') handle.rebase(outcome.settings, outcome.settings);
  else if (outcome.outcome === 'failed' && outcome.isHalfSaved && outcome.saved && outcome.wanted) {
    handle.rebase(outcome.saved, outcome.wanted);
  }
}

function stateAfter(outcome: SaveOutcome): SaveState {
  switch (outcome.outcome) {
    case 'saved':
      return { phase: 'saved', mergedIn: outcome.mergedIn, differs: outcome.differs };
    case 'conflict':
      return { phase: 'conflict', theirs: outcome.theirs, merge: outcome.merge };
    case 'erases-legacy':
      return { phase: 'legacy', wanted: outcome.wanted };
    case 'failed':
      return { phase: 'failed', error: outcome.error, isHalfSaved: outcome.isHalfSaved };
  }
}
