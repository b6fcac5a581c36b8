import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { hasStatus } from '../../api/ApiError.ts';
import { keys, type SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { meQuery } from '../../api/session.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { RenameStep, SettingsDiff } from '../../domain/diffSettings.ts';
import type { SettingsMerge } from '../../domain/mergeSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { useSessionStatus } from '../../session/session.ts';
import type { Assessment } from './review/assessChange.ts';
import type { RunTests } from './review/TestedDraft.ts';
import { takesMore } from './review/takesMore.ts';
import type { SaveOutcome } from './saveDraft.ts';
import { keepLaterEdits, settleDraft } from './settleDraft.ts';
import type { DraftHandle } from './useDraft.ts';

/** A change on its way, with what the person has seen of what it does. */
interface Attempt {
  readonly base: SyncSettings;
  readonly settings: SyncSettings;
  readonly renames: readonly RenameStep[];
  readonly shown: Assessment;
}

/** Where a save stands. `review`, `conflict` and `legacy` wait for the person; nothing is written meanwhile. */
export type SaveState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'review'; readonly assessment: Assessment; readonly attempt: Attempt }
  | {
      readonly phase: 'conflict';
      readonly theirs: SyncSettings;
      readonly merge: SettingsMerge;
      readonly attempt: Attempt;
    }
  | { readonly phase: 'legacy'; readonly wanted: SyncSettings }
  | { readonly phase: 'failed'; readonly error: unknown; readonly isHalfSaved: boolean }
  | {
      readonly phase: 'saved';
      readonly mergedIn: SettingsDiff | undefined;
      readonly differs: boolean;
      readonly isWholeOnly: boolean;
    };

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

type Change = Omit<Attempt, 'shown'>;

const loadSaving = () => import('./saveDraft.ts');
const loadAssessing = () => Promise.all([import('./review/assessChange.ts'), import('./review/readDirectory.ts')]);

