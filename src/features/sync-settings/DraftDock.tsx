import { type ReactNode, useEffect } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { DraftBar } from './DraftBar.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import type { RunTests } from './review/TestedDraft.ts';
import { SaveDialogs } from './SaveDialogs.tsx';
import { saveMessageOf } from './SaveMessage.tsx';
import type { DraftHandle } from './useDraft.ts';
import type { DraftView } from './useDraftView.ts';
import { useSave } from './useSave.ts';
import { useUndoKeys } from './useUndoKeys.ts';

interface DraftDockProps {
  readonly scope: SettingsScope;
  readonly organization: Organization | undefined;
  readonly handle: DraftHandle;
  readonly view: DraftView;
  /** Brings the person to the filter, which has to be mended first. */
  readonly onEditFilter: () => void;
  /** While a save is on its way the form stands still. */
  readonly onSaving: (isSaving: boolean) => void;
  readonly preview: ReactNode;
  readonly runTests: RunTests;
}

/** All that is needed only once something was edited: undo, save with what it asks and answers, the guard on leaving. */
export function DraftDock({
  scope,
  organization,
  handle,
  view,
  onEditFilter,
  onSaving,
  preview,
  runTests,
}: DraftDockProps) {
  const { targets, filterCheck, diff } = view;
  const save = useSave(scope, organization, handle, runTests);
  const isSaving = save.state.phase === 'saving';
  useEffect(() => onSaving(isSaving), [isSaving, onSaving]);
  useUndoKeys(isSaving ? undefined : handle);
  return (
    <>
      <DraftBar
        handle={handle}
        diff={diff}
        isSaving={isSaving}
        onSave={filterCheck.status === 'invalid' ? onEditFilter : save.start}
        preview={preview}
        message={saveMessageOf(scope, save, handle)}
      />
      <SaveDialogs scope={scope} organization={organization} save={save} targets={targets} />
      {handle.draft?.isChanged && <LeaveGuard onDiscard={handle.discard} />}
    </>
  );
}
