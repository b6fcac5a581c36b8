import type { Organization } from '../../api/organizations.ts';
import type { Crumb } from '../../ui/Breadcrumbs.tsx';

/** All claim tests. */
export const claimTestsAddress = '/preview?tab=tests';

/** Pages that each organization has. */
export type OrganizationPage = 'groups' | 'roles' | 'idp-sync';

export function organizationAddress({ name }: Pick<Organization, 'name'>, page: OrganizationPage): string {
  return `/organizations/${encodeURIComponent(name)}/${page}`;
}

/** The steps above a page of an organization. */
export function organizationCrumbs(organization: Organization): readonly Crumb[] {
  return [
    { label: 'Admin settings' },
    { label: 'Organizations', to: '/organizations' },
    { label: organization.displayName, to: organizationAddress(organization, 'idp-sync') },
  ];
}

/** Names the claim value that a link to IdP Sync leads to. */
export const valueParameter = 'value';

/** Where one row of a mapping is shown, or a value without a row can get one. */
export function rowAddress(organization: Pick<Organization, 'name'>, tab: 'groups' | 'roles', value: string): string {
  return `${organizationAddress(organization, 'idp-sync')}?${new URLSearchParams({ tab, [valueParameter]: value })}`;
}
