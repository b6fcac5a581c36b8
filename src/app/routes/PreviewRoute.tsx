import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import { organizationsQuery } from '../../api/organizations.ts';
import { meQuery } from '../../api/session.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import { LoginLab } from '../../features/claim-preview/whole-login/LoginLab.tsx';
import { draftKeyOf, drafts } from '../../features/sync-settings/useDraft.ts';
import { Page } from '../layout/Page.tsx';
import { syncAddress } from './syncAddress.ts';

/** **Login preview**: what a whole login would do, from pasted claims. */
export function PreviewRoute() {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: organizations } = useQuery(organizationsQuery);
  const [edits, setEdits] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function after each edit, so that it is asked again
  const draftOf = useCallback(
    (scope: SettingsScope) => {
      const draft = me && drafts.get(draftKeyOf(me, scope));
      return draft?.isChanged ? draft.settings : undefined;
    },
    [me, edits],
  );
  const chooseField = useCallback(
    (scope: SettingsScope, field: string) => {
      const saved = client.getQueryData(settingsQuery(scope).queryKey);
      if (!me || !saved) return;
      const key = draftKeyOf(me, scope);
      drafts.edit(key, saved, { settings: { ...(drafts.get(key)?.settings ?? saved), field }, label: 'field changed' });
      setEdits((count) => count + 1);
    },
    [client, me],
  );
  // A row is in the state and not in the address: it is spelled like a value of the claims.
  const link = useCallback(
    (scope: SettingsScope, words: string, row?: string) => {
      const to = syncAddress(scope, organizations ?? []);
      if (row === undefined) return <Link to={to}>{words}</Link>;
      return (
        <Link to={to} state={{ row }} aria-label={`Show ${words}, ${row}`}>
          {words}
        </Link>
      );
    },
    [organizations],
  );
  return (
    <Page
      title="Login preview"
      lead="What a whole login would do: may the person in, and which organizations, groups and roles do they have after it. Nothing is sent or saved."
      above={[{ label: 'Admin settings' }]}
    >
      <LoginLab draftOf={draftOf} chooseField={chooseField} link={link} />
    </Page>
  );
}
