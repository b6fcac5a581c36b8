import { mergedClaims } from '../login/oidcLogin.ts';
import type { StoredClaims, User } from '../state/State.ts';
import { accounts } from './accounts.ts';
import { brokenClaims } from './brokenClaims.ts';
import { type Identity, type ProviderName, providers } from './identityProviders.ts';
import { type OrganizationName, organizationId, organizations, seedNow, seedStart } from './organizations.ts';
import { Random } from './Random.ts';
import { seedId } from './seedId.ts';
import { serverFlags } from './syncSettings.ts';

const firstNames =
  'Priya Ada Tomas Ines Ravi Noor Mika Yara Sven Farah Jo Hana Luca Emeka Greta Kofi Lena Omar Paula Quentin Rosa Samir Tara Uma Viktor Wanda Xenia Yusuf Zoe Arjun Bela Carla Dmitri Elif Felix Gwen Hugo Ida Jonas Karim'.split(
    ' ',
  );
const lastNames =
  'Raman Moreno Lindqvist Okafor Patel Haddad Sato Costa Berg Nasser Kim Novak Rossi Obi Weiss Mensah Fischer Farouk Silva Dubois Marin Aziz Kaya Rao Petrov Nowak Ivanova Demir Laurent Shah Horvath Mendes Orlov Yilmaz Brandt Hughes Martin Dahl Keller Bashir'.split(
    ' ',
  );

const engineeringTeams =
  'eng-backend eng-build eng-devex eng-frontend eng-gpu eng-identity eng-mobile eng-monolith eng-networking eng-observability eng-payments eng-platform eng-qa eng-release eng-search eng-sre eng-storage'.split(
    ' ',
  );

interface Home {
  readonly organization: OrganizationName;
  readonly org: string | undefined;
  readonly people: number;
  readonly teams: readonly string[];
  /** Claim values that a good part of the people here send beside their team. */
  readonly extras: readonly string[];
  readonly roles: readonly string[];
}

const homes: readonly Home[] = [
  {
    organization: 'engineering',
    org: 'eng',
    people: 162,
    teams: engineeringTeams,
    extras: [
      'eng-everyone',
      'vpn-users',
      'architects',
      'eng-leads',
      'eng-interns',
      'eng-billing',
      'eng-ml',
      'contractor-eng',
    ],
    roles: [
      'template-editor',
      'release-captain',
      'oncall',
      'temp',
      'retired',
      'eng-audit',
      'organization-auditor',
      'eng-guest',
    ],
  },
  {
    organization: 'data',
    org: 'data',
    people: 80,
    teams: [
      'data-analytics',
      'data-engineering',
      'data-ml',
      'data-research',
      'data-notebooks',
      'data-labeling',
      'data-growth',
    ],
    extras: ['vpn-users', 'data-leads', 'data-team-berlin'],
    roles: ['notebook-owner', 'template-editor', 'data-guest'],
  },
  {
    organization: 'emea',
    org: 'emea',
    people: 60,
    teams: ['emea-sales', 'emea-solutions', 'emea-support', 'emea-training'],
    extras: ['vpn-users', 'emea-leads', 'berlin'],
    roles: ['field'],
  },
  {
    organization: 'security',
    org: 'security',
    people: 24,
    teams: ['sec-app', 'sec-ops', 'sec-audit'],
    extras: ['vpn-users', 'red-team'],
    roles: ['sec-lead'],
  },
  {
    organization: 'contractors',
    org: 'contractors',
    people: 24,
    teams: ['ext-northwind', 'ext-contoso'],
    extras: [],
    roles: ['ext'],
  },
  {
    organization: 'coder',
    org: undefined,
    people: 40,
    teams: ['it-staff', 'fin', 'hr', 'legal', 'facilities'],
    extras: ['vpn-users', 'c-level', 'all-hands'],
    roles: ['staff'],
  },
];

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
  const taken = new Set(users.map(({ username }) => username));
  for (const home of homes) {
    for (let index = 0; index < home.people; index += 1)
      users.push(person(home, index, users.length + 1, taken, random));
  }
  return users;
}

function person(home: Home, index: number, number: number, taken: Set<string>, random: Random): User {
  const name = freeName(number, taken);
  const user = baseUser(number, name.toLowerCase().replace(' ', '.'), name);
  const memberships = [
    membership('coder', []),
    ...(home.organization === 'coder' ? [] : [membership(home.organization, [])]),
  ];
  if (random.chance(0.03))
    return { ...user, loginType: 'password', memberships, status: random.chance(0.3) ? 'suspended' : 'active' };
  const platformAdmin = home.organization === 'engineering' && index < platformAdminCount;
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
  const broken =
    home.organization === 'engineering' && !platformAdmin ? brokenClaims[index - platformAdminCount] : undefined;
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

function freeName(number: number, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const first = firstNames[(number - accounts.length - 1) % firstNames.length] ?? '';
    const last =
      lastNames[
        (number - accounts.length - 1 + Math.floor((number - accounts.length - 1) / firstNames.length) * 7 + attempt) %
          lastNames.length
      ] ?? '';
    const name = `${first} ${last}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
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
