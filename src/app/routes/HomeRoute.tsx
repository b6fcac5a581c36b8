import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { organizationsQuery } from '../../api/organizations.ts';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationAddress } from '../layout/addresses.ts';
import { Frame } from '../layout/Frame.tsx';
import { LazyQueryError } from '../layout/LazyQueryError.tsx';
import { Page } from '../layout/Page.tsx';

/** Leads on: somebody with one organization wants to see that one. */
export function HomeRoute() {
  const { data: organizations, error, refetch } = useQuery(organizationsQuery);
  if (organizations) {
    const [only, ...others] = organizations;
    return (
      <Navigate replace to={only && others.length === 0 ? organizationAddress(only, 'idp-sync') : '/organizations'} />
    );
  }
  return (
    <Frame>
      {error ? (
        <Page title="Coder IdP Sync">
          <LazyQueryError error={error} what="load the organizations" onRetry={refetch} />
        </Page>
      ) : (
        <SkeletonBlock label="Loading" heights={[28, 40, 200]} />
      )}
    </Frame>
  );
}
