import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { organizationAddress } from '../layout/addresses.ts';

/** Where the settings of one sync are edited. */
export function syncAddress({ kind, organizationId }: SettingsScope, organizations: readonly Organization[]): string {
  const organization = organizations.find(({ id }) => id === organizationId);
  if (!organization) return '/deployment/idp-org-sync';
  return `${organizationAddress(organization, 'idp-sync')}?tab=${kind}s`;
}
