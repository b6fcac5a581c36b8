import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import { type ReactNode, Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { PreviewIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';

const PreviewSheet = lazyPart(() => import('./PreviewSheet.tsx').then((part) => part.PreviewSheet));

/** Where the preview is: beside the form, or in a sheet that a button opens. */
export interface PreviewPlace {
  readonly isBeside: boolean;
  readonly isOpen: boolean;
  readonly show: () => void;
  readonly close: () => void;
  readonly onVerdict: (line: string) => void;
  readonly button: ReactNode;
}

/** Decides by the width of the window where the preview goes. */
export function usePreviewPlace(): PreviewPlace {
  const isBeside = useIsWide();
  const [isOpen, setOpen] = useState(false);
  const [verdict, onVerdict] = useState('');
  const show = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  return useMemo(
    () => ({
      isBeside,
      isOpen,
      show,
      close,
      onVerdict,
      button: (
        <Button
          variant="outlined"
          startIcon={<PreviewIcon />}
          aria-haspopup="dialog"
          onPointerEnter={PreviewSheet.preload}
          onClick={show}
        >
          Preview{verdict === '' ? '' : ` (${verdict})`}
        </Button>
      ),
    }),
    [isBeside, isOpen, show, close, verdict],
  );
}

function useIsWide(): boolean {
  const theme = useTheme();
  const media = useMemo(
    () =>
      typeof matchMedia === 'function' ? matchMedia(theme.breakpoints.up('lg').replace('@media ', '')) : undefined,
    [theme],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      media?.addEventListener('change', listener);
      return () => media?.removeEventListener('change', listener);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => media?.matches ?? true);
}

interface PreviewSlotProps {
  readonly place: PreviewPlace;
  readonly render: (onVerdict: (line: string) => void) => ReactNode;
}

/** Shows the preview in its place. The sheet keeps it mounted, and with it what was pasted. */
export function PreviewSlot({ place, render }: PreviewSlotProps) {
  const content = render(place.onVerdict);
  if (place.isBeside) {
    return (
      <Box
        component="aside"
        aria-label="Preview"
        sx={{ position: 'sticky', top: 64, maxHeight: 'calc(100vh - 80px)', overflow: 'auto' }}
      >
        {content}
      </Box>
    );
  }
  return (
    <Suspense fallback={null}>
      <PreviewSheet isOpen={place.isOpen} onClose={place.close}>
        {content}
      </PreviewSheet>
    </Suspense>
  );
}
