import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { entitlementsQuery } from '../../api/entitlements.ts';
import { type Group, groupsQuery } from '../../api/groups.ts';
import type { Organization } from '../../api/organizations.ts';
import { type Permissions, permissionsQuery } from '../../api/permissions.ts';
import type { GroupsContext } from '../../features/groups/GroupsContext.ts';
import { GroupsPanel } from '../../features/groups/GroupsPanel.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationAddress, organizationCrumbs, rowAddress } from '../layout/addresses.ts';
import { useOrganization } from '../layout/organizationContext.ts';
import { Page } from '../layout/Page.tsx';
import { QueryError } from '../layout/QueryError.tsx';
import { DirectoryNotices } from './DirectoryNotices.tsx';
import { useTakeOut } from './useTakeOut.ts';
import { useTargetSources } from './useTargetSources.ts';

/** Groups of an organization: what names them in a mapping, what leads to them, who is in them. */
export function GroupsRoute() {
  const organization = useOrganization();
  const groups = useQuery(groupsQuery(organization.id));
  const permissions = useQuery(permissionsQuery(organization.id));
  return (
    <Page
      title="Groups"
      of={organization.displayName}
      lead="Group mappings give groups by their id. A claim value without a mapping gives the group of exactly its name."
      above={organizationCrumbs(organization)}
    >
      {groups.data && permissions.data && (
        <Groups organization={organization} groups={groups.data} permissions={permissions.data} />
      )}
      {!groups.data && groups.error && (
        <QueryError error={groups.error} what="load the groups" onRetry={groups.refetch} />
      )}
      {groups.data && !permissions.data && permissions.error && (
        <QueryError error={permissions.error} what="find out what you may do here" onRetry={permissions.refetch} />
      )}
      {(groups.isPending || permissions.isPending) && !groups.error && (
        <SkeletonBlock label="Loading the groups" heights={[36, 320]} />
      )}
    </Page>
  );
}

interface GroupsProps {
  readonly organization: Organization;
  readonly groups: readonly Group[];
  readonly permissions: Permissions;
}

function Groups({ organization, groups, permissions }: GroupsProps) {
  const scope = useMemo(() => ({ kind: 'group', organizationId: organization.id }) as const, [organization.id]);
  const names = useMemo(() => groups.map(({ name }) => name), [groups]);
  const sync = useTargetSources(scope, permissions.get('readSync') ?? false, names);
  const { sources, settings } = sync;
  const { data: entitled } = useQuery(entitlementsQuery);
  const takeOut = useTakeOut(scope, organization, settings);
  const maySync = permissions.get('updateSync') === true;
  const context = useMemo(
    (): GroupsContext => ({
      organization,
      may: {
        create: permissions.get('createGroups') === true,
        update: permissions.get('updateGroups') === true,
        delete: permissions.get('deleteGroups') === true,
      },
      sources,
      rowsOf: settings && ((id) => [...settings.mapping].filter(([, ids]) => ids.includes(id)).map(([key]) => key)),
      isSynced: settings !== undefined && settings.field !== '' && entitled?.group !== false,
      makesMissing: settings !== undefined && settings.field !== '' && settings.autoCreateMissing,
      rowAddress: (key) => rowAddress(organization, 'groups', key),
      onTakeOut: maySync ? ({ id, displayName }) => takeOut(id, displayName) : undefined,
    }),
    [organization, permissions, sources, settings, entitled, maySync, takeOut],
  );
  return (
    <>
      <DirectoryNotices of="groups" organization={organization} permissions={permissions} sync={sync} />
      {!permissions.get('readGroups') && groups.length > 0 && (
        <Notice tone="info" role="none">
          You see the groups that you are in.
        </Notice>
      )}
      <GroupsPanel
        groups={groups}
        context={context}
        empty={<NoGroups organization={organization} mayRead={permissions.get('readGroups') === true} />}
      />
    </>
  );
}

function NoGroups({ organization, mayRead }: { readonly organization: Organization; readonly mayRead: boolean }) {
  if (!mayRead) {
    return (
      <PageState title="No groups to see">
        You see the groups that you are in, and you are in none of {organization.displayName}.
      </PageState>
    );
  }
  return (
    <PageState title={`No groups in ${organization.displayName}`}>
      A group that somebody creates here can be chosen in a mapping. Group sync makes groups by itself with{' '}
      <em>Auto create missing groups</em>, on <Link to={organizationAddress(organization, 'idp-sync')}>IdP Sync</Link>.
    </PageState>
  );
}
