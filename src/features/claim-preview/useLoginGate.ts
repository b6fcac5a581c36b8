import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Organization, organizationsQuery } from '../../api/organizations.ts';
import type { User } from '../../api/people.ts';
import { permissionsQuery } from '../../api/permissions.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { Claims } from '../../domain/claims.ts';
import { compileOrganizationSync, planOrganizations } from '../../domain/organizations.ts';
import { shownName } from '../../domain/shownName.ts';
import type { LoginGate } from './verdictOf.ts';

const open: LoginGate = { type: 'open' };

/**
 * What organization sync, as saved, decides before the groups and roles of one organization: whether the login works at
 * all, and whether the person is in there. Open where the signed-in person may not see organization sync.
 *
 * @param organization undefined: organization sync itself is looked at, so nothing comes before it
 * @param isEntitled whether the licence lets organization sync run
 */
export function useLoginGate(
  organization: Organization | undefined,
  person: User | undefined,
  claims: Claims,
  isEntitled: boolean,
): LoginGate {
  const { data: permissions } = useQuery(permissionsQuery(organization?.id));
  const isVisible = organization !== undefined && permissions?.get('readOrganizationSync') === true;
  const { data: settings } = useQuery({ ...settingsQuery({ kind: 'organization' }), enabled: isVisible });
  const { data: organizations } = useQuery({ ...organizationsQuery, enabled: isVisible });
  return useMemo((): LoginGate => {
    if (!organization || !settings || !organizations) return open;
    const outside = (cause: string): LoginGate => ({ type: 'outside', organization: organization.displayName, cause });
    const isMember = person === undefined || person.organizationIds.includes(organization.id);
    if (!isEntitled || settings.field === '') return isMember ? open : outside('They aren’t a member now.');
    const known = organizations.map(({ id, isDefault }) => ({ id, isDefault, deleted: false }));
    const plan = planOrganizations(compileOrganizationSync(settings, known), claims, person?.organizationIds ?? []);
    const { field } = settings;
    if (plan.error) {
      return { type: 'organization-claim', field, error: plan.error, found: claims.get(field) };
    }
    if ([...plan.kept, ...plan.added].includes(organization.id)) return open;
    return outside(
      plan.claimPresent
        ? `Organization sync maps no value of “${shownName(field)}” to it.`
        : `Organization sync reads “${shownName(field)}”, which is not in here.`,
    );
  }, [organization, person, claims, isEntitled, settings, organizations]);
}
