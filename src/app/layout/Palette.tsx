import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { matchPath, useLocation } from 'react-router';
import { claimValuesQuery } from '../../api/claims.ts';
import { groupsQuery } from '../../api/groups.ts';
import { type Organization, organizationsQuery, rolesQuery } from '../../api/organizations.ts';
import { type Permissions, permissionsQuery } from '../../api/permissions.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import { CommandPalette } from '../../features/command-palette/CommandPalette.tsx';
import type { PaletteItem } from '../../features/command-palette/searchItems.ts';
import { findOrganization } from '../../session/findOrganization.ts';
import { organizationAddress, rowAddress } from './addresses.ts';

/** Everything that one can go to from here. What belongs to an organization is searched on its pages. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { pathname } = useLocation();
  const { data: organizations } = useQuery(organizationsQuery);
  const { data: site } = useQuery(permissionsQuery(undefined));
  const text = matchPath('/organizations/:organization/*', pathname)?.params.organization;
  const here = text === undefined ? undefined : findOrganization(organizations ?? [], text);
  const { items: inside, isLoading } = useItemsOf(here);
  const items = useMemo(
    () => [...pages(site), ...(organizations ?? []).map((one) => organizationItem(one, site)), ...inside],
    [site, organizations, inside],
  );
  return (
    <CommandPalette
      items={items}
      isLoading={isLoading || organizations === undefined}
      onClose={onClose}
      hint={
        here
          ? `Groups, roles and claim values are those of ${here.displayName}.`
          : 'Groups, roles and claim values are found on the pages of their organization.'
      }
    />
  );
}

function item({ text, ...rest }: Omit<PaletteItem, 'text'> & { readonly text: readonly string[] }): PaletteItem {
  return { ...rest, text: text.join('\n').toLowerCase() };
}

function page(label: string, detail: string, to: string): PaletteItem {
  return item({ key: `page ${to}`, kind: 'page', label, detail, to, text: [label, detail] });
}

/** Pages that belong to no organization, as far as this person may see them. */
function pages(site: Permissions | undefined): readonly PaletteItem[] {
  return [
    page('Organizations', '', '/organizations'),
    page('Login preview', '', '/preview'),
    ...(site?.get('readOrganizationSync')
      ? [page('IdP organization sync', 'Deployment', '/deployment/idp-org-sync')]
      : []),
    ...(site?.get('readDeploymentConfig') ? [page('OIDC', 'Deployment', '/deployment/oidc')] : []),
  ];
}

/** Leads to what this person can see of it. */
function organizationItem(organization: Organization, site: Permissions | undefined): PaletteItem {
  const { id, name, displayName } = organization;
  return item({
    key: `organization ${id}`,
    kind: 'organization',
    label: displayName,
    detail: displayName === name ? '' : name,
    to: organizationAddress(organization, site?.get('readAnySync') === false ? 'groups' : 'idp-sync'),
    text: [displayName, name],
  });
}

interface InsideItems {
  readonly items: readonly PaletteItem[];
  readonly isLoading: boolean;
}

/** Pages, groups, roles and claim values of one organization. */
function useItemsOf(organization: Organization | undefined): InsideItems {
  const id = organization?.id ?? '';
  const isOn = organization !== undefined;
  const { data: permissions } = useQuery({ ...permissionsQuery(id), enabled: isOn });
  const groups = useQuery({ ...groupsQuery(id), enabled: isOn });
  const roles = useQuery({ ...rolesQuery(id), enabled: isOn && permissions?.get('readRoles') === true });
  const groupValues = useValueItems(organization, 'groups', permissions);
  const roleValues = useValueItems(organization, 'roles', permissions);
  const items = useMemo(
    () =>
      organization
        ? [
            ...organizationPages(organization, permissions),
            ...(groups.data ?? []).map(({ id: group, name, displayName }) =>
              item({
                key: `group ${group}`,
                kind: 'group',
                label: displayName,
                detail: displayName === name ? '' : name,
                to: `${organizationAddress(organization, 'groups')}?${new URLSearchParams({ group })}`,
                text: [displayName, name, group],
              }),
            ),
            ...(roles.data ?? []).map(({ name, displayName }) =>
              item({
                key: `role ${name}`,
                kind: 'role',
                label: displayName,
                detail: displayName === name ? '' : name,
                to: `${organizationAddress(organization, 'roles')}?${new URLSearchParams({ role: name })}`,
                text: [displayName, name],
              }),
            ),
            ...groupValues,
            ...roleValues,
          ]
        : [],
    [organization, permissions, groups.data, roles.data, groupValues, roleValues],
  );
  return { items, isLoading: groups.isLoading || roles.isLoading };
}

function organizationPages(organization: Organization, permissions: Permissions | undefined): readonly PaletteItem[] {
  const { displayName } = organization;
  const sync = organizationAddress(organization, 'idp-sync');
  return [
    ...(permissions?.get('readSync')
      ? [
          page('Group sync settings', `IdP Sync · ${displayName}`, `${sync}?tab=groups`),
          page('Role sync settings', `IdP Sync · ${displayName}`, `${sync}?tab=roles`),
        ]
      : []),
    page('Groups', displayName, organizationAddress(organization, 'groups')),
    page('Roles', displayName, organizationAddress(organization, 'roles')),
  ];
}

/** Claim values that have a row, and those that logins carried. */
function useValueItems(
  organization: Organization | undefined,
  tab: 'groups' | 'roles',
  permissions: Permissions | undefined,
): readonly PaletteItem[] {
  const kind = tab === 'groups' ? 'group' : 'role';
  const organizationId = organization?.id ?? '';
  const mayRead = organization !== undefined && permissions?.get('readSync') === true;
  const { data: settings } = useQuery({ ...settingsQuery({ kind, organizationId }), enabled: mayRead });
  const field = settings?.field.trim() ?? '';
  const { data: seen } = useQuery({ ...claimValuesQuery(organizationId, field), enabled: mayRead && field !== '' });
  return useMemo(() => {
    if (!organization || !settings) return [];
    const values = new Set([...settings.mapping.keys(), ...(seen ?? [])]);
    return [...values].map((value) =>
      item({
        key: `${tab} ${value}`,
        kind: 'value',
        label: value,
        detail: `${kind} sync · ${settings.mapping.has(value) ? 'mapped' : 'no mapping'}`,
        to: rowAddress(organization, tab, value),
        text: [value],
      }),
    );
  }, [organization, settings, seen, tab, kind]);
}
