import type { ReactNode } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import { DraftBar } from './DraftBar.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { saveMessageOf } from './SaveMessage.tsx';
import type { DraftHandle } from './useDraft.ts';
import type { Save } from './useSave.ts';

interface DraftDockProps {
  readonly scope: SettingsScope;
  readonly handle: DraftHandle;
  readonly diff: SettingsDiff;
  readonly save: Save;
  readonly onSave: () => void;
  readonly preview: ReactNode;
}

/** All that a page needs only once something was edited: the bar, the outcome of a save, and the guard on leaving. */
export function DraftDock({ scope, handle, diff, save, onSave, preview }: DraftDockProps) {
  return (
    <>
      <DraftBar
        handle={handle}
        diff={diff}
        isSaving={save.state.phase === 'saving'}
        onSave={onSave}
        preview={preview}
        message={saveMessageOf(scope, save, handle)}
      />
      {handle.draft?.isChanged && <LeaveGuard onDiscard={handle.discard} />}
    </>
  );
}
