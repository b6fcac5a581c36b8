import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../ui/lazyPart.tsx';
import type { MigrateProps } from './MigrateProps.ts';

const MigrateDialog = lazyPart(() => import('./MigrateDialog.tsx').then((part) => part.MigrateDialog));

/** Opens the way from server flags to settings. */
export function MigrateButton(props: MigrateProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        onPointerEnter={MigrateDialog.preload}
        onFocus={MigrateDialog.preload}
        onClick={() => setOpen(true)}
      >
        Migrate from server flags
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <MigrateDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
