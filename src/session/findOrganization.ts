import type { Organization } from '../api/organizations.ts';
import { nilUuid, parseUuid } from '../domain/uuid.ts';

/**
 * The organization that an address names: by UUID, by name in any case, or `default`.
 *
 * Mirrors `coderd/httpmw/organizationparam.go`.
 */
export function findOrganization(organizations: readonly Organization[], text: string): Organization | undefined {
  const id = parseUuid(text);
  const name = text.toLowerCase();
  if (name === 'default' || id === nilUuid) return organizations.find(({ isDefault }) => isDefault);
  if (id !== undefined) return organizations.find((organization) => organization.id === id);
  return organizations.find((organization) => organization.name.toLowerCase() === name);
}
