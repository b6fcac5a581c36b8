import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { entitlementsQuery } from '../../api/entitlements.ts';
import { type Organization, organizationsQuery } from '../../api/organizations.ts';
import { type Permissions, permissionsQuery, readableSyncQuery } from '../../api/permissions.ts';
import { DeploymentSync } from '../../features/organization-overview/DeploymentSync.tsx';
import {
  type OrganizationAddress,
  OrganizationTable,
} from '../../features/organization-overview/OrganizationTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationAddress } from '../layout/addresses.ts';
import { Page } from '../layout/Page.tsx';
import { QueryError } from '../layout/QueryError.tsx';
import { searchOrganizations } from '../layout/searchOrganizations.ts';

/** Every organization that this person can see, with how its syncs stand; the deployment's own above. */
export function OrganizationsRoute() {
  const organizations = useQuery(organizationsQuery);
  const permissions = useQuery(permissionsQuery(undefined));
  const failed = [organizations, permissions].find(({ data, error }) => !data && error);
  return (
    <Page
      title="Organizations"
      lead="Which groups and roles people get in each organization from the claims of their login."
      above={[{ label: 'Admin settings' }]}
    >
      {organizations.data && permissions.data && (
        <Overview organizations={organizations.data} permissions={permissions.data} />
      )}
      {failed?.error && (
        <QueryError
          error={failed.error}
          what={failed === organizations ? 'load the organizations' : 'find out what you may see'}
          onRetry={failed.refetch}
        />
      )}
      {!failed && !(organizations.data && permissions.data) && (
        <SkeletonBlock label="Loading the organizations" heights={[36, 56, 56, 56]} />
      )}
    </Page>
  );
}

const address: OrganizationAddress = (organization, page, tab) =>
  organizationAddress(organization, page) + (tab === undefined ? '' : `?${new URLSearchParams({ tab })}`);

interface OverviewProps {
  readonly organizations: readonly Organization[];
  readonly permissions: Permissions;
}

function Overview({ organizations, permissions }: OverviewProps) {
  const { data: entitled } = useQuery(entitlementsQuery);
  const readsAll = permissions.get('readOrganizationSync') === true;
  const readsSome = !readsAll && permissions.get('readAnySync') === true;
  const ids = useMemo(() => organizations.map(({ id }) => id), [organizations]);
  const readable = useQuery({ ...readableSyncQuery(ids), enabled: readsSome });
  const isReadable = useCallback(
    ({ id }: Organization) => readsAll || readable.data?.has(id) === true,
    [readsAll, readable.data],
  );
  if (organizations.length === 0) {
    return (
      <PageState title="No organizations">
        You are not a member of any organization. An Owner can see every one.
      </PageState>
    );
  }
  if (readsSome && readable.isPending) return <SkeletonBlock label="Loading the organizations" heights={[36, 240]} />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {readsAll && <DeploymentSync address="/deployment/idp-org-sync" isEntitled={entitled?.organization !== false} />}
      {!readsAll && !readsSome && (
        <Notice tone="info" role="none" title="You can’t see how the syncs stand">
          This needs the permission idpsync_settings:read. You can ask an Owner or User Admin, or an Organization Admin
          of your organization.
        </Notice>
      )}
      {readable.error && (
        <QueryError error={readable.error} what="find out what you may see" onRetry={readable.refetch} />
      )}
      {notApplied(entitled) && (
        <Notice tone="warning" role="none">
          {notApplied(entitled)}
        </Notice>
      )}
      <OrganizationTable
        organizations={organizations}
        isReadable={isReadable}
        address={address}
        search={searchOrganizations}
      />
    </Box>
  );
}

/** What the licence keeps from running at login. */
function notApplied(entitled: { readonly group: boolean; readonly role: boolean } | undefined): string | undefined {
  if (!entitled || (entitled.group && entitled.role)) return undefined;
  const which = entitled.group ? 'Role sync is' : entitled.role ? 'Group sync is' : 'Group sync and role sync are';
  return `${which} not applied at login: the deployment’s licence doesn’t have the feature. An Owner can change the licence.`;
}
