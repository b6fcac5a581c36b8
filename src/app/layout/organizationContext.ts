import { createContext, useContext } from 'react';
import type { Organization } from '../../api/organizations.ts';

export const OrganizationContext = createContext<Organization | undefined>(undefined);

/** The organization that the address names. Only for pages inside of `OrganizationLayout`. */
export function useOrganization(): Organization {
  const organization = useContext(OrganizationContext);
  if (organization === undefined) throw new Error('useOrganization needs an OrganizationLayout around it.');
  return organization;
}
