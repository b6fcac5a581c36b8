import { useMemo } from 'react';
import type { SettingsScope } from '../../../api/keys.ts';
import { countChanges, diffSettings } from '../../../domain/diffSettings.ts';
import type { SyncSettings } from '../../../domain/settings.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { listChanges } from '../describeDiff.ts';
import { useLastAuthor } from '../useLastAuthor.ts';

interface RemoteChangeNoticeProps {
  readonly scope: SettingsScope;
  /** What the draft was started from. */
  readonly base: SyncSettings;
  /** What the server holds by now. */
  readonly saved: SyncSettings;
}

/** Says that somebody else has saved something since the draft was begun. The draft isn't touched. */
export function RemoteChangeNotice({ scope, base, saved }: RemoteChangeNoticeProps) {
  const author = useLastAuthor(scope);
  const diff = useMemo(() => diffSettings(base, saved), [base, saved]);
  if (countChanges(diff) === 0) return null;
  return (
    <Notice tone="info" title={`${author} changed these settings while you edit`}>
      {listChanges(diff)}. Your draft is untouched. Saving brings both together, and asks where they touch the same
      thing.
    </Notice>
  );
}
