import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { buildInfoQuery } from '../../api/deployment.ts';
import { useSessionStatus } from '../../session/session.ts';
import { signOutQuery } from '../../session/signOut.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Wordmark } from '../../ui/Wordmark.tsx';
import { wantedPath } from '../sign-in/loginAddress.ts';
import { SignInForm } from '../sign-in/SignInForm.tsx';

/** Where somebody without a session comes first. */
export function LoginRoute() {
  const status = useSessionStatus();
  const { search } = useLocation();
  const { data: build } = useQuery(buildInfoQuery);
  const { data: signedOut } = useQuery(signOutQuery);
  useEffect(() => {
    document.title = 'Sign in – Coder IdP Sync';
  }, []);
  if (status === 'signed-in') return <Navigate to={wantedPath(search, location.origin)} replace />;
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeContent: 'center', p: 2 }}>
      <Box sx={{ width: 'min(380px, calc(100vw - 32px))', display: 'grid', gap: 2.5, pb: '12vh' }}>
        <Box sx={{ fontSize: '1rem' }}>
          <Wordmark />
        </Box>
        {signedOut === 'not-revoked' && (
          <Notice tone="warning" title="You are signed out in this tab only">
            The deployment didn’t answer, so the session goes on there until it expires, by default a day after its last
            use. Nothing of it is kept here.
          </Notice>
        )}
        <Panel sx={{ p: 3 }}>
          <Typography variant="h1">Sign in</Typography>
          <Typography color="textSecondary" sx={{ mb: 2.5, overflowWrap: 'anywhere' }}>
            With your account of the Coder deployment at {build?.dashboard?.host ?? location.host}.
          </Typography>
          <SignInForm />
        </Panel>
        <Typography variant="body2" color="textSecondary">
          See what a change of IdP sync will do, to whom and why, before it is saved.
        </Typography>
      </Box>
    </Box>
  );
}
