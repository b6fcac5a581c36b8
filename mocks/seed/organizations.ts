import { type CustomRole, customRoleKey, type Group, type Organization, type Permission } from '../state/State.ts';
import { seedId } from './seedId.ts';

/** When the company started with Coder. */
export const seedStart = '2026-01-05T09:00:00Z';
/** When everybody signed in last. */
export const seedNow = '2026-06-01T08:00:00Z';

const organizationNumbers = {
  coder: 1,
  engineering: 2,
  data: 3,
  emea: 4,
  security: 5,
  contractors: 6,
  labs: 7,
} as const;
export type OrganizationName = keyof typeof organizationNumbers;

export function organizationId(name: OrganizationName): string {
  return seedId('organization', organizationNumbers[name]);
}

function organization(name: OrganizationName, displayName: string, icon: string, description: string): Organization {
  return {
    id: organizationId(name),
    name,
    displayName,
    description,
    icon,
    createdAt: seedStart,
    updatedAt: seedStart,
    isDefault: name === 'coder',
    deleted: name === 'labs',
    defaultMemberRoles: ['organization-workspace-access'],
  };
}

export const organizations: readonly Organization[] = [
  organization('coder', 'Acme', '/emojis/1f3e2.png', 'Everybody at Acme.'),
  organization('engineering', 'Engineering', '/emojis/2699.png', 'Product engineering.'),
  organization('data', 'Data Science', '/emojis/1f4ca.png', 'Analytics and machine learning.'),
  organization('emea', 'EMEA Field', '/emojis/1f30d.png', 'Sales engineering and support in EMEA.'),
  organization('security', 'Security & Compliance', '/emojis/1f512.png', ''),
  organization('contractors', 'Contractors & Partners', '', 'People from outside.'),
  organization('labs', 'Labs', '', 'Closed in spring.'),
];

/** Organization → group name → display name; an empty display name shows the name. */
const groupNames = {
  coder: {
    'coder-admins': 'Coder Admins',
    'coder-users': 'Coder Users',
    it: 'IT',
    finance: 'Finance',
    'people-team': 'People Team',
    legal: 'Legal',
    facilities: '',
    executives: 'Executives',
    workplace: 'Workplace',
    'all-hands': 'All Hands',
  },
  engineering: {
    platform: 'Platform',
    backend: 'Backend',
    frontend: 'Frontend',
    mobile: 'Mobile',
    sre: 'Site Reliability',
    release: 'Release Engineering',
    qa: 'Quality',
    devex: 'Developer Experience',
    networking: 'Networking',
    storage: 'Storage',
    payments: 'Payments',
    search: 'Search',
    identity: 'Identity',
    observability: 'Observability',
    'build-infra': 'Build Infrastructure',
    'eng-leadership': 'Engineering Leads',
    'on-call': 'On Call',
    architects: 'Architecture Board',
    interns: 'Interns',
    'gpu-users': 'GPU Users',
    tooling: '',
    'legacy-monolith': 'Legacy Monolith',
    'design-systems': 'Design Systems',
    'embedded / firmware': '',
  },
  data: {
    analytics: 'Analytics',
    'ml-platform': 'ML Platform',
    'ml-research': 'ML Research',
    'data-eng': 'Data Engineering',
    bi: 'Business Intelligence',
    notebooks: 'Notebooks',
    'gpu-lab': 'GPU Lab',
    'feature-store': 'Feature Store',
    labeling: '',
    'data-leads': 'Data Leads',
    experimentation: 'Experimentation',
    'data-team-berlin': '',
  },
  emea: {
    'sales-engineers': 'Sales Engineers',
    solutions: 'Solutions Architects',
    'support-emea': 'Support EMEA',
    training: 'Training',
    'partners-emea': 'Partners EMEA',
    'field-leads': 'Field Leads',
    demo: 'Demo Environments',
    berlin: '',
  },
  security: {
    appsec: 'Application Security',
    secops: 'Security Operations',
    compliance: 'Compliance',
    'red-team': 'Red Team',
  },
  contractors: { northwind: 'Northwind', contoso: 'Contoso' },
} as const;

/** Groups that an earlier setting had created from claim values. */
const createdBySync: readonly string[] = ['embedded / firmware', 'data-team-berlin'];

export const groups: readonly Group[] = Object.entries(groupNames)
  .flatMap(([organizationName, names]) =>
    Object.entries(names).map(([name, displayName]) => ({ organizationName, name, displayName })),
  )
  .map(({ organizationName, name, displayName }, index) => ({
    id: seedId('group', index + 1),
    organizationId: organizations.find((one) => one.name === organizationName)?.id ?? '',
    name,
    displayName,
    avatarUrl: '',
    quotaAllowance: name === 'gpu-users' || name === 'gpu-lab' ? 40 : 0,
    source: createdBySync.includes(name) ? 'oidc' : 'user',
  }));

const groupIdByName = new Map(groups.map(({ organizationId: id, name, id: groupId }) => [`${id}:${name}`, groupId]));

/** Id of a seeded group; a name that isn't there gives the id of one that was deleted. */
export function groupId(organizationName: OrganizationName, name: string): string {
  return groupIdByName.get(`${organizationId(organizationName)}:${name}`) ?? seedId('deleted', name.length);
}

function grants(...permissions: readonly `${string}:${string}`[]): readonly Permission[] {
  return permissions.map((permission) => {
    const [resourceType = '', action = ''] = permission.split(':');
    return { negate: false, resourceType, action };
  });
}

function customRole(
  organizationName: OrganizationName,
  name: string,
  displayName: string,
  permissions: readonly Permission[],
): CustomRole {
  return { organizationId: organizationId(organizationName), name, displayName, permissions };
}

export const customRoles: ReadonlyMap<string, CustomRole> = new Map(
  [
    customRole(
      'engineering',
      'sync-reader',
      'Sync Reader',
      grants('idpsync_settings:read', 'group:read', 'group_member:read', 'organization_member:read'),
    ),
    customRole('engineering', 'release-manager', 'Release Manager', grants('template:read', 'template:update')),
    customRole('engineering', 'template-publisher', '', grants('template:create', 'template:read', 'file:create')),
    customRole('data', 'notebook-admin', 'Notebook Admin', grants('template:read', 'template:update', 'group:read')),
  ].map((role) => [customRoleKey(role.organizationId, role.name), role]),
);
