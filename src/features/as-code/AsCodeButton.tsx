import Button from '@mui/material/Button';
import { type ReactNode, Suspense, useState } from 'react';
import { CodeIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import type { AsCodeProps, PastedRows } from './AsCodeProps.ts';

const AsCodeDialog = lazyPart(() => import('./AsCodeDialog.tsx').then((part) => part.AsCodeDialog));

interface AsCodeButtonProps extends AsCodeProps {
  readonly pasted: PastedRows | undefined;
  readonly deployment?: ReactNode;
}

/** Opens export and import of one sync. Rows that are pasted into the form open it by themselves. */
export function AsCodeButton({ pasted, deployment, ...props }: AsCodeButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [taken, setTaken] = useState<PastedRows>();
  const fresh = pasted !== taken ? pasted : undefined;
  const close = () => {
    setOpen(false);
    setTaken(pasted);
  };
  return (
    <>
      <Button
        startIcon={<CodeIcon />}
        aria-haspopup="dialog"
        onPointerEnter={AsCodeDialog.preload}
        onFocus={AsCodeDialog.preload}
        onClick={() => setOpen(true)}
      >
        As code
      </Button>
      {(isOpen || fresh) && (
        <Suspense fallback={null}>
          <AsCodeDialog {...props} pasted={fresh} deployment={deployment} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
