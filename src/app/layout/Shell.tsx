import { styled } from '@mui/material/styles';
import { Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSessionStatus } from '../../session/session.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { CrashBoundary } from '../CrashBoundary.tsx';
import { loginAddress } from '../sign-in/loginAddress.ts';
import { preloadQueryError } from './LazyQueryError.tsx';
import { RouteAnnouncer } from './RouteAnnouncer.tsx';
import { TopBar } from './TopBar.tsx';

const SignInDialog = lazyPart(() => import('../sign-in/SignInDialog.tsx').then((module) => module.SignInDialog));

const SkipLink = styled('a')(({ theme }) => ({
  position: 'fixed',
  top: 8,
  left: 8,
  zIndex: theme.zIndex.tooltip,
  padding: '8px 14px',
  borderRadius: theme.shape.borderRadius,
  backgroundColor: theme.vars.palette.background.paper,
  color: theme.vars.palette.text.primary,
  '&:not(:focus)': { transform: 'translateY(-200%)' },
}));

/**
 * What surrounds each page for somebody who has signed in. Others go to the sign-in page first; somebody whose session
 * has ended signs in over the page, which stays as it is.
 */
export function Shell() {
  const status = useSessionStatus();
  const location = useLocation();
  useEffect(() => {
    // What says that the network is gone has to be there before it goes.
    const timer = setTimeout(preloadQueryError, 3_000);
    return () => clearTimeout(timer);
  }, []);
  if (status === 'signed-out') return <Navigate to={loginAddress(location)} replace />;
  return (
    <RouteAnnouncer>
      <SkipLink
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        Skip to main content
      </SkipLink>
      <TopBar />
      <Suspense>
        <Outlet />
      </Suspense>
      {status === 'expired' && (
        <CrashBoundary>
          <Suspense>
            <SignInDialog />
          </Suspense>
        </CrashBoundary>
      )}
    </RouteAnnouncer>
  );
}
