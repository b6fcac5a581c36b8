import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import { meQuery } from '../../api/session.ts';
import { LoginLab } from '../../features/claim-preview/whole-login/LoginLab.tsx';
import { draftKeyOf, drafts } from '../../features/sync-settings/useDraft.ts';
import { Page } from '../layout/Page.tsx';

/** **Login preview**: what a whole login would do, from pasted claims. */
export function PreviewRoute() {
  const { data: me } = useQuery(meQuery);
  const draftOf = useCallback(
    (scope: SettingsScope) => (me ? drafts.get(draftKeyOf(me, scope))?.settings : undefined),
    [me],
  );
  return (
    <Page
      title="Login preview"
      lead="What a whole login would do: may the person in, and which organizations, groups and roles do they have after it. Nothing is sent or saved."
      above={[{ label: 'Admin settings' }]}
    >
      <LoginLab draftOf={draftOf} />
    </Page>
  );
}
