import type { OrganizationName } from './organizations.ts';

const engineeringTeams =
  'eng-backend eng-build eng-devex eng-frontend eng-gpu eng-identity eng-mobile eng-monolith eng-networking eng-observability eng-payments eng-platform eng-qa eng-release eng-search eng-sre eng-storage'.split(
    ' ',
  );

/** Where people work, and what their identity provider says about that. */
export interface Home {
  readonly organization: OrganizationName;
  /** Value of the claim `orgs`. */
  readonly org: string | undefined;
  readonly people: number;
  readonly teams: readonly string[];
  /** Claim values that a good part of the people here send beside their team. */
  readonly extras: readonly string[];
  readonly roles: readonly string[];
}

export const homes: readonly Home[] = [
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
