import { seedId } from './seedId.ts';

/** Someone to sign in as. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly username: string;
  readonly name: string;
  readonly loginType: 'password' | 'oidc';
  /** What the account is for, as a sentence. */
  readonly may: string;
  readonly siteRoles: readonly string[];
  /** Organization name → explicit roles there. */
  readonly organizations: Readonly<Record<string, readonly string[]>>;
}

/** The same for all accounts that sign in with a password; OIDC accounts sign in through `POST /simulator/login`. */
export const accountPassword = 'SomeSecret-1';

function account(number: number, username: string, name: string, may: string, rest: Partial<Account>): Account {
  return {
    id: seedId('user', number),
    email: `${username}@example.com`,
    username,
    name,
    loginType: 'password',
    may,
    siteRoles: [],
    organizations: { coder: [] },
    ...rest,
  };
}

export const accounts: readonly Account[] = [
  account(1, 'owner', 'Olivia Berger', 'Owner: may do everything.', {
    siteRoles: ['owner'],
    organizations: { coder: [], engineering: [] },
  }),
  account(
    2,
    'user-admin',
    'Ulrich Adeyemi',
    'User Admin: may change IdP sync everywhere, but neither read the deployment config nor the audit log.',
    {
      siteRoles: ['user-admin'],
    },
  ),
  account(
    3,
    'org-admin',
    'Oksana Admiraal',
    'Organization Admin of Engineering: may change group and role sync there.',
    {
      organizations: { coder: [], engineering: ['organization-admin'] },
    },
  ),
  account(
    4,
    'org-user-admin',
    'Otis Umarov',
    'Organization User Admin of Engineering: may change group and role sync there.',
    {
      organizations: { coder: [], engineering: ['organization-user-admin'] },
    },
  ),
  account(
    5,
    'reader',
    'Rhea Dahl',
    'Custom role "sync-reader" in Engineering: may read IdP sync there and not change it.',
    {
      organizations: { coder: [], engineering: ['sync-reader'] },
    },
  ),
  account(6, 'member', 'Mina Berg', 'Member of Engineering: may not see IdP sync at all.', {
    organizations: { coder: [], engineering: [] },
  }),
  account(
    7,
    'auditor',
    'Aurel Ditmar',
    'Auditor: may read the audit log and the deployment config, but not IdP sync.',
    { siteRoles: ['auditor'] },
  ),
  account(8, 'template-admin', 'Tamar Admasu', 'Template Admin: may see people and groups, but not IdP sync.', {
    siteRoles: ['template-admin'],
  }),
  account(
    9,
    'sso-org-admin',
    'Sora Okonjo',
    'Organization Admin of Engineering who signs in with OIDC and has claims.',
    {
      loginType: 'oidc',
      organizations: { coder: [], engineering: ['organization-admin'] },
    },
  ),
  account(10, 'sso-owner', 'Selma Owusu', 'Owner who signs in with OIDC and has claims.', {
    loginType: 'oidc',
    siteRoles: ['owner'],
    organizations: { coder: [], engineering: [] },
  }),
];