/** Saves the draft of one sync: review, fresh read, merge, narrowest write, and what came of it. */
export function useSave(
  scope: SettingsScope,
  organization: Organization | undefined,
  handle: DraftHandle,
  runTests: RunTests,
): Save {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>({ phase: 'idle' });
  const latest = useRef(handle);
  latest.current = handle;
  const shown = useRef<Assessment>(undefined);

  const assess = useCallback(
    async ({ base, settings, renames }: Change) => {
      const [{ assessChange }, { readDirectory }] = await loadAssessing();
      const directory = await readDirectory(client, scope, organization, settings.field, runTests);
      return assessChange(scope.kind, base, settings, renames, directory);
    },
    [client, scope, organization, runTests],
  );
  // One after the other: a save can still be on its way when the page was left and is back.
  const { mutateAsync: send } = useMutation({
    scope: { id: keys.settings(scope).join() },
    mutationFn: async ({ base, settings, renames, shown: before }: Attempt) => {
      const { saveDraft } = await loadSaving();
      return saveDraft(scope, base, settings, async (theirs, wanted) => {
        return !takesMore(before, await assess({ base: theirs, settings: wanted, renames }));
      });
    },
  });

  const write = useCallback(
    async (attempt: Attempt) => {
      shown.current = attempt.shown;
      setState({ phase: 'saving' });
      const outcome = await send(attempt).catch(notSaved);
      const settled = settleDraft(outcome, attempt.settings);
      if (settled) {
        const { queryKey } = settingsQuery(scope);
        await client.cancelQueries({ queryKey });
        client.setQueryData(queryKey, settled.base);
        latest.current.rebase(settled.base, settled.change);
      }
      if (outcome.outcome === 'unreviewed') {
        const change = { base: outcome.theirs, settings: outcome.wanted, renames: attempt.renames };
        const assessment = await assess(change);
        setState({ phase: 'review', assessment, attempt: { ...change, shown: assessment } });
      } else setState(stateAfter(outcome, attempt));
      if (outcome.outcome === 'failed' && hasStatus(outcome.error, 403)) {
        void client.invalidateQueries({ queryKey: keys.abilities(scope.organizationId) });
      }
    },
    [client, scope, send, assess],
  );
  const fail = useCallback((error: unknown) => setState({ phase: 'failed', error, isHalfSaved: false }), []);
  /** @param before what the person has seen of this change already */
  const begin = useCallback(
    async (change: Change, before?: Assessment) => {
      setState({ phase: 'saving' });
      const assessment = await assess(change);
      const isSeen = !assessment.needsReview || (before && !takesMore(before, assessment));
      const attempt = { ...change, shown: assessment };
      if (isSeen) await write(attempt);
      else setState({ phase: 'review', assessment, attempt });
    },
    [assess, write],
  );
  const start = useCallback(
    (before?: Assessment) => {
      const { draft } = latest.current;
      if (draft) begin(draft, before).catch(fail);
    },
    [begin, fail],
  );

  const hasDraft = handle.draft !== undefined;
  useEffect(() => {
    // Ahead of the save, so that it doesn't depend on the network being there for its own code.
    if (hasDraft) void Promise.allSettled([loadSaving(), loadAssessing()]);
  }, [hasDraft]);
  useSaveGoesOn(
    state,
    useCallback(() => start(shown.current), [start]),
  );
  return {
    state,
    // What was confirmed once and couldn't be written isn't asked again.
    start: () => start(state.phase === 'failed' ? shown.current : undefined),
    confirm: () => {
      if (state.phase === 'review') write(state.attempt).catch(fail);
    },
    resolve: (settings) => {
      if (state.phase !== 'conflict') return;
      const { theirs, attempt } = state;
      latest.current.rebase(theirs, keepLaterEdits(attempt.settings, settings));
      begin({ base: theirs, settings, renames: attempt.renames }, attempt.shown).catch(fail);
    },
    saveInstead: (settings) => {
      const { base, change } = latest.current;
      change(() => settings);
      const decided = { base, settings, renames: [] };
      setState({ phase: 'saving' });
      assess(decided)
        .then((assessment) => {
          const attempt = { ...decided, shown: assessment };
          // All but what the claim tests say stood on the screen where this was decided.
          const isSeen = !takesMore({ ...assessment, tests: shown.current?.tests ?? [] }, assessment);
          return isSeen ? write(attempt) : setState({ phase: 'review', assessment, attempt });
        })
        .catch(fail);
    },
    cancel: () => setState({ phase: 'idle' }),
  };
}

/** A save that was cut off by an expired session goes on once the same person has signed in again. */
function useSaveGoesOn(state: SaveState, goOn: () => void) {
  const client = useQueryClient();
  const status = useSessionStatus();
  const isCutOff = state.phase === 'failed' && hasStatus(state.error, 401);
  const person = useRef<string>(undefined);
  useEffect(() => {
    if (isCutOff && status !== 'signed-in') person.current ??= client.getQueryData(meQuery.queryKey)?.id;
    if (!isCutOff || status !== 'signed-in' || person.current === undefined) return;
    const before = person.current;
    person.current = undefined;
    client.fetchQuery({ ...meQuery, staleTime: 0 }).then(
      ({ id }) => id === before && goOn(),
      () => undefined,
    );
  }, [client, isCutOff, status, goOn]);
}

function notSaved(error: unknown): SaveOutcome {
  return { outcome: 'failed', error, saved: undefined, wanted: undefined, isHalfSaved: false };
}

function stateAfter(outcome: Exclude<SaveOutcome, { outcome: 'unreviewed' }>, attempt: Attempt): SaveState {
  switch (outcome.outcome) {
    case 'saved':
      return {
        phase: 'saved',
        mergedIn: outcome.mergedIn,
        differs: outcome.differs,
        isWholeOnly: outcome.isWholeOnly === true,
      };
    case 'conflict':
      return { phase: 'conflict', theirs: outcome.theirs, merge: outcome.merge, attempt };
    case 'erases-legacy':
      return { phase: 'legacy', wanted: outcome.wanted };
    case 'failed':
      return { phase: 'failed', error: outcome.error, isHalfSaved: outcome.isHalfSaved };
  }
}
