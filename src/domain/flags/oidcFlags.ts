/** How a server flag is written: text, `true`, a list with commas, a JSON object of texts, or one of lists. */
export type FlagType = 'text' | 'switch' | 'list' | 'map' | 'lists';

/** A value by the type of its flag. */
export type FlagValue =
  | string
  | boolean
  | readonly string[]
  | ReadonlyMap<string, string>
  | ReadonlyMap<string, readonly string[]>;

export type FlagSection = 'login' | 'claims' | 'groups' | 'siteRoles' | 'organizations';

/** What is known of a server flag beforehand; what it is set to, the deployment says. */
export interface OidcFlag {
  /** Below `CODER_OIDC_`. */
  readonly env: string;
  readonly type: FlagType;
  readonly section: FlagSection;
  /** Words for it. */
  readonly label: string;
  readonly meaning: string;
  /** What takes its place, or decides over it. */
  readonly override?: string;
  /** Key in the server's YAML file, below `oidc`. */
  readonly yaml?: string;
}

const runtimeGroups =
  'Counts for the default organization alone, until its group sync is saved for the first time on the IdP Sync page. From then on it is ignored.';
const runtimeOrganizations = 'Counts until organization sync is saved for the first time. From then on it is ignored.';

/**
 * The server flags that concern login over OIDC and sync, in the order in which they are shown.
 *
 * Mirrors `codersdk/deployment.go` OIDCConfig and its options.
 */
export const oidcFlags = [
  flag('ISSUER_URL', 'text', 'login', 'Issuer', 'Where the identity provider describes itself.', { yaml: 'issuerURL' }),
  flag('CLIENT_ID', 'text', 'login', 'Client ID', 'Who Coder is to the identity provider.', { yaml: 'clientID' }),
  flag(
    'ALLOW_SIGNUPS',
    'switch',
    'login',
    'Sign-ups',
    'Whether somebody without an account gets one at their first login.',
    {
      yaml: 'allowSignups',
    },
  ),
  flag(
    'EMAIL_DOMAIN',
    'list',
    'login',
    'Email domains',
    'Only people with an address of one of these may log in. Empty: everybody.',
    {
      yaml: 'emailDomain',
    },
  ),
  flag(
    'IGNORE_EMAIL_VERIFIED',
    'switch',
    'login',
    'Unverified addresses',
    'Lets people in whose email_verified claim is false.',
    {
      yaml: 'ignoreEmailVerified',
    },
  ),
  flag(
    'ALLOWED_GROUPS',
    'list',
    'login',
    'Allow list',
    'Only people with one of these values in the group claim may log in; all others get a 403. Read before everything else, on the values as they are sent. Empty: everybody.',
    {
      yaml: 'groupAllowed',
      override: 'Needs the group field flag: it reads that claim, not the field of the IdP Sync page.',
    },
  ),
  flag(
    'SCOPES',
    'list',
    'claims',
    'Scopes',
    'What Coder asks the identity provider for. Many send groups only if asked for them.',
    {
      yaml: 'scopes',
    },
  ),
  flag(
    'IGNORE_USERINFO',
    'switch',
    'claims',
    'Ignore userinfo',
    'Off: claims of the ID token and of userinfo are merged, and userinfo wins. On: userinfo isn’t read.',
    { yaml: 'ignoreUserInfo', override: 'With claims of the access token on, those take the place of userinfo.' },
  ),
  flag(
    'ACCESS_TOKEN_CLAIMS',
    'switch',
    'claims',
    'Claims of the access token',
    'On, together with Ignore userinfo: claims of the access token come to those of the ID token, which wins.',
  ),
  flag('USERNAME_FIELD', 'text', 'claims', 'Username claim', 'The claim with the user name.', {
    yaml: 'usernameField',
  }),
  flag('NAME_FIELD', 'text', 'claims', 'Name claim', 'The claim with the full name.', { yaml: 'nameField' }),
  flag('EMAIL_FIELD', 'text', 'claims', 'Email claim', 'The claim with the email address.', { yaml: 'emailField' }),
  flag(
    'GROUP_FIELD',
    'text',
    'groups',
    'Group claim',
    'The claim that the allow list reads. Empty: groups, if the scopes have groups.',
    { yaml: 'groupField', override: `The allow list always reads it. As a sync field: ${runtimeGroups}` },
  ),
  flag(
    'GROUP_MAPPING',
    'map',
    'groups',
    'Group mapping',
    'Gives a claim value the name of a group, before the filter.',
    {
      yaml: 'groupMapping',
      override: `${runtimeGroups} What is there at that save stays as legacy group mappings.`,
    },
  ),
  flag('GROUP_REGEX_FILTER', 'text', 'groups', 'Group filter', 'Values that it doesn’t match are ignored.', {
    yaml: 'groupRegexFilter',
    override: runtimeGroups,
  }),
  flag('GROUP_AUTO_CREATE', 'switch', 'groups', 'Auto create groups', 'Makes a group for each value that names none.', {
    yaml: 'enableGroupAutoCreate',
    override: runtimeGroups,
  }),
  flag(
    'USER_ROLE_FIELD',
    'text',
    'siteRoles',
    'Site role claim',
    'The claim with the roles of the whole deployment, such as owner. Empty: site roles are given by hand.',
    {
      yaml: 'userRoleField',
      override: 'No page takes its place. At each login it replaces the site roles that somebody has.',
    },
  ),
  flag(
    'USER_ROLE_MAPPING',
    'lists',
    'siteRoles',
    'Site role mapping',
    'Claim value to site roles. A value without a mapping is taken for a role’s name.',
    {
      yaml: 'userRoleMapping',
    },
  ),
  flag(
    'USER_ROLE_DEFAULT',
    'list',
    'siteRoles',
    'Default site roles',
    'Site roles that everybody gets, while a site role claim is set.',
    {
      yaml: 'userRoleDefault',
    },
  ),
  flag('ORGANIZATION_FIELD', 'text', 'organizations', 'Organization claim', 'The claim with people’s organizations.', {
    override: runtimeOrganizations,
  }),
  flag('ORGANIZATION_MAPPING', 'lists', 'organizations', 'Organization mapping', 'Claim value to organization ids.', {
    override: runtimeOrganizations,
  }),
  flag(
    'ORGANIZATION_ASSIGN_DEFAULT',
    'switch',
    'organizations',
    'Default organization',
    'Puts everybody into the default organization, while a claim is set.',
    {
      override: runtimeOrganizations,
    },
  ),
] as const satisfies readonly OidcFlag[];

function flag<E extends string, T extends FlagType>(
  env: E,
  type: T,
  section: FlagSection,
  label: string,
  meaning: string,
  rest: Pick<OidcFlag, 'override' | 'yaml'> = {},
) {
  return { env, type, section, label, meaning, ...rest };
}

export const envPrefix = 'CODER_OIDC_';

/** `--oidc-group-field` */
export function flagName(env: string): string {
  return `--oidc-${env.toLowerCase().replaceAll('_', '-')}`;
}

/** Finds a flag by its environment variable, with or without the prefix, or by its name on the command line. */
export function findFlag(text: string): OidcFlag | undefined {
  const env = text.startsWith('--oidc-')
    ? text.slice('--oidc-'.length).toUpperCase().replaceAll('-', '_')
    : text.replace(envPrefix, '');
  return oidcFlags.find((one) => one.env === env);
}
