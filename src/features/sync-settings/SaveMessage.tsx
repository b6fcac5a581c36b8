import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import { countChanges } from '../../domain/diffSettings.ts';
import { Notice } from '../../ui/Notice.tsx';
import { FailedSave } from './FailedSave.tsx';
import { kindWords } from './kinds.ts';
import type { DraftHandle } from './useDraft.ts';
import type { Save, SaveState } from './useSave.ts';

/** The message for the bar, if there is something to say: about the last save, or a draft that was just discarded. */
export function saveMessageOf(scope: SettingsScope, { state, start, cancel }: Save, handle: DraftHandle): ReactNode {
  if (state.phase === 'failed' && handle.draft?.isChanged) {
    return (
      <FailedSave scope={scope} error={state.error} isHalfSaved={state.isHalfSaved} onRetry={start} onClose={cancel} />
    );
  }
  if (handle.draft) return null;
  if (state.phase === 'saved') return <Saved scope={scope} state={state} onClose={cancel} />;
  if (!handle.canRestore) return null;
  return (
    <Notice
      tone="info"
      action={
        <Button size="small" variant="outlined" onClick={handle.restore}>
          Undo
        </Button>
      }
    >
      Draft discarded.
    </Notice>
  );
}

interface SavedProps {
  readonly scope: SettingsScope;
  readonly state: Extract<SaveState, { phase: 'saved' }>;
  readonly onClose: () => void;
}

/** What was saved, when it acts, and what of others is in it. */
function Saved({ scope, state: { mergedIn, differs, isWholeOnly }, onClose }: SavedProps) {
  const others = mergedIn ? countChanges(mergedIn) : 0;
  return (
    <Notice
      tone={differs ? 'warning' : 'success'}
      action={
        <Button size="small" onClick={onClose}>
          Close
        </Button>
      }
    >
      {kindWords[scope.kind].saved} Applied at each person’s next login.
      {others > 0 &&
        ` ${others} ${others === 1 ? 'change' : 'changes'} that somebody else made meanwhile ${others === 1 ? 'is' : 'are'} in it too.`}
      {isWholeOnly &&
        ' The Coder of this deployment is older and can only replace all settings at once: what somebody else saved in the same moment would be lost.'}
      {differs && ' The server stored something other than what was sent: check the settings.'}
    </Notice>
  );
}
