import type { QueryClient } from '@tanstack/react-query';
import { claimValuesQuery } from '../../../api/claims.ts';
import { groupsQuery } from '../../../api/groups.ts';
import type { SettingsScope } from '../../../api/keys.ts';
import { type Organization, rolesQuery } from '../../../api/organizations.ts';
import { impliedRoles } from '../../../domain/impliedRoles.ts';
import type { ReviewDirectory } from './assessChange.ts';
import { readOwnLosses } from './readOwnLosses.ts';
import type { RunTests, TestedDrafts } from './TestedDraft.ts';
import { withPatience } from './withPatience.ts';

/**
 * Brings what a change is held against. It waits for lists that are still on their way: a save that is begun right
 * after the page was opened is reviewed like any other.
 *
 * @param field claim field of the draft
 */
export async function readDirectory(
  client: QueryClient,
  scope: SettingsScope,
  organization: Organization | undefined,
  field: string,
  runTests: RunTests,
): Promise<ReviewDirectory> {
  const { kind, organizationId } = scope;
  const [groups, roles, seen] = await Promise.all([
    kind === 'group' ? withPatience(client.ensureQueryData(groupsQuery(organizationId)), []) : [],
    kind === 'role' ? withPatience(client.ensureQueryData(rolesQuery(organizationId)), []) : [],
    field === '' ? [] : withPatience(client.ensureQueryData(claimValuesQuery(organizationId, field)), []),
  ]);
  return {
    organizationId,
    groups,
    roles: roles.map(({ name }) => name),
    impliedRoles: impliedRoles(organization?.defaultMemberRoles ?? []),
    seen,
    ownLosses: (saved, draft) => readOwnLosses(client, scope, saved, draft),
    tests: (saved, draft) => withPatience<TestedDrafts>(runTests(client, scope, saved, draft), 'unchecked'),
  };
}
