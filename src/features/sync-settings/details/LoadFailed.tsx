import type { SyncKind } from '../../../domain/settings.ts';
import { errorWords } from '../../../session/errorWords.ts';
import { ErrorState } from '../../../ui/PageState.tsx';
import { kindWords } from '../kinds.ts';

interface LoadFailedProps {
  readonly kind: SyncKind;
  readonly error: Error;
  readonly onRetry: () => unknown;
}

/** In place of settings that couldn't be loaded. */
export function LoadFailed({ kind, error, onRetry }: LoadFailedProps) {
  return <ErrorState {...errorWords(error, `load the ${kindWords[kind].name} settings`)} onRetry={onRetry} />;
}
