import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { organizationsQuery } from '../../api/organizations.ts';
import { permissionsQuery } from '../../api/permissions.ts';
import { serverFlagsQuery } from '../../api/serverFlags.ts';
import { ServerFlags } from '../../features/server-flags/ServerFlags.tsx';
import { ability } from '../../session/abilities.ts';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationAddress } from '../layout/addresses.ts';
import { Denied } from '../layout/Denied.tsx';
import { Page } from '../layout/Page.tsx';
import { QueryError } from '../layout/QueryError.tsx';

/** **OIDC**: the server flags that concern login and sync, and what to set to change them. */
export function OidcRoute() {
  return (
    <Page
      title="OIDC"
      of="Deployment"
      lead="What the server was started with for login and sync. It reads these flags at its start, so they can be seen here and not changed."
      above={[{ label: 'Admin settings' }, { label: 'Deployment', to: '/deployment' }]}
    >
      <Content />
    </Page>
  );
}

function Content() {
  const permissions = useQuery(permissionsQuery(undefined));
  const reading = permissions.data && ability('readDeploymentConfig', permissions.data, 'deployment');
  const flags = useQuery({ ...serverFlagsQuery, enabled: reading?.granted === true });
  const { data: organizations = [] } = useQuery(organizationsQuery);
  if (reading?.granted === false) return <Denied cause={reading.cause} />;
  if (flags.data) {
    const home = organizations.find(({ isDefault }) => isDefault);
    return (
      <ServerFlags
        flags={flags.data}
        groupSync={home && <Link to={organizationAddress(home, 'idp-sync')}>Group sync of {home.displayName}</Link>}
        organizationSync={<Link to="/deployment/idp-org-sync">IdP organization sync</Link>}
      />
    );
  }
  const failed = permissions.error ? permissions : flags;
  if (failed.error) return <QueryError error={failed.error} what="load the server’s flags" onRetry={failed.refetch} />;
  return <SkeletonBlock label="Loading the server’s flags" heights={[36, 160, 160, 160]} />;
}
