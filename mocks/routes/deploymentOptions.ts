import type { Deployment, ServerFlags } from '../state/State.ts';

interface OptionSource {
  readonly name: string;
  readonly env: string;
  readonly flag: string;
  readonly key: string;
  readonly description: string;
  readonly default?: string;
  readonly value: unknown;
  readonly hidden?: boolean;
  readonly secret?: boolean;
}

/** `config.oidc`; secrets are blank. Mirrors `codersdk/deployment.go` OIDCConfig. */
export function oidcConfig(flags: ServerFlags, { setUp }: Deployment): object {
  const values = optionSources(flags).map(({ key, value, secret }) => [key, secret ? '' : value] as const);
  return { ...Object.fromEntries(values), sign_in_text: setUp ? 'Acme SSO' : 'OpenID Connect', icon_url: '' };
}

/** `options[]`, of the group OIDC. Mirrors `codersdk/deployment.go` Options and `github.com/coder/serpent`. */
export function deploymentOptions(flags: ServerFlags): readonly object[] {
  return optionSources(flags).map((option) => {
    const isSet = !isDefault(option);
    return {
      name: option.name,
      description: option.description,
      flag: `oidc-${option.flag}`,
      env: `CODER_OIDC_${option.env}`,
      yaml: option.hidden ? undefined : option.key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      default: option.default,
      value: option.secret ? null : option.value,
      annotations: option.secret ? { secret: 'true' } : undefined,
      group: { name: 'OIDC', yaml: 'oidc' },
      hidden: option.hidden,
      value_source: isSet ? 'env' : option.default === undefined ? undefined : 'default',
    };
  });
}

function isDefault({ value, default: text = '' }: OptionSource): boolean {
  if (value === null) return true;
  if (value instanceof Map) return value.size === 0;
  return (Array.isArray(value) ? value.join(',') : String(value)) === text;
}

function optionSources(flags: ServerFlags): readonly OptionSource[] {
  return [
    option(
      'OIDC Allow Signups',
      'ALLOW_SIGNUPS',
      'allow_signups',
      'Whether new users can sign up with OIDC.',
      flags.allowSignups,
      'true',
    ),
    option('OIDC Client ID', 'CLIENT_ID', 'client_id', 'Client ID to use for Login with OIDC.', 'coder'),
    {
      ...option(
        'OIDC Client Secret',
        'CLIENT_SECRET',
        'client_secret',
        'Client secret to use for Login with OIDC.',
        '',
      ),
      secret: true,
    },
    option(
      'OIDC Email Domain',
      'EMAIL_DOMAIN',
      'email_domain',
      'Email domains that clients logging in with OIDC must match.',
      flags.emailDomain,
    ),
    option(
      'OIDC Issuer URL',
      'ISSUER_URL',
      'issuer_url',
      'Issuer URL to use for Login with OIDC.',
      'https://sso.example.com/realms/acme',
    ),
    option(
      'OIDC Scopes',
      'SCOPES',
      'scopes',
      'Scopes to grant when authenticating with OIDC.',
      flags.scopes,
      'openid,profile,email',
    ),
    option(
      'OIDC Ignore Email Verified',
      'IGNORE_EMAIL_VERIFIED',
      'ignore_email_verified',
      'Ignore the email_verified claim from the upstream provider.',
      flags.ignoreEmailVerified,
      'false',
    ),
    option(
      'OIDC Username Field',
      'USERNAME_FIELD',
      'username_field',
      'OIDC claim field to use as the username.',
      'preferred_username',
      'preferred_username',
    ),
    option('OIDC Name Field', 'NAME_FIELD', 'name_field', 'OIDC claim field to use as the name.', 'name', 'name'),
    option('OIDC Email Field', 'EMAIL_FIELD', 'email_field', 'OIDC claim field to use as the email.', 'email', 'email'),
    {
      ...option(
        'OIDC Ignore UserInfo',
        'IGNORE_USERINFO',
        'ignore_user_info',
        'Ignore the userinfo endpoint and only use the ID token for user information.',
        flags.ignoreUserInfo,
        'false',
      ),
      flag: 'ignore-userinfo',
    },
    {
      ...option(
        'OIDC Access Token Claims',
        'ACCESS_TOKEN_CLAIMS',
        'source_user_info_from_access_token',
        'Source supplemental user claims from the access token.',
        flags.accessTokenClaims,
        'false',
      ),
      hidden: true,
    },
    option(
      'OIDC Group Field',
      'GROUP_FIELD',
      'groups_field',
      'Claim field that holds the groups of a user.',
      flags.groupField,
    ),
    option(
      'OIDC Group Mapping',
      'GROUP_MAPPING',
      'group_mapping',
      'A map of OIDC group names to Coder group names.',
      flags.groupMapping,
      '{}',
    ),
    option(
      'Enable OIDC Group Auto Create',
      'GROUP_AUTO_CREATE',
      'group_auto_create',
      "Automatically creates missing groups from a user's groups claim.",
      flags.groupAutoCreate,
      'false',
    ),
    option(
      'OIDC Regex Group Filter',
      'GROUP_REGEX_FILTER',
      'group_regex_filter',
      'Any group name that the expression does not match is ignored.',
      flags.groupRegexFilter,
      '.*',
    ),
    option(
      'OIDC Allowed Groups',
      'ALLOWED_GROUPS',
      'group_allow_list',
      'Any group name not in the list is not allowed to authenticate.',
      flags.groupAllowList,
    ),
    option(
      'OIDC User Role Field',
      'USER_ROLE_FIELD',
      'user_role_field',
      'Claim field that holds the site-wide roles of a user.',
      flags.userRoleField,
    ),
    option(
      'OIDC User Role Mapping',
      'USER_ROLE_MAPPING',
      'user_role_mapping',
      'A map of OIDC values to site-wide roles.',
      flags.userRoleMapping,
      '{}',
    ),
    option(
      'OIDC User Role Default',
      'USER_ROLE_DEFAULT',
      'user_roles_default',
      'Site-wide roles that all users get when role sync is on.',
      flags.userRolesDefault,
    ),
    {
      ...option(
        'OIDC Organization Field',
        'ORGANIZATION_FIELD',
        'organization_field',
        'Claim field that holds the organizations of a user.',
        flags.organizationField,
      ),
      hidden: true,
    },
    {
      ...option(
        'OIDC Organization Sync Mapping',
        'ORGANIZATION_MAPPING',
        'organization_mapping',
        'A map of OIDC values to organization ids.',
        flags.organizationMapping,
        '{}',
      ),
      hidden: true,
    },
    {
      ...option(
        'OIDC Assign Default Organization',
        'ORGANIZATION_ASSIGN_DEFAULT',
        'organization_assign_default',
        'Whether everybody is put into the default organization.',
        flags.organizationAssignDefault,
        'true',
      ),
      hidden: true,
    },
  ];
}

function option(
  name: string,
  env: string,
  key: string,
  description: string,
  value: unknown,
  text?: string,
): OptionSource {
  const flag = env.toLowerCase().replaceAll('_', '-');
  return { name, env, flag, key, description, value, ...(text !== undefined && { default: text }) };
}
