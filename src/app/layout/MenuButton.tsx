import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { ChevronDownIcon } from '../../ui/icons.tsx';
import type { LazyPart } from '../../ui/lazyPart.tsx';
import { CrashBoundary } from '../CrashBoundary.tsx';

/** What a menu, or another popup, of a {@link MenuButton} gets. */
export interface PopupProps {
  readonly id: string;
  readonly labelledBy: string;
  readonly anchor: HTMLElement;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface MenuButtonProps {
  /** Its code comes when the pointer or the focus does. */
  readonly popup: LazyPart<PopupProps>;
  readonly kind?: 'menu' | 'dialog';
  /** Name of a button that shows only an icon. */
  readonly label?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A button that opens a lazily loaded menu. */
export function MenuButton({ popup: Popup, kind = 'menu', label, wide = false, children }: MenuButtonProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [open, setOpen] = useState(false);
  const trigger = {
    id: `${id}-button`,
    'aria-haspopup': kind,
    'aria-expanded': open,
    ...(open ? { 'aria-controls': `${id}-popup` } : {}),
    onPointerEnter: Popup.preload,
    onFocus: Popup.preload,
    onClick: (event: { readonly currentTarget: HTMLElement }) => {
      setAnchor(event.currentTarget);
      setOpen(true);
    },
  } as const;
  return (
    <>
      {label === undefined ? (
        <Button
          {...trigger}
          color="inherit"
          fullWidth={wide}
          endIcon={<ChevronDownIcon />}
          sx={{
            px: 1.25,
            ...(wide && {
              justifyContent: 'space-between',
              fontWeight: 600,
              textAlign: 'left',
              whiteSpace: 'normal',
              overflowWrap: 'anywhere',
            }),
          }}
        >
          {children}
        </Button>
      ) : (
        <IconButton {...trigger} aria-label={label} title={label}>
          {children}
        </IconButton>
      )}
      {anchor && (
        <CrashBoundary compact>
          <Suspense>
            <Popup
              id={`${id}-popup`}
              labelledBy={`${id}-button`}
              anchor={anchor}
              open={open}
              onClose={() => setOpen(false)}
            />
          </Suspense>
        </CrashBoundary>
      )}
    </>
  );
}
