import { loginRules } from '../login/loginRules.ts';
import { oidcLogin } from '../login/oidcLogin.ts';
import type { Deployment, State, User } from '../state/State.ts';
import { auditLog } from './auditLog.ts';
import { customRoles, groupId, groups, organizations, seedNow } from './organizations.ts';
import { engineeringId, people } from './people.ts';
import { groupSyncs, organizationSync, roleSyncs, serverFlags } from './syncSettings.ts';

const deployment: Deployment = {
  build: 'enterprise',
  features: [
    'advanced_template_scheduling',
    'appearance',
    'audit_log',
    'browser_only',
    'connection_log',
    'custom_roles',
    'high_availability',
    'multiple_external_auth',
    'multiple_organizations',
    'scim',
    'template_rbac',
    'user_limit',
    'user_role_management',
  ],
  experiments: [],
  flags: serverFlags,
  passwordLogin: true,
  setUp: true,
  apiRateLimit: 512,
  entitlementWarnings: [],
};

/** A deployment of a company with 6 organizations, 60 groups and 400 people, and with the problems that come with it. */
export function companyState(): State {
  const state: State = {
    organizations: new Map(organizations.map((organization) => [organization.id, organization])),
    groups: new Map(groups.map((group) => [group.id, group])),
    customRoles: new Map(customRoles),
    users: new Map(),
    groupSync: new Map(groupSyncs),
    roleSync: new Map(roleSyncs),
    organizationSync,
    auditLog: [...auditLog],
    deployment,
  };
  const rules = loginRules(state);
  for (const user of people()) {
    const outcome = user.claims?.idToken
      ? oidcLogin(state, rules, user, { idToken: user.claims.idToken, userInfo: user.claims.userInfo }, seedNow)
      : undefined;
    const signedIn = outcome && !outcome.refused ? { ...outcome.user, status: user.status } : user;
    state.users.set(user.id, addedByHand(signedIn));
  }
  return state;
}

/** A few people were put into a group by hand, which their next login takes back. */
function addedByHand(user: User): User {
  const number = Number.parseInt(user.id.slice(-12), 16);
  const inEngineering = user.memberships.some(({ organizationId }) => organizationId === engineeringId);
  if (!inEngineering || number % 23 !== 0) return user;
  const group = groupId('engineering', number % 2 === 0 ? 'on-call' : 'embedded / firmware');
  return { ...user, groupIds: Array.from(new Set([...user.groupIds, group])) };
}
