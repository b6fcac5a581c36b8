import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '../../ui/Breadcrumbs.tsx';
import { usePageTitle } from './RouteAnnouncer.tsx';

interface PageProps {
  readonly title: string;
  /** What the page is about, for the document's title: an organization. */
  readonly of?: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  readonly above?: readonly Crumb[];
  readonly children?: ReactNode;
}

/** A page: where it is, what it is called, what is on it. */
export function Page({ title, of, lead, above, children }: PageProps) {
  const heading = usePageTitle(of === undefined ? title : `${title} – ${of}`);
  return (
    <>
      {above && <Breadcrumbs above={above} current={title} />}
      <Typography ref={heading} tabIndex={-1} variant="h1" sx={{ mt: above ? 1.5 : 0, overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      {lead !== undefined && (
        <Typography color="textSecondary" sx={{ mt: 0.25, maxWidth: '110ch', overflowWrap: 'anywhere' }}>
          {lead}
        </Typography>
      )}
      <Box sx={{ mt: 2 }}>{children}</Box>
    </>
  );
}
