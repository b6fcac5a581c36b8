import type { QueryClient } from '@tanstack/react-query';
import { entitlementsQuery } from '../../../api/entitlements.ts';
import type { SettingsScope } from '../../../api/keys.ts';
import { organizationsQuery, rolesQuery } from '../../../api/organizations.ts';
import { ownClaimsQuery } from '../../../api/ownClaims.ts';
import { userRolesQuery } from '../../../api/people.ts';
import { meQuery } from '../../../api/session.ts';
import { claimsFromObject } from '../../../domain/claims.ts';
import { type LockOutScope, lockOut, type OwnLosses } from '../../../domain/lockOut.ts';
import type { SyncSettings } from '../../../domain/settings.ts';
import { withPatience } from './withPatience.ts';

/** A save asks twice, before the review and just before the write. */
const fresh = { staleTime: 10_000 } as const;

/**
 * Evaluates one's own claims against a draft. Only logins over OIDC are synced: whoever signs in otherwise has nothing
 * to lose.
 */
export async function readOwnLosses(
  client: QueryClient,
  scope: SettingsScope,
  saved: SyncSettings,
  draft: SyncSettings,
): Promise<OwnLosses> {
  if (scope.kind === 'group') return [];
  return withPatience<OwnLosses>(evaluate(client, scope, saved, draft), 'unchecked');
}

async function evaluate(
  client: QueryClient,
  scope: SettingsScope,
  saved: SyncSettings,
  draft: SyncSettings,
): Promise<OwnLosses> {
  const [me, entitled] = await Promise.all([client.fetchQuery(meQuery), client.fetchQuery(entitlementsQuery)]);
  if (me.loginType !== 'oidc' || !entitled[scope.kind]) return [];
  // A 400 is an older server, that takes the route for somebody's name.
  const [{ claims }, now, roles, where] = await Promise.all([
    client.fetchQuery({ ...ownClaimsQuery, ...fresh }),
    client.fetchQuery({ ...meQuery, ...fresh }),
    client.fetchQuery({ ...userRolesQuery('me'), ...fresh }),
    readScope(client, scope),
  ]);
  return lockOut(where, saved, draft, {
    claims: claimsFromObject(claims),
    memberships: { organizationIds: now.organizationIds, roles: roles.organizationRoles },
  });
}

async function readScope(client: QueryClient, scope: SettingsScope): Promise<LockOutScope> {
  const organizations = await client.fetchQuery(organizationsQuery);
  if (scope.kind === 'organization') return { kind: 'organization', organizations };
  const roles = await client.fetchQuery(rolesQuery(scope.organizationId));
  return {
    kind: 'role',
    organizationId: scope.organizationId,
    roles: roles.map(({ name, updatesSync }) => ({ name, managing: updatesSync })),
    defaultMemberRoles: organizations.find(({ id }) => id === scope.organizationId)?.defaultMemberRoles ?? [],
  };
}
