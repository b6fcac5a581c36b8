import type { Organization } from '../../api/organizations.ts';

/** Organizations whose name or display name holds the text, in any case. */
export function searchOrganizations(organizations: readonly Organization[], text: string): readonly Organization[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return organizations;
  return organizations.filter(
    ({ name, displayName }) => displayName.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted),
  );
}
