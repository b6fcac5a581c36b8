import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { entitlementsQuery } from '../../api/entitlements.ts';
import { type Organization, type Role, rolesQuery } from '../../api/organizations.ts';
import { type Permissions, permissionsQuery } from '../../api/permissions.ts';
import type { RolesContext } from '../../features/roles/RolesContext.ts';
import { RolesPanel } from '../../features/roles/RolesPanel.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { organizationCrumbs, rowAddress } from '../layout/addresses.ts';
import { useOrganization } from '../layout/organizationContext.ts';
import { Page } from '../layout/Page.tsx';
import { QueryError } from '../layout/QueryError.tsx';
import { DirectoryNotices } from './DirectoryNotices.tsx';
import { useTakeOut } from './useTakeOut.ts';
import { useTargetSources } from './useTargetSources.ts';

/** Roles of an organization, built-in and custom: what mappings call them, what leads to them, what they allow. */
export function RolesRoute() {
  const organization = useOrganization();
  const roles = useQuery(rolesQuery(organization.id));
  const permissions = useQuery(permissionsQuery(organization.id));
  const failed = [roles, permissions].find(({ data, error }) => !data && error);
  return (
    <Page
      title="Roles"
      of={organization.displayName}
      lead="Role mappings give roles by their name, not by the display name."
      above={organizationCrumbs(organization)}
    >
      {roles.data && permissions.data && (
        <Roles organization={organization} roles={roles.data} permissions={permissions.data} />
      )}
      {failed?.error && (
        <QueryError
          error={failed.error}
          what={failed === roles ? 'load the roles' : 'find out what you may do here'}
          onRetry={failed.refetch}
        />
      )}
      {!failed && !(roles.data && permissions.data) && <SkeletonBlock label="Loading the roles" heights={[36, 320]} />}
    </Page>
  );
}

interface RolesProps {
  readonly organization: Organization;
  readonly roles: readonly Role[];
  readonly permissions: Permissions;
}

function Roles({ organization, roles, permissions }: RolesProps) {
  const scope = useMemo(() => ({ kind: 'role', organizationId: organization.id }) as const, [organization.id]);
  const names = useMemo(() => roles.map(({ name }) => name), [roles]);
  const sync = useTargetSources(scope, permissions.get('readSync') ?? false, names);
  const { sources, settings } = sync;
  const { data: entitled } = useQuery(entitlementsQuery);
  const takeOut = useTakeOut(scope, organization, settings);
  const maySync = permissions.get('updateSync') === true;
  const isEntitled = entitled?.customRoles !== false;
  const context = useMemo(
    (): RolesContext => ({
      organization,
      may: {
        create: isEntitled && permissions.get('createRoles') === true,
        update: isEntitled && permissions.get('updateRoles') === true,
        delete: isEntitled && permissions.get('deleteRoles') === true,
      },
      sources,
      rowsOf:
        settings && ((name) => [...settings.mapping].filter(([, list]) => list.includes(name)).map(([key]) => key)),
      rowAddress: (key) => rowAddress(organization, 'roles', key),
      onTakeOut: maySync ? ({ name, displayName }) => takeOut(name, displayName) : undefined,
    }),
    [organization, permissions, isEntitled, sources, settings, maySync, takeOut],
  );
  return (
    <>
      <DirectoryNotices of="roles" organization={organization} permissions={permissions} sync={sync} />
      {!isEntitled && (
        <Notice tone="info" role="none" title="Custom roles can’t be made or changed">
          The deployment’s licence doesn’t have the feature custom_roles. An Owner can change the licence.
        </Notice>
      )}
      <RolesPanel roles={roles} context={context} />
    </>
  );
}
