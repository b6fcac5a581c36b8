import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Organization, organizationsQuery } from '../../api/organizations.ts';
import { Mono } from '../../ui/Mono.tsx';
import { PageState } from '../../ui/PageState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationAddress } from '../layout/addresses.ts';
import { Page } from '../layout/Page.tsx';
import { QueryError } from '../layout/QueryError.tsx';
import { searchOrganizations } from '../layout/searchOrganizations.ts';

const searchFrom = 11;

/** Every organization that this person can see. */
export function OrganizationsRoute() {
  const { data: organizations, error, refetch } = useQuery(organizationsQuery);
  return (
    <Page title="Organizations" above={[{ label: 'Admin settings' }]}>
      {organizations && <OrganizationList organizations={organizations} />}
      {!organizations && error && <QueryError error={error} what="load the organizations" onRetry={refetch} />}
      {!organizations && !error && <SkeletonBlock label="Loading the organizations" heights={[36, 56, 56, 56]} />}
    </Page>
  );
}

const List = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  maxWidth: 880,
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
  backgroundColor: theme.vars.palette.background.paper,
  '& > li': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 20px', padding: '10px 16px' },
  '& > li + li': { borderTop: `1px solid ${theme.vars.palette.divider}` },
}));

function OrganizationList({ organizations }: { readonly organizations: readonly Organization[] }) {
  const [search, setSearch] = useState('');
  const found = searchOrganizations(organizations, search);
  if (organizations.length === 0) {
    return (
      <PageState title="No organizations">
        You are not a member of any organization. An Owner can see every one.
      </PageState>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {organizations.length >= searchFrom && (
        <SearchInput
          label="Find an organization"
          value={search}
          onChange={setSearch}
          result={`${found.length} of ${organizations.length}`}
        />
      )}
      {found.length === 0 ? (
        <PageState title="No organization matches">Nothing is called “{search.trim()}”.</PageState>
      ) : (
        <List aria-label="Organizations">
          {found.map((organization) => (
            <OrganizationItem key={organization.id} organization={organization} />
          ))}
        </List>
      )}
    </Box>
  );
}

function OrganizationItem({ organization }: { readonly organization: Organization }) {
  const { displayName } = organization;
  return (
    <li>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, fontWeight: 600 }}>
          <Link to={organizationAddress(organization, 'idp-sync')}>{displayName}</Link>
          {organization.isDefault && <Chip size="small" variant="outlined" label="Default" />}
        </Box>
        <Box sx={{ color: 'text.secondary', typography: 'body2' }}>
          <Mono>{organization.name}</Mono>
        </Box>
      </Box>
      <Box component="nav" aria-label={`Pages of ${displayName}`} sx={{ display: 'flex', gap: 2 }}>
        <Link to={organizationAddress(organization, 'groups')}>Groups</Link>
        <Link to={organizationAddress(organization, 'roles')}>Roles</Link>
        <Link to={organizationAddress(organization, 'idp-sync')}>IdP Sync</Link>
      </Box>
    </li>
  );
}
