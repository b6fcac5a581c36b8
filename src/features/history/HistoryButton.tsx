import Button from '@mui/material/Button';
import { Suspense, useState } from 'react';
import { HistoryIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import type { HistoryProps } from './HistoryProps.ts';

const HistoryDrawer = lazyPart(() => import('./HistoryDrawer.tsx').then((part) => part.HistoryDrawer));

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
