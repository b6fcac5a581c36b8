import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router';
import { organizationsQuery } from '../../api/organizations.ts';
import { findOrganization } from '../../session/findOrganization.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationAddress } from './addresses.ts';
import { Frame } from './Frame.tsx';
import { LazyQueryError } from './LazyQueryError.tsx';
import { MenuButton } from './MenuButton.tsx';
import { OrganizationContext } from './organizationContext.ts';
import { Page } from './Page.tsx';
import { SideNav } from './SideNav.tsx';

const OrganizationSwitcher = lazyPart(() =>
  import('./OrganizationSwitcher.tsx').then((module) => module.OrganizationSwitcher),
);

const UnknownOrganization = lazyPart(() =>
  import('./UnknownOrganization.tsx').then((module) => module.UnknownOrganization),
);

/** Finds the organization that the address names, and stands around each of its pages. */
export function OrganizationLayout() {
  const { organization: text = '' } = useParams();
  const { data: organizations, error, refetch } = useQuery(organizationsQuery);
  if (organizations === undefined) {
    return (
      <Frame>
        {error ? (
          <Page title="Organization" of={text}>
            <LazyQueryError error={error} what="load the organizations" onRetry={refetch} />
          </Page>
        ) : (
          <SkeletonBlock label="Loading the organization" heights={[28, 40, 200]} />
        )}
      </Frame>
    );
  }
  const organization = findOrganization(organizations, text);
  if (organization === undefined) {
    return (
      <Frame>
        <UnknownOrganization name={text} organizations={organizations} />
      </Frame>
    );
  }
  const links = [
    { to: organizationAddress(organization, 'groups'), label: 'Groups' },
    { to: organizationAddress(organization, 'roles'), label: 'Roles' },
    { to: organizationAddress(organization, 'idp-sync'), label: 'IdP Sync' },
  ];
  const switcher = (
    <MenuButton popup={OrganizationSwitcher} kind="dialog" wide>
      {organization.displayName}
    </MenuButton>
  );
  return (
    <OrganizationContext value={organization}>
      <Frame sidebar={<SideNav label={organization.displayName} header={switcher} links={links} />}>
        <Outlet />
      </Frame>
    </OrganizationContext>
  );
}
