import { companyState } from '../seed/company.ts';
import { largeState } from '../seed/large.ts';
import { seedStart } from '../seed/organizations.ts';
import { seedId } from '../seed/seedId.ts';
import { cloneState, type Organization, type State } from '../state/State.ts';
import type { Scenario } from './Scenario.ts';

/** Builds once and hands out copies. */
function cached(build: () => State): () => State {
  let built: State | undefined;
  return () => {
    built ??= build();
    return cloneState(built);
  };
}

const company = cached(companyState);

function nothingConfigured(): State {
  const state = company();
  state.groupSync.clear();
  state.roleSync.clear();
  state.organizationSync = undefined;
  state.auditLog.length = 0;
  // With `groups` among the scopes the group field would be `groups`.
  const scopes = ['openid', 'profile', 'email'];
  const flags = { ...state.deployment.flags, groupField: '', groupMapping: new Map(), scopes };
  state.deployment = { ...state.deployment, flags };
  return state;
}

function nobodyHasSignedIn(): State {
  const state = company();
  for (const user of state.users.values()) state.users.set(user.id, { ...user, claims: null });
  return state;
}

function fiveHundredOrganizations(): State {
  const state = company();
  for (let number = state.organizations.size; number <= 500; number += 1) {
    const organization: Organization = {
      id: seedId('organization', 100 + number),
      name: `team-${number}`,
      displayName: `Team ${number}`,
      description: '',
      icon: '',
      createdAt: seedStart,
      updatedAt: seedStart,
      isDefault: false,
      deleted: false,
      defaultMemberRoles: ['organization-workspace-access'],
    };
    state.organizations.set(organization.id, organization);
    if (number % 3 === 0) {
      const mapping = new Map([[`team-${number}-all`, []]]);
      state.groupSync.set(organization.id, {
        field: 'groups',
        mapping,
        regexFilter: null,
        autoCreateMissing: false,
        legacyNameMapping: new Map(),
      });
    }
  }
  return state;
}

export const dataScenarios = [
  {
    name: 'a believable company',
    says: '6 organizations, 60 groups, 400 people, and the problems that a real deployment has.',
    kind: 'data',
    state: company,
  },
  {
    name: 'a large organization',
    says: 'Engineering has 10,000 mapping rows, 10,000 groups and 5,000 claim values.',
    kind: 'data',
    state: cached(() => largeState(company())),
  },
  {
    name: 'nothing configured',
    says: 'The same company before anybody has set up IdP sync, without server flags.',
    kind: 'data',
    state: nothingConfigured,
  },
  {
    name: 'nobody has signed in with OIDC',
    says: 'No claims are known: available-fields answers null.',
    kind: 'data',
    state: nobodyHasSignedIn,
  },
  {
    name: 'five hundred organizations',
    says: 'The company with 500 organizations.',
    kind: 'data',
    state: cached(fiveHundredOrganizations),
  },
] as const satisfies readonly Scenario[];
