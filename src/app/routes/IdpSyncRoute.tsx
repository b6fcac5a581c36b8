import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { UnsavedMark } from '../../features/sync-settings/UnsavedMark.tsx';
import { SlimTabs } from '../../ui/SlimTabs.tsx';
import { organizationCrumbs, valueParameter } from '../layout/addresses.ts';
import { useOrganization } from '../layout/organizationContext.ts';
import { Page } from '../layout/Page.tsx';
import { SyncPanel } from './SyncPanel.tsx';

/** **IdP Sync** of an organization. Any other tab than the two is taken for the first. */
export function IdpSyncRoute() {
  const organization = useOrganization();
  return <SyncPage key={organization.id} organization={organization} />;
}

function SyncPage({ organization }: { readonly organization: Organization }) {
  // Pasted claims stay while tabs are switched, and nowhere but here.
  const [heldClaims] = useState({});
  const [search] = useSearchParams();
  const tab = search.get('tab') === 'roles' ? 'roles' : 'groups';
  const goTo = useGoTo(tab);
  const { id: organizationId, displayName } = organization;
  const tabs = [
    { value: 'groups', label: <TabLabel text="Group sync settings" scope={{ kind: 'group', organizationId }} /> },
    { value: 'roles', label: <TabLabel text="Role sync settings" scope={{ kind: 'role', organizationId }} /> },
  ] as const;
  return (
    <Page
      title="IdP Sync"
      of={displayName}
      lead={`What people get in ${displayName} from the claims of their login. Changes apply at each person’s next login.`}
      above={organizationCrumbs(organization)}
    >
      <SlimTabs label="IdP Sync" tabs={tabs} selected={tab} parameter="tab">
        <Box sx={{ display: 'grid', gap: 2, pt: 2 }}>
          <SyncPanel
            scope={{ kind: tab === 'roles' ? 'role' : 'group', organizationId }}
            organization={organization}
            goTo={goTo}
            heldClaims={heldClaims}
          />
        </Box>
      </SlimTabs>
    </Page>
  );
}

/** The claim value that a link leads to. It goes out of the address at once, so that a reload or the other tab is plain. */
function useGoTo(tab: string): { readonly value: string } | undefined {
  const [search, setSearch] = useSearchParams();
  const [goTo, setGoTo] = useState<{ readonly value: string; readonly tab: string }>();
  const value = search.get(valueParameter);
  useEffect(() => {
    if (value === null) return;
    setGoTo({ value, tab });
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        next.delete(valueParameter);
        return next;
      },
      { replace: true },
    );
  }, [value, tab, setSearch]);
  return goTo?.tab === tab ? goTo : undefined;
}

function TabLabel({ text, scope }: { readonly text: string; readonly scope: SettingsScope }) {
  return (
    <>
      {text} <UnsavedMark scope={scope} />
    </>
  );
}
