import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, hasStatus } from '../../api/ApiError.ts';
import { authMethodsQuery } from '../../api/deployment.ts';
import type { Me } from '../../api/session.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QueryError } from '../layout/QueryError.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { TokenForm } from './TokenForm.tsx';

interface SignInFormProps {
  /** Whose session has ended. */
  readonly person?: Me | undefined;
}

/**
 * The ways to sign in that the deployment allows; as long as that isn't known, the usual one. What follows is up to
 * whoever watches the session.
 */
export function SignInForm({ person }: SignInFormProps) {
  const { data: methods, error, refetch } = useQuery(authMethodsQuery);
  const [wantsToken, setWantsToken] = useState(person !== undefined && person.loginType !== 'password');
  if (error && isTrouble(error)) return <QueryError error={error} what="sign in" onRetry={refetch} />;
  const hasPassword = methods?.password.enabled !== false;
  const isToken = wantsToken || !hasPassword;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {!methods && error && (
        <Notice tone="warning">{errorWords(error, 'find out how one signs in here').title}.</Notice>
      )}
      {!hasPassword && (
        <Notice tone="info">This deployment lets nobody sign in with a password: use a session token.</Notice>
      )}
      {isToken ? <TokenForm /> : <PasswordForm email={person?.email ?? ''} />}
      {methods?.oidc.enabled && (
        <Typography variant="body2" color="textSecondary">
          You sign in to Coder with {methods.oidc.signInText || 'OpenID Connect'}? Then you have no password here: use a
          session token.
        </Typography>
      )}
      {hasPassword && (
        <Button onClick={() => setWantsToken(!isToken)} sx={{ justifySelf: 'start' }}>
          {isToken ? 'Use email and password' : 'Use a session token'}
        </Button>
      )}
    </Box>
  );
}

/** Nothing can be had from the deployment at all. Any other failure lets people try. */
function isTrouble(error: Error): boolean {
  return !(error instanceof ApiError) || error.failure !== 'status' || hasStatus(error, 502, 503);
}
