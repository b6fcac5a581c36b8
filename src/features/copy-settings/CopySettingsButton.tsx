import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import { DuplicateIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import type { CopySettingsProps } from './CopySettingsProps.ts';

const CopySettingsDialog = lazyPart(() => import('./CopySettingsDialog.tsx').then((part) => part.CopySettingsDialog));

/** Opens copying of these settings to other organizations. */
export function CopySettingsButton(props: CopySettingsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        startIcon={<DuplicateIcon />}
        aria-haspopup="dialog"
        onPointerEnter={CopySettingsDialog.preload}
        onFocus={CopySettingsDialog.preload}
        onClick={() => setOpen(true)}
      >
        Copy to…
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <CopySettingsDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
