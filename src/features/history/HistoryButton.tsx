import Button from '@mui/material/Button';
import { type ReactNode, Suspense, useState } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { HistoryIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';

const HistoryDrawer = lazyPart(() => import('./HistoryDrawer.tsx').then((part) => part.HistoryDrawer));

/** What the history needs of the form that it belongs to. */
export interface HistoryProps {
  readonly scope: SettingsScope;
  /** Name of the organization, or of the deployment. */
  readonly place: string;
  /** There are unsaved changes, which a restored state would replace. */
  readonly hasDraft: boolean;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
  /** Takes a former state as a draft. Undefined for those who may not change the settings. */
  readonly onRestore: ((settings: SyncSettings) => void) | undefined;
}

/** Opens the history of one sync beside its form. */
export function HistoryButton(props: HistoryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        startIcon={<HistoryIcon />}
        aria-haspopup="dialog"
        onPointerEnter={HistoryDrawer.preload}
        onFocus={HistoryDrawer.preload}
        onClick={() => setOpen(true)}
      >
        History
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <HistoryDrawer {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
