import Button from '@mui/material/Button';
import { errorWords } from '../../session/errorWords.ts';
import { Notice } from '../../ui/Notice.tsx';

interface LoadProblemProps {
  readonly error: Error;
  /** What could not be done: "load the groups". */
  readonly what: string;
  readonly onRetry?: () => unknown;
}

/** Takes the place of an answer for which something is missing. */
export function LoadProblem({ error, what, onRetry }: LoadProblemProps) {
  const { title, detail, waitSeconds } = errorWords(error, what);
  return (
    <Notice
      tone="error"
      title={title}
      action={
        onRetry && (
          <Button size="small" variant="outlined" onClick={() => void onRetry()}>
            Retry
          </Button>
        )
      }
    >
      {detail}
      {waitSeconds !== undefined && ` Try again in ${waitSeconds} seconds.`}
    </Notice>
  );
}
