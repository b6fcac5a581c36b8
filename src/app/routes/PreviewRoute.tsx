import Box from '@mui/material/Box';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import { organizationsQuery } from '../../api/organizations.ts';
import type { User } from '../../api/people.ts';
import { meQuery } from '../../api/session.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { Claims } from '../../domain/claims.ts';
import { LoginLab } from '../../features/claim-preview/whole-login/LoginLab.tsx';
import { ClaimTests } from '../../features/claim-tests/ClaimTests.tsx';
import { KeepTest } from '../../features/claim-tests/KeepTest.tsx';
import { draftKeyOf, drafts } from '../../features/sync-settings/useDraft.ts';
import { SlimTabs } from '../../ui/SlimTabs.tsx';
import { Page } from '../layout/Page.tsx';
import { syncAddress } from './syncAddress.ts';

const tabs = [
  { value: 'login', label: 'One login' },
  { value: 'tests', label: 'Claim tests' },
] as const;

/** **Login preview**: what a whole login would do, from pasted claims, and the logins that were kept as tests. */
export function PreviewRoute() {
  const client = useQueryClient();
  const [search] = useSearchParams();
  const tab = search.get('tab') === 'tests' ? 'tests' : 'login';
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
  const sides = useMemo(() => ({ saved: () => undefined, draft: draftOf }), [draftOf]);
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
  const keepTest = useCallback(
    (claims: Claims, person: User | undefined) => {
      const memberOf = (organizations ?? []).filter(({ id }) => person?.organizationIds.includes(id));
      return <KeepTest claims={claims} memberOf={person && memberOf.map(({ name }) => name)} sides={sides} />;
    },
    [organizations, sides],
  );
  return (
    <Page
      title="Login preview"
      lead="What a whole login would do: may the person in, and which organizations, groups and roles do they have after it. Nothing is sent, and nothing is stored but what you keep as a test."
      above={[{ label: 'Admin settings' }]}
    >
      <SlimTabs label="Login preview" tabs={tabs} selected={tab} parameter="tab">
        {/* It stays mounted: what was pasted is nowhere else. */}
        <Box sx={{ pt: 2 }} hidden={tab !== 'login'}>
          <LoginLab draftOf={draftOf} chooseField={chooseField} link={link} keepTest={keepTest} />
        </Box>
        {tab === 'tests' && (
          <Box sx={{ pt: 2 }}>
            <ClaimTests sides={sides} />
          </Box>
        )}
      </SlimTabs>
    </Page>
  );
}
