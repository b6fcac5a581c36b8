import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { CrashBoundary } from '../CrashBoundary.tsx';
import { Frame } from './Frame.tsx';

/** Stands around pages that have no sidebar. */
export function FrameLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** Stands around pages that have nothing around them. */
export function BareLayout() {
  return (
    <CrashBoundary>
      <Suspense>
        <Outlet />
      </Suspense>
    </CrashBoundary>
  );
}
