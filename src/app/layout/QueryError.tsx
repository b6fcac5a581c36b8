import { ApiError } from '../../api/ApiError.ts';
import { errorWords } from '../../session/errorWords.ts';
import { ErrorIcon, LockIcon, UnreachableIcon } from '../../ui/icons.tsx';
import { ErrorState } from '../../ui/PageState.tsx';

export interface QueryErrorProps {
  readonly error: Error;
  /** What could not be done: "load the groups". */
  readonly what: string;
  readonly onRetry: () => unknown;
}

/** In place of what a query didn't get. */
export function QueryError({ error, what, onRetry }: QueryErrorProps) {
  return <ErrorState {...errorWords(error, what)} icon={iconOf(error)} onRetry={onRetry} />;
}

function iconOf(error: Error) {
  if (!(error instanceof ApiError)) return <ErrorIcon />;
  if (error.failure === 'unreachable' || error.failure === 'timeout' || [502, 503].includes(error.status)) {
    return <UnreachableIcon />;
  }
  return error.status === 403 || error.status === 401 ? <LockIcon /> : <ErrorIcon />;
}
