import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { SearchIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { CrashBoundary } from '../CrashBoundary.tsx';

const Palette = lazyPart(() => import('./Palette.tsx').then((module) => module.Palette));

const isMac = /mac|iphone|ipad/i.test(navigator.platform);

const Key = styled('kbd')(({ theme }) => ({
  marginLeft: theme.spacing(1),
  color: theme.vars.palette.text.secondary,
  [theme.breakpoints.down('sm')]: { display: 'none' },
}));

const Text = styled('span')(({ theme }) => ({
  marginLeft: theme.spacing(0.75),
  [theme.breakpoints.down('sm')]: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
}));

/** Opens the command palette, as ⌘K or Ctrl+K does anywhere. It belongs to the address at which it was opened. */
export function SearchButton() {
  const { key } = useLocation();
  const navigation = useNavigationType();
  const [openedAt, setOpenedAt] = useState<string>();
  // A page that puts its own address right doesn't close what somebody has just opened over it.
  if (openedAt !== undefined && openedAt !== key) setOpenedAt(navigation === 'REPLACE' ? key : undefined);
  const isOpen = openedAt === key;
  const focusBefore = useRef<Element>(null);
  const open = () => {
    focusBefore.current = document.activeElement;
    setOpenedAt(key);
  };
  const close = () => setOpenedAt(undefined);
  // Whoever gives up is where they were. Whoever goes to another page gets the focus there, afterwards.
  const gaveUp = openedAt === undefined;
  useEffect(() => {
    if (gaveUp && focusBefore.current instanceof HTMLElement) focusBefore.current.focus();
  }, [gaveUp]);
  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      // The code is on its way by the time the K follows.
      if (event.key === 'Meta' || event.key === 'Control') Palette.preload();
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
        return;
      if (!isOpen && document.querySelector('[aria-modal="true"]')) return;
      event.preventDefault();
      if (isOpen) close();
      else open();
    };
    window.addEventListener('keydown', toggle);
    return () => window.removeEventListener('keydown', toggle);
  });
  return (
    <>
      <Button
        color="inherit"
        onClick={open}
        onPointerEnter={Palette.preload}
        onFocus={Palette.preload}
        aria-haspopup="dialog"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        sx={{ px: 1.25 }}
      >
        <SearchIcon />
        <Text>Search</Text>
        <Key aria-hidden>{isMac ? '⌘K' : 'Ctrl K'}</Key>
      </Button>
      {isOpen && (
        <CrashBoundary compact>
          <Suspense>
            <Palette onClose={close} />
          </Suspense>
        </CrashBoundary>
      )}
    </>
  );
}
