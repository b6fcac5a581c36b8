import type {
  ServerFlags,
  StoredGroupSync,
  StoredMapping,
  StoredOrganizationSync,
  StoredRoleSync,
} from '../state/State.ts';
import { groupId, type OrganizationName, organizationId } from './organizations.ts';

type GroupRows = Readonly<Record<string, readonly string[] | null>>;

/** Rows by group name, `organization/name` for groups of another one. */
function groupRows(organization: OrganizationName, rows: GroupRows): StoredMapping {
  const idOf = (name: string) =>
    name.startsWith('data/') ? groupId('data', name.slice('data/'.length)) : groupId(organization, name);
  return new Map(Object.entries(rows).map(([value, names]) => [value, names?.map(idOf) ?? null]));
}

function groupSync(mapping: StoredMapping, rest: Partial<StoredGroupSync>): StoredGroupSync {
  return {
    field: 'groups',
    mapping,
    regexFilter: null,
    autoCreateMissing: false,
    legacyNameMapping: new Map(),
    ...rest,
  };
}

const engineeringGroups = groupRows('engineering', {
  'eng-backend': ['backend'],
  'eng-build': ['build-infra'],
  'eng-devex': ['devex', 'tooling'],
  'eng-frontend': ['frontend', 'design-systems'],
  'eng-gpu': ['gpu-users'],
  'eng-identity': ['identity'],
  'eng-interns': ['interns'],
  'eng-leads': ['eng-leadership', 'architects'],
  'eng-mobile': ['mobile'],
  'eng-monolith': ['legacy-monolith'],
  'eng-networking': ['networking'],
  'eng-observability': ['observability'],
  'eng-payments': ['payments'],
  'eng-platform': ['platform'],
  'eng-qa': ['qa'],
  'eng-release': ['release'],
  'eng-search': ['search'],
  'eng-sre': ['sre', 'on-call'],
  'eng-storage': ['storage'],
  // Its group was deleted.
  'eng-billing': ['billing'],
  // A group of another organization: accepted by the server, and of no use.
  'eng-ml': ['data/ml-platform'],
  // Swallows the value: nobody gets anything from it.
  'eng-everyone': [],
  // Dead: the filter lets only lower case through.
  'Eng-Mobile': ['mobile'],
  '/engineering/storage': ['storage'],
  // Nobody has ever sent it.
  'eng-hardware': ['legacy-monolith'],
});

/** Group sync by organization; the default one still has that of the server flags, `contractors` has none. */
export const groupSyncs: ReadonlyMap<string, StoredGroupSync> = new Map([
  [organizationId('engineering'), groupSync(engineeringGroups, { regexFilter: '^[a-z][a-z0-9-]*$' })],
  [
    organizationId('data'),
    groupSync(
      groupRows('data', {
        'data-analytics': ['analytics', 'bi'],
        'data-engineering': ['data-eng', 'feature-store'],
        'data-ml': ['ml-platform', 'gpu-lab'],
        'data-research': ['ml-research', 'gpu-lab'],
        'data-leads': ['data-leads'],
        'data-notebooks': ['notebooks'],
        'data-labeling': ['labeling'],
        // Half of it is left.
        'data-growth': ['experimentation', 'growth-team'],
        'Data-ML': ['ml-platform'],
      }),
      { regexFilter: '(?i)^data-', autoCreateMissing: true },
    ),
  ],
  [
    organizationId('emea'),
    groupSync(
      groupRows('emea', {
        'emea-sales': ['sales-engineers', 'demo'],
        'emea-solutions': ['solutions', 'demo'],
        'emea-support': ['support-emea'],
        'emea-training': ['training'],
        'emea-leads': ['field-leads'],
        'emea-old': null,
      }),
      { regexFilter: '' },
    ),
  ],
  [
    organizationId('security'),
    groupSync(groupRows('security', { 'sec-app': ['appsec'], 'sec-ops': ['secops'], 'sec-audit': ['compliance'] }), {}),
  ],
]);

function roleRows(rows: Readonly<Record<string, readonly string[]>>): StoredMapping {
  return new Map(Object.entries(rows));
}

export const roleSyncs: ReadonlyMap<string, StoredRoleSync> = new Map([
  [
    organizationId('engineering'),
    {
      field: 'roles',
      mapping: roleRows({
        'eng-lead': ['organization-admin'],
        'eng-people': ['organization-user-admin'],
        'eng-audit': ['organization-auditor'],
        'template-editor': ['organization-template-admin', 'template-publisher'],
        'release-captain': ['release-manager'],
        'sync-viewer': ['sync-reader'],
        temp: ['organization-workspace-creation-ban'],
        // The custom role was deleted.
        oncall: ['incident-commander'],
        // Names of custom roles are stored in lower case.
        publisher: ['Template-Publisher'],
        // Swallows the value.
        retired: [],
      }),
    },
  ],
  [
    organizationId('data'),
    {
      field: 'roles',
      mapping: roleRows({
        'data-lead': ['organization-admin'],
        'notebook-owner': ['notebook-admin'],
        'template-editor': ['organization-template-admin'],
      }),
    },
  ],
  // No such claim: its name is spelt another way.
  [organizationId('security'), { field: 'Roles', mapping: roleRows({ 'sec-lead': ['organization-admin'] }) }],
]);

export const organizationSync: StoredOrganizationSync = {
  field: 'orgs',
  mapping: new Map([
    ['eng', [organizationId('engineering')]],
    ['data', [organizationId('data')]],
    ['emea', [organizationId('emea')]],
    ['security', [organizationId('security')]],
    ['contractors', [organizationId('contractors')]],
    // Deleted in spring.
    ['labs', [organizationId('labs')]],
    // Nobody has ever sent it.
    ['apac', [organizationId('emea')]],
  ]),
  assignDefault: true,
};

export const serverFlags: ServerFlags = {
  groupField: 'groups',
  groupMapping: new Map([
    ['it-staff', 'it'],
    ['fin', 'finance'],
    ['hr', 'people-team'],
    ['c-level', 'executives'],
    ['payroll', 'payroll-team'],
  ]),
  groupAutoCreate: false,
  groupRegexFilter: '.*',
  groupAllowList: null,
  userRoleField: '',
  userRoleMapping: new Map(),
  userRolesDefault: null,
  organizationField: '',
  organizationMapping: new Map(),
  organizationAssignDefault: true,
  scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
  ignoreUserInfo: false,
  accessTokenClaims: false,
  allowSignups: true,
  emailDomain: null,
  ignoreEmailVerified: false,
};
