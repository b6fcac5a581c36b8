import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { hasStatus } from '../../api/ApiError.ts';
import { keys, type SettingsScope } from '../../api/keys.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import type { SettingsMerge } from '../../domain/mergeSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { useSessionStatus } from '../../session/session.ts';
import type { Assessment, ReviewDirectory } from './review/assessChange.ts';
import type { SaveOutcome } from './saveDraft.ts';
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
  /** Writes what a conflict was settled to. */
  readonly resolve: (settings: SyncSettings) => void;
  /** Goes on with other settings than the draft's, as after a decision about legacy name mappings. */
  readonly saveInstead: (settings: SyncSettings) => void;
  readonly cancel: () => void;
}

const loadSaving = () => import('./saveDraft.ts');
const loadAssessing = () => import('./review/assessChange.ts');

/** Saves the draft of one sync: review, fresh read, merge, narrowest write, and what came of it. */
export function useSave(scope: SettingsScope, handle: DraftHandle, directory: ReviewDirectory): Save {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>({ phase: 'idle' });
  const now = useRef({ handle, directory });
  now.current = { handle, directory };

  const write = useCallback(
    async (base: SyncSettings, settings: SyncSettings) => {
      setState({ phase: 'saving' });
      const outcome = await loadSaving()
        .then(({ saveDraft }) => saveDraft(scope, base, settings))
        .catch(notSaved);
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
    const assessment = await loadAssessing()
      .then(({ assessChange }) =>
        assessChange(scope.kind, draft.base, draft.settings, draft.renames, now.current.directory),
      )
      .catch((error: unknown) => setState({ phase: 'failed', error, isHalfSaved: false }));
    if (!assessment) return;
    if (assessment.needsReview) setState({ phase: 'review', assessment });
    else await write(draft.base, draft.settings);
  }, [scope.kind, write]);
  const confirm = useCallback(() => {
    const { draft } = now.current.handle;
    if (draft) void write(draft.base, draft.settings);
  }, [write]);

  const hasDraft = handle.draft !== undefined;
  useEffect(() => {
    // Ahead of the save, so that it doesn't depend on the network being there for its own code.
    if (hasDraft) void Promise.allSettled([loadSaving(), loadAssessing()]);
  }, [hasDraft]);
  useSaveGoesOn(state, confirm);
  return {
    state,
    start: () => void start(),
    confirm,
    resolve: (settings) => {
      if (state.phase !== 'conflict') return;
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

function notSaved(error: unknown): SaveOutcome {
  return { outcome: 'failed', error, saved: undefined, wanted: undefined, isHalfSaved: false };
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
