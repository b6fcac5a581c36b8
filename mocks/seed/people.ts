import { mergedClaims } from '../login/oidcLogin.ts';
import type { StoredClaims, User } from '../state/State.ts';
import { accounts } from './accounts.ts';
import { brokenClaims } from './brokenClaims.ts';
import { type Home, homes } from './homes.ts';
import { type Identity, type ProviderName, providers } from './identityProviders.ts';
import { organizationId, organizations, seedNow, seedStart } from './organizations.ts';
import { personName } from './personName.ts';
import { Random } from './Random.ts';
import { seedId } from './seedId.ts';
import { serverFlags } from './syncSettings.ts';

/** The first people of Engineering send `platform-admins`, which no row and no group knows. */
export const platformAdminCount = 7;

function membership(name: string, roles: readonly string[]) {
  const id = organizations.find((one) => one.name === name)?.id ?? '';
  return { organizationId: id, roles, createdAt: seedStart, updatedAt: seedStart };
}

function baseUser(number: number, username: string, name: string): User {
  return {
    id: seedId('user', number),
    username,
    name,
    email: `${username}@example.com`,
    avatarUrl: '',
    createdAt: seedStart,
    updatedAt: seedStart,
    lastSeenAt: seedNow,
    status: 'active',
    loginType: 'oidc',
    siteRoles: [],
    memberships: [],
    groupIds: [],
    claims: null,
  };
}

function storedClaims(provider: ProviderName, identity: Identity, random: Random): StoredClaims {
  const sent = providers[provider](identity, random);
  return { ...sent, merged: mergedClaims(serverFlags, sent) };
}

/** The accounts of {@link accounts}; those with OIDC lead a team of Engineering. */
function accountUsers(random: Random): User[] {
  return accounts.map((account, index) => {
    const user = {
      ...baseUser(index + 1, account.username, account.name),
      loginType: account.loginType,
      siteRoles: account.siteRoles,
      memberships: Object.entries(account.organizations).map(([name, roles]) => membership(name, roles)),
    };
    if (account.loginType === 'password') return user;
    const identity = { ...user, groups: ['eng-leads', 'eng-platform'], roles: ['eng-lead'], orgs: ['eng'] };
    return { ...user, claims: storedClaims('keycloak', identity, random) };
  });
}

/** Everybody, with their claims, and in the organizations that those give; groups and roles come from a login. */
export function people(): User[] {
  const random = new Random(20_260_601);
  const users = accountUsers(random);
  for (const home of homes) {
    for (let index = 0; index < home.people; index += 1) users.push(person(home, index, users.length + 1, random));
  }
  return users;
}

function person(home: Home, index: number, number: number, random: Random): User {
  const name = personName(number - accounts.length - 1);
  const user = baseUser(number, name.toLowerCase().replace(' ', '.'), name);
  const memberships = [
    membership('coder', []),
    ...(home.organization === 'coder' ? [] : [membership(home.organization, [])]),
  ];
  const inEngineering = home.organization === 'engineering';
  const special = inEngineering && index < platformAdminCount + brokenClaims.length;
  if (random.chance(0.03) && !special)
    return { ...user, loginType: 'password', memberships, status: random.chance(0.3) ? 'suspended' : 'active' };
  const platformAdmin = inEngineering && index < platformAdminCount;
  const teams = home.teams.filter((team) => !platformAdmin || team !== 'eng-platform');
  const identity: Identity = {
    username: user.username,
    name,
    email: user.email,
    groups: [
      ...random.some(teams, 1 + random.below(2)),
      ...(random.chance(0.5) ? random.some(home.extras, 1) : []),
      ...(platformAdmin ? ['platform-admins'] : []),
    ],
    roles: random.chance(0.25) ? random.some(home.roles, 1) : [],
    orgs: [
      ...(home.org === undefined ? [] : [home.org]),
      ...(random.chance(0.04) ? ['it-support'] : []),
      ...(random.chance(0.02) ? ['labs'] : []),
    ],
  };
  const broken = inEngineering && !platformAdmin ? brokenClaims[index - platformAdminCount] : undefined;
  const provider = platformAdmin ? 'keycloak' : (broken?.provider ?? providerFor(random));
  const claims = storedClaims(provider, { ...identity, ...broken?.identity }, random);
  return {
    ...user,
    memberships,
    status: random.chance(0.03) ? 'dormant' : 'active',
    claims: broken?.change ? changed(claims, broken.change) : claims,
  };
}

function changed(
  claims: StoredClaims,
  change: (idToken: Map<string, unknown>, userInfo: Map<string, unknown>) => void,
): StoredClaims {
  const idToken = new Map(claims.idToken);
  const userInfo = new Map(claims.userInfo);
  change(idToken, userInfo);
  const sent = { idToken, userInfo: claims.userInfo === null && userInfo.size === 0 ? null : userInfo };
  return { ...sent, merged: mergedClaims(serverFlags, sent) };
}

function providerFor(random: Random): ProviderName {
  return random.pick([
    'keycloak',
    'keycloak',
    'keycloak',
    'keycloak',
    'okta',
    'okta',
    'okta',
    'entra',
    'entra',
    random.chance(0.5) ? 'auth0' : 'cognito',
  ]);
}

/** Organization of a home, for those who are put into groups by hand. */
export const engineeringId = organizationId('engineering');
