import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { type Group, groupsQuery } from '../../api/groups.ts';
import { CopyableId } from '../../ui/CopyableId.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationCrumbs } from '../layout/addresses.ts';
import { useOrganization } from '../layout/organizationContext.ts';
import { Page } from '../layout/Page.tsx';
import { QueryError } from '../layout/QueryError.tsx';

const columns: readonly Column<Group>[] = [
  { key: 'displayName', header: 'Group', cell: ({ displayName }) => displayName },
  { key: 'name', header: 'Name', cell: ({ name }) => <Mono>{name}</Mono>, wideOnly: true },
  {
    key: 'id',
    header: 'Id',
    width: { xs: '64px', sm: '340px' },
    cell: ({ id, displayName }) => <CopyableId id={id} of={displayName} buttonOnlyBelow="sm" />,
  },
  { key: 'source', header: 'Source', width: '100px', cell: ({ source }) => <Mono>{source}</Mono>, wideOnly: true },
  { key: 'members', header: 'Members', width: '96px', align: 'right', cell: ({ memberCount }) => memberCount },
];

/** Groups of an organization, with what names them in a mapping. */
export function GroupsRoute() {
  const organization = useOrganization();
  const { data: groups, error, refetch } = useQuery(groupsQuery(organization.id));
  return (
    <Page
      title="Groups"
      of={organization.displayName}
      lead="Group mappings give groups by their id. Source oidc means that group sync created the group."
      above={organizationCrumbs(organization)}
    >
      {groups && <GroupTable groups={groups} />}
      {!groups && error && <QueryError error={error} what="load the groups" onRetry={refetch} />}
      {!groups && !error && <SkeletonBlock label="Loading the groups" heights={[36, 320]} />}
    </Page>
  );
}

function GroupTable({ groups }: { readonly groups: readonly Group[] }) {
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const found = groups.filter(({ displayName, name, id }) =>
    [displayName, name, id].some((text) => text.toLowerCase().includes(wanted)),
  );
  if (groups.length === 0) {
    return (
      <PageState title="No groups">
        Groups are created in Coder, or by group sync with Auto create missing groups.
      </PageState>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <SearchInput
        label="Find a group"
        value={search}
        onChange={setSearch}
        result={`${found.length} of ${groups.length}`}
      />
      {found.length === 0 ? (
        <PageState title="No group matches">Nothing has “{search.trim()}” in its name or id.</PageState>
      ) : (
        <DataTable label="Groups" columns={columns} rows={found} rowKey={({ id }) => id} />
      )}
    </Box>
  );
}
