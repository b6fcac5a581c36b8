import Box from '@mui/material/Box';
import { Page } from '../layout/Page.tsx';
import { SyncPanel } from './SyncPanel.tsx';
import { useGoTo } from './useGoTo.ts';

const scope = { kind: 'organization' } as const;

/** **IdP organization sync** of the deployment. */
export function IdpOrgSyncRoute() {
  const goTo = useGoTo('');
  return (
    <Page
      title="IdP organization sync"
      of="Deployment"
      lead="Which organizations people are in, from the claims of their login. Changes apply at each person’s next login."
      above={[{ label: 'Admin settings' }, { label: 'Deployment', to: '/deployment' }]}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <SyncPanel scope={scope} goTo={goTo} />
      </Box>
    </Page>
  );
}
