import { Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { lazyPart } from '../../ui/lazyPart.tsx';

const LeaveDialog = lazyPart(() => import('./review/LeaveDialog.tsx').then((part) => part.LeaveDialog));

/** What stands before every route where the app is hosted below a path; the router adds it again. */
const basePath = import.meta.env.BASE_URL.replace(/\/$/, '');

interface LeaveGuardProps {
  readonly onDiscard: () => void;
}

/**
 * Asks before a link leads away from unsaved changes, and lets the browser ask before the tab is closed. Back and
 * Forward aren't held up: the draft stays in the tab and is there again on return.
 */
export function LeaveGuard({ onDiscard }: LeaveGuardProps) {
  const [target, setTarget] = useState<string>();
  const navigate = useNavigate();
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const intercept = (event: MouseEvent) => {
      const to = leavingTo(event);
      if (to === undefined) return;
      event.preventDefault();
      setTarget(to);
    };
    window.addEventListener('beforeunload', ask);
    document.addEventListener('click', intercept, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('click', intercept, { capture: true });
    };
  }, []);
  if (target === undefined) return null;
  const leave = () => {
    setTarget(undefined);
    void navigate(target);
  };
  return (
    <Suspense fallback={null}>
      <LeaveDialog
        onStay={() => setTarget(undefined)}
        onLeave={leave}
        onDiscard={() => {
          onDiscard();
          leave();
        }}
      />
    </Suspense>
  );
}

/** Where a plain click on a link of this app leads, if that is another page. */
function leavingTo(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.hasAttribute('download'))
    return undefined;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== location.origin || pathname === location.pathname) return undefined;
  return pathname.slice(basePath.length) + search + hash;
}
