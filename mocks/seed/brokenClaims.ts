import type { Identity, ProviderName } from './identityProviders.ts';

/** Somebody whose identity provider sends something that sync can't use, or not as meant. */
export interface BrokenClaims {
  /** Code of the trouble, as people look it up. */
  readonly code: string;
  readonly provider: ProviderName;
  readonly identity?: Partial<Identity>;
  readonly change?: (idToken: Map<string, unknown>, userInfo: Map<string, unknown>) => void;
}

/** One person of Engineering each, in this order after those with `platform-admins`. */
export const brokenClaims: readonly BrokenClaims[] = [
  { code: 'csv-string', provider: 'keycloak', identity: { groups: 'eng-backend,eng-qa' } },
  {
    code: 'entra-overage',
    provider: 'entra',
    identity: { groups: undefined },
    change: (idToken) => {
      idToken.set('_claim_names', { groups: 'src1' });
      idToken.set('_claim_sources', {
        src1: { endpoint: 'https://graph.windows.net/3e1c9d2a-54b7-4b0e-9a64-7f0d8c1b2a33/users/me/getMemberObjects' },
      });
    },
  },
  {
    code: 'entra-overage',
    provider: 'entra',
    identity: { groups: undefined },
    change: (idToken) => {
      idToken.set('hasgroups', true);
    },
  },
  { code: 'object-shape', provider: 'keycloak', identity: { groups: { 'eng-backend': {}, 'eng-qa': {} } } },
  { code: 'single-dn', provider: 'keycloak', identity: { groups: 'CN=eng-storage,OU=Groups,DC=acme,DC=example' } },
  {
    code: 'leading-slash',
    provider: 'keycloak',
    identity: { groups: ['/engineering/backend', '/engineering/storage'] },
  },
  { code: 'case-or-space', provider: 'okta', identity: { groups: ['Eng-Frontend', ' eng-qa', 'Eng-Mobile'] } },
  { code: 'non-string-element', provider: 'okta', identity: { groups: ['eng-search', 42] } },
  {
    code: 'guid-values',
    provider: 'entra',
    identity: { groups: ['8c1d9b7e-6a35-4a55-9f0a-3e9c6f2b1d01', 'f0b2a1c4-2f6e-4b1c-8d3e-1a5b7c9d2e02'] },
  },
  {
    code: 'guid-values',
    provider: 'entra',
    identity: { groups: ['0a9b8c7d-6e5f-4a3b-9c2d-1e0f2a3b4c03', '8c1d9b7e-6a35-4a55-9f0a-3e9c6f2b1d01'] },
  },
  { code: 'missing-key', provider: 'keycloak', identity: { groups: undefined } },
  {
    code: 'missing-key',
    provider: 'keycloak',
    identity: { groups: undefined },
    change: (idToken) => {
      idToken.set('memberOf', ['eng-networking']);
    },
  },
  { code: 'other-delimiter', provider: 'okta', identity: { groups: 'eng-qa;eng-search' } },
  {
    code: 'keycloak-roles-as-groups',
    provider: 'keycloak',
    identity: { groups: ['default-roles-acme', 'offline_access', 'uma_authorization'] },
  },
  {
    code: 'source-conflict',
    provider: 'keycloak',
    identity: { groups: ['eng-sre'] },
    change: (_idToken, userInfo) => {
      userInfo.set('groups', ['eng-backend']);
    },
  },
  {
    code: 'source-conflict',
    provider: 'keycloak',
    identity: { groups: ['eng-release'] },
    change: (_idToken, userInfo) => {
      userInfo.set('groups', []);
    },
  },
  { code: 'bool-or-number', provider: 'keycloak', identity: { groups: true } },
  { code: 'role-fallthrough', provider: 'keycloak', identity: { roles: ['organization-template-admin'] } },
  { code: 'csv-string', provider: 'okta', identity: { orgs: 'eng,data' } },
];
