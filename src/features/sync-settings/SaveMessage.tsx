import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { ApiError } from '../../api/ApiError.ts';
import type { SettingsScope } from '../../api/keys.ts';
import { countChanges } from '../../domain/diffSettings.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Notice } from '../../ui/Notice.tsx';
import { kindWords } from './kinds.ts';
import type { DraftHandle } from './useDraft.ts';
import type { Save, SaveState } from './useSave.ts';

interface SaveMessageProps {
  readonly scope: SettingsScope;
  readonly state: SaveState;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** The message for the bar, if there is something to say: about the last save, or a draft that was just discarded. */
export function saveMessageOf(scope: SettingsScope, { state, start, cancel }: Save, handle: DraftHandle): ReactNode {
  if (state.phase === 'failed' || (state.phase === 'saved' && !handle.draft)) {
    return <SaveMessage scope={scope} state={state} onRetry={start} onClose={cancel} />;
  }
  if (!handle.canRestore || handle.draft) return null;
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

/** One message about how the save went. What is unsaved stays in the draft, whatever it says. */
function SaveMessage({ scope, state, onRetry, onClose }: SaveMessageProps) {
  const words = kindWords[scope.kind];
  if (state.phase === 'failed') {
    const { error, isHalfSaved } = state;
    const { title, detail, technical } = errorWords(error, 'save the settings');
    return (
      <Spaced>
        <Notice
          tone="error"
          title={isHalfSaved ? `${words.saveFailed} One of two parts is saved.` : `${words.saveFailed} ${title}.`}
          action={
            <>
              <Button size="small" variant="outlined" onClick={onRetry}>
                Try again
              </Button>
              <Button size="small" onClick={onClose}>
                Close
              </Button>
            </>
          }
        >
          {detail}{' '}
          {error instanceof ApiError &&
            error.validations.map(({ field, detail: why }) => `${field}: ${why}`).join('; ')}{' '}
          {error instanceof ApiError && error.failure === 'timeout'
            ? 'Whether it was saved isn’t known. Trying again looks first, and does no harm.'
            : 'Your changes are kept here.'}
          {technical && (
            <Box component="code" sx={{ display: 'block', color: 'text.secondary', fontSize: 12 }}>
              {technical}
            </Box>
          )}
        </Notice>
      </Spaced>
    );
  }
  if (state.phase !== 'saved') return null;
  const others = state.mergedIn ? countChanges(state.mergedIn) : 0;
  return (
    <Spaced>
      <Notice
        tone={state.differs ? 'warning' : 'success'}
        action={
          <Button size="small" onClick={onClose}>
            Close
          </Button>
        }
      >
        {words.saved} Applied at each person’s next login.
        {others > 0 &&
          ` ${others} ${others === 1 ? 'change' : 'changes'} that somebody else made meanwhile ${others === 1 ? 'is' : 'are'} in it too.`}
        {state.differs && ' The server stored something other than what was sent: check the settings.'}
      </Notice>
    </Spaced>
  );
}

function Spaced({ children }: { readonly children: ReactNode }) {
  return <Box sx={{ mb: 1 }}>{children}</Box>;
}
