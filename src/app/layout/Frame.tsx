import Box from '@mui/material/Box';
import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { CrashBoundary } from '../CrashBoundary.tsx';

interface FrameProps {
  readonly sidebar?: ReactNode;
  readonly children: ReactNode;
}

/** What is under the top bar: the sidebar if there is one, and the page. On narrow screens one above the other. */
export function Frame({ sidebar, children }: FrameProps) {
  const { pathname } = useLocation();
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: sidebar ? '216px minmax(0, 1fr)' : 'minmax(0, 1fr)' },
      }}
    >
      {sidebar}
      <Box
        component="main"
        id="main"
        tabIndex={-1}
        sx={{ width: '100%', maxWidth: 1680, minWidth: 0, px: { xs: 2, md: 3 }, py: { xs: 2, md: 2.5 } }}
      >
        <CrashBoundary key={pathname}>
          <Suspense fallback={<SkeletonBlock label="Loading the page" heights={[28, 40, 200]} />}>{children}</Suspense>
        </CrashBoundary>
      </Box>
    </Box>
  );
}
