import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ApiError } from '../../api/ApiError.ts';
import type { SettingsScope } from '../../api/keys.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RetryCountdown } from '../../ui/RetryCountdown.tsx';
import { kindWords } from './kinds.ts';

interface FailedSaveProps {
  readonly scope: SettingsScope;
  readonly error: unknown;
  /** The first of two requests went through. */
  readonly isHalfSaved: boolean;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Why a save failed, what is saved and what isn't, and what to do. The draft stays, whatever it says. */
export function FailedSave({ scope, error, isHalfSaved, onRetry, onClose }: FailedSaveProps) {
  const words = kindWords[scope.kind];
  const { title, detail, technical, waitSeconds } = errorWords(error, 'save the settings');
  return (
    <Box sx={{ mb: 1 }}>
      <Notice
        tone="error"
        title={`${words.saveFailed} ${title}.`}
        action={
          <>
            <Button size="small" variant="outlined" onClick={onRetry}>
              Try again
            </Button>
            <Button size="small" onClick={onClose}>
              Close
            </Button>
          </>
        }
      >
        {detail} {error instanceof ApiError && validationText(error)} {rest(error, isHalfSaved)}
        {waitSeconds !== undefined && <RetryCountdown seconds={waitSeconds} onEnd={onRetry} />}
        {technical && (
          <Box component="code" sx={{ display: 'block', color: 'text.secondary', fontSize: 12 }}>
            {technical}
          </Box>
        )}
      </Notice>
    </Box>
  );
}

function validationText({ validations }: ApiError): string {
  return validations.map(({ field, detail }) => `${field}: ${detail}`).join('; ');
}

function rest(error: unknown, isHalfSaved: boolean): string {
  if (isHalfSaved) return 'The field, the filter and the switch are saved; the mappings are not, and are kept here.';
  return mayBeWritten(error)
    ? 'Whether it was saved isn’t known. Your changes are kept here; trying again looks first, and does no harm.'
    : 'Nothing is saved. Your changes are kept here.';
}

/** A write that got no answer, or none that can be read, or that the server broke off, may have got through. */
function mayBeWritten(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.request.startsWith('GET ')) return false;
  return error.failure !== 'status' || error.status >= 500;
}
