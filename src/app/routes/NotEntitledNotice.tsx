import type { SyncKind } from '../../domain/settings.ts';
import { notEntitledWords } from '../../session/causeWords.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Above settings that can be edited but that the licence doesn't let run. */
export function NotEntitledNotice({ kind }: { readonly kind: SyncKind }) {
  return (
    <Notice tone="warning" role="none">
      {notEntitledWords(kind)}
    </Notice>
  );
}
