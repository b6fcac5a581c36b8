import Button from '@mui/material/Button';
import type { Cause } from '../../../session/abilities.ts';
import { causeWords } from '../../../session/causeWords.ts';
import { Notice } from '../../../ui/Notice.tsx';

interface ReadOnlyNoticeProps {
  readonly cause: Cause;
  /** There is a draft from before, which can only be taken elsewhere. */
  readonly hasDraft: boolean;
  readonly onExport: () => void;
}

/** Why the form can't be edited, and who can help. */
export function ReadOnlyNotice({ cause, hasDraft, onExport }: ReadOnlyNoticeProps) {
  const { title, detail } = causeWords(cause);
  return (
    <Notice
      tone="info"
      role="none"
      title={title}
      action={
        hasDraft ? (
          <Button size="small" variant="outlined" onClick={onExport}>
            Export draft
          </Button>
        ) : undefined
      }
    >
      {detail}
      {hasDraft && ' Your draft is kept here; it can’t be saved.'}
    </Notice>
  );
}
