import Box from '@mui/material/Box';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { UnsavedMark } from '../../features/sync-settings/UnsavedMark.tsx';
import { SlimTabs } from '../../ui/SlimTabs.tsx';
import { organizationCrumbs } from '../layout/addresses.ts';
import { useOrganization } from '../layout/organizationContext.ts';
import { Page } from '../layout/Page.tsx';
import { SyncPanel } from './SyncPanel.tsx';
import { useGoTo } from './useGoTo.ts';

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

function TabLabel({ text, scope }: { readonly text: string; readonly scope: SettingsScope }) {
  return (
    <>
      {text} <UnsavedMark scope={scope} />
    </>
  );
}
