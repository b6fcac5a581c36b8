import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Panel } from '../../ui/Panel.tsx';
import { SyncCell } from './SyncCell.tsx';
import { syncStateQuery } from './syncState.ts';

const scope = { kind: 'organization' } as const;

interface DeploymentSyncProps {
  readonly address: string;
  /** The licence lets organization sync run. */
  readonly isEntitled: boolean;
}

/** How organization sync of the deployment stands: it decides who is in each organization. */
export function DeploymentSync({ address, isEntitled }: DeploymentSyncProps) {
  const { data: state } = useQuery(syncStateQuery(scope, undefined));
  return (
    <Panel
      aria-labelledby="deployment-sync"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '4px 24px', alignItems: 'center', py: 1.25 }}
    >
      <Box sx={{ minWidth: 0, flex: '1 1 360px' }}>
        <Typography id="deployment-sync" variant="h3">
          Organization sync of the deployment
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {state && effect(state.field, state.assignDefault)}
          {!isEntitled && ' Not applied at login: the deployment’s licence doesn’t have the feature.'}
        </Typography>
      </Box>
      <SyncCell scope={scope} address={address} label="Organization sync" />
      <Link to={address}>IdP organization sync</Link>
    </Panel>
  );
}

function effect(field: string, assignDefault: boolean): string {
  if (field === '') return 'Off: logins change nobody’s organizations.';
  return assignDefault
    ? 'Decides at each login who is in which organization. Everybody is in the default one.'
    : 'Decides at each login who is in which organization. Nobody is in the default one without a mapping.';
}
