import { type Claims, mergeClaims } from '../../src/domain/claims.ts';
import { type CompiledLogin, type LoginPlan, type LoginRefusal, planLogin } from '../../src/domain/planLogin.ts';
import type { Group, Membership, ServerFlags, State, User } from '../state/State.ts';

/** What the identity provider sends at a login. */
export interface SentClaims {
  readonly idToken: Claims;
  /** Also the claims of the access token, where the server reads those; null without such a source. */
  readonly userInfo: Claims | null;
}

type AcceptedPlan = Exclude<LoginPlan, { readonly refused: LoginRefusal }>;

export type LoginOutcome =
  | { readonly refused: Omit<LoginRefusal, 'stage'> }
  | {
      readonly refused?: undefined;
      /** The person as the login leaves them. */
      readonly user: User;
      readonly createdGroups: readonly Group[];
    };

/** Claims of both sources, put together as the server flags say. */
export function mergedClaims(flags: ServerFlags, { idToken, userInfo }: SentClaims): Claims {
  const claims = userInfo ?? new Map();
  if (flags.ignoreUserInfo) {
    return mergeClaims(idToken, { source: flags.accessTokenClaims ? 'access_token' : 'none', claims });
  }
  return mergeClaims(idToken, { source: userInfo ? 'user_info' : 'none', claims });
}

/**
 * The whole OIDC login of one person, without writing anything: the caller does, or doesn't if it is refused.
 *
 * Mirrors `coderd/userauth.go` userOIDC and oauthLogin.
 */
export function oidcLogin(state: State, rules: CompiledLogin, user: User, sent: SentClaims, now: string): LoginOutcome {
  const { flags } = state.deployment;
  const merged = mergedClaims(flags, sent);
  if (merged.get('email_verified') === false && !flags.ignoreEmailVerified) {
    const title = `Verify the ${JSON.stringify(user.email)} email address on your OIDC provider to authenticate!`;
    return { refused: { status: 403, title, detail: '' } };
  }
  const plan = planLogin(
    rules,
    {
      organizationIds: user.memberships.map(({ organizationId }) => organizationId),
      groupIds: user.groupIds,
      roles: new Map(user.memberships.map(({ organizationId, roles }) => [organizationId, roles])),
      siteRoles: user.siteRoles,
    },
    merged,
  );
  if (plan.refused) return { refused: plan.refused };
  const createdGroups = groupsToCreate(plan);
  return {
    createdGroups,
    user: {
      ...user,
      status: 'active',
      lastSeenAt: now,
      siteRoles: plan.siteRoles.enabled ? [...plan.siteRoles.kept, ...plan.siteRoles.added] : user.siteRoles,
      memberships: membershipsAfter(user, plan, now),
      groupIds: groupsAfter(state, user, plan, createdGroups),
      claims: { idToken: sent.idToken, userInfo: sent.userInfo, merged },
    },
  };
}

/** Groups made by sync have neither a display name nor a quota, and any text as a name. */
function groupsToCreate(plan: AcceptedPlan): readonly Group[] {
  return Array.from(plan.perOrganization).flatMap(([organizationId, { groups }]) =>
    groups.created.map((name) => ({
      id: crypto.randomUUID(),
      organizationId,
      name,
      displayName: '',
      avatarUrl: '',
      quotaAllowance: 0,
      source: 'oidc' as const,
    })),
  );
}

function membershipsAfter(user: User, plan: AcceptedPlan, now: string): readonly Membership[] {
  const kept = user.memberships.filter(({ organizationId }) => plan.organizations.kept.includes(organizationId));
  const added = plan.organizations.added.map((organizationId) => ({
    organizationId,
    roles: [],
    createdAt: now,
    updatedAt: now,
  }));
  return [...kept, ...added].map((membership) => {
    const roles = plan.perOrganization.get(membership.organizationId)?.roles;
    if (!roles?.enabled || (roles.added.length === 0 && roles.removed.length === 0)) return membership;
    return { ...membership, roles: [...roles.kept, ...roles.added].sort(), updatedAt: now };
  });
}

/** Whoever leaves an organization leaves its groups, by a trigger of the database. */
function groupsAfter(state: State, user: User, plan: AcceptedPlan, created: readonly Group[]): readonly string[] {
  const removed = new Set(Array.from(plan.perOrganization.values()).flatMap(({ groups }) => groups.removed));
  const left = new Set(plan.organizations.removed);
  const kept = user.groupIds.filter((id) => !removed.has(id) && !left.has(state.groups.get(id)?.organizationId ?? ''));
  // Adding comes after removing: a group of another organization can be asked for here and taken away there.
  const wanted = Array.from(plan.perOrganization.values()).flatMap(({ groups }) => [...groups.kept, ...groups.added]);
  return Array.from(new Set([...kept, ...wanted, ...created.map(({ id }) => id)]));
}
