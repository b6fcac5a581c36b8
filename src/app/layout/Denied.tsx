import type { Cause } from '../../session/abilities.ts';
import { causeWords } from '../../session/causeWords.ts';
import { LockIcon } from '../../ui/icons.tsx';
import { PageState } from '../../ui/PageState.tsx';

/** In place of what this person may not see: why, and who can help. */
export function Denied({ cause }: { readonly cause: Cause }) {
  const { title, detail } = causeWords(cause);
  return (
    <PageState icon={<LockIcon />} title={title}>
      {detail}
    </PageState>
  );
}
