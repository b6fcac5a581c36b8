import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { ErrorIcon } from './icons.tsx';
import { RetryCountdown } from './RetryCountdown.tsx';

interface PageStateProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What one can do about it. */
  readonly actions?: ReactNode;
  /** Small print for who looks into it. */
  readonly technical?: ReactNode;
  readonly role?: 'alert' | 'status';
}

/** Takes the place of what can't be shown, and says why and what now. */
export function PageState({ icon, title, children, actions, technical, role }: PageStateProps) {
  return (
    <Box
      role={role}
      sx={{
        display: 'grid',
        justifyItems: 'start',
        gap: 1,
        maxWidth: 560,
        py: { xs: 3, md: 4 },
        '& > svg': { fontSize: 28, color: 'text.secondary', mb: 0.5 },
      }}
    >
      {icon}
      <Typography variant="h2">{title}</Typography>
      {children !== undefined && (
        <Typography component="div" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
      )}
      {actions !== undefined && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>{actions}</Box>}
      {technical !== undefined && (
        <Typography
          variant="caption"
          component="code"
          color="textSecondary"
          sx={{ fontFamily: 'fontFamilyMono', overflowWrap: 'anywhere', mt: 1 }}
        >
          {technical}
        </Typography>
      )}
    </Box>
  );
}

interface ErrorStateProps {
  readonly title: string;
  readonly detail: string | undefined;
  readonly technical: string | undefined;
  readonly icon?: ReactNode;
  readonly actions?: ReactNode;
  /** Gives a button that tries again. */
  readonly onRetry?: () => unknown;
  /** How long to wait before it is tried again without being asked. */
  readonly waitSeconds?: number | undefined;
}

/** A {@link PageState} for a failure, in the words of `errorWords`. */
export function ErrorState({ title, detail, technical, icon = <ErrorIcon />, ...props }: ErrorStateProps) {
  const { onRetry, waitSeconds, actions } = props;
  const retry = onRetry && (
    <Button variant="contained" onClick={() => void onRetry()}>
      Retry
    </Button>
  );
  return (
    <PageState role="alert" icon={icon} title={title} actions={retry ?? actions} technical={technical}>
      {detail}
      {onRetry && waitSeconds !== undefined && <RetryCountdown seconds={waitSeconds} onEnd={() => void onRetry()} />}
    </PageState>
  );
}
