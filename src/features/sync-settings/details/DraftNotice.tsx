import Button from '@mui/material/Button';
import { useState } from 'react';
import { Notice } from '../../../ui/Notice.tsx';
import type { DraftHandle } from '../useDraft.ts';

const time = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit' });

/** Says that an earlier draft is back. For a page that was opened with one. */
export function DraftNotice({ handle: { draft, discard } }: { readonly handle: DraftHandle }) {
  const [isClosed, setClosed] = useState(false);
  if (isClosed || !draft?.isChanged) return null;
  return (
    <Notice
      tone="info"
      action={
        <>
          <Button size="small" onClick={discard}>
            Discard draft
          </Button>
          <Button size="small" onClick={() => setClosed(true)}>
            Go on
          </Button>
        </>
      }
    >
      Your unsaved draft of {time.format(draft.madeAt)} is back. Nothing of it is saved yet.
    </Notice>
  );
}
