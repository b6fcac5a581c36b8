import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { type Role, rolesQuery } from '../../api/organizations.ts';
import { CopyableId } from '../../ui/CopyableId.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationCrumbs } from '../layout/addresses.ts';
import { useOrganization } from '../layout/organizationContext.ts';
import { Page } from '../layout/Page.tsx';
import { QueryError } from '../layout/QueryError.tsx';

const columns: readonly Column<Role>[] = [
  { key: 'displayName', header: 'Role', cell: ({ displayName }) => displayName },
  { key: 'name', header: 'Name', cell: ({ name, displayName }) => <CopyableId id={name} of={displayName} /> },
  { key: 'kind', header: 'Kind', width: '120px', cell: ({ builtIn }) => (builtIn ? 'Built-in' : 'Custom') },
];

/** Roles of an organization, built-in and custom. */
export function RolesRoute() {
  const organization = useOrganization();
  const { data: roles, error, refetch } = useQuery(rolesQuery(organization.id));
  return (
    <Page
      title="Roles"
      of={organization.displayName}
      lead="Role mappings give roles by their name."
      above={organizationCrumbs(organization)}
    >
      {roles && <RoleTable roles={roles} />}
      {!roles && error && <QueryError error={error} what="load the roles" onRetry={refetch} />}
      {!roles && !error && <SkeletonBlock label="Loading the roles" heights={[36, 320]} />}
    </Page>
  );
}

function RoleTable({ roles }: { readonly roles: readonly Role[] }) {
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const found = roles.filter(({ displayName, name }) =>
    [displayName, name].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 960 }}>
      <SearchInput
        label="Find a role"
        value={search}
        onChange={setSearch}
        result={`${found.length} of ${roles.length}`}
      />
      {found.length === 0 ? (
        <PageState title="No role matches">Nothing is called “{search.trim()}”.</PageState>
      ) : (
        <DataTable label="Roles" columns={columns} rows={found} rowKey={({ name }) => name} />
      )}
    </Box>
  );
}
