import { type Core, writeAudit } from '../Core.ts';
import { goTime } from '../http/answer.ts';
import { groupSync } from '../routes/groupSync.ts';
import { accounts } from '../seed/accounts.ts';
import { groupId, organizationId } from '../seed/organizations.ts';
import type { StoredGroupSync, StoredMapping } from '../state/State.ts';
import { loadGroupSync, loadOrganizationSync } from '../state/syncSettings.ts';
import type { Scenario } from './Scenario.ts';

const engineering = organizationId('engineering');
const userAdmin = accounts.find(({ username }) => username === 'user-admin');

/** What another admin, or a tool of theirs, writes while somebody has the page open. */
function changeEngineering(core: Core, change: (settings: StoredGroupSync) => Partial<StoredGroupSync>): void {
  const before = loadGroupSync(core.state, engineering);
  const after = { ...before, ...change(before) };
  core.state.groupSync.set(engineering, after);
  const [old, fresh] = [groupSync.auditFields(before), groupSync.auditFields(after)];
  const changed = ['field', 'mapping'].filter((key) => old.get(key) !== fresh.get(key));
  writeAudit(core, {
    ...groupSync.audit,
    id: crypto.randomUUID(),
    requestId: crypto.randomUUID(),
    time: goTime(core.now()),
    ip: '10.1.2.4',
    userAgent: 'Mozilla/5.0',
    resourceId: '51a51c00-0000-0000-0000-000000000000',
    action: 'write',
    diff: new Map(changed.map((key) => [key, { old: old.get(key), new: fresh.get(key) }])),
    statusCode: 200,
    organizationId: engineering,
    userId: userAdmin?.id ?? '',
  });
}

function withRow(mapping: StoredMapping, value: string, targets: readonly string[] | null): StoredMapping {
  return new Map([...(mapping ?? []), [value, targets]]);
}

export const changeScenarios = [
  {
    name: 'everything works again',
    says: 'Lifts all faults and limits. Data and sessions stay.',
    kind: 'change',
    apply: (core) => {
      core.faults.clear();
      core.rateLimiter.clear();
      core.state.deployment = { ...core.state.deployment, apiRateLimit: 512 };
    },
  },
  {
    name: 'another admin adds a row meanwhile',
    says: 'A User Admin maps "eng-security" to Identity in Engineering, now.',
    kind: 'change',
    apply: (core) =>
      changeEngineering(core, ({ mapping }) => ({
        mapping: withRow(mapping, 'eng-security', [groupId('engineering', 'identity')]),
      })),
  },
  {
    name: 'another admin changes the same row meanwhile',
    says: 'A User Admin maps "eng-backend" to Storage instead of Backend in Engineering, now.',
    kind: 'change',
    apply: (core) =>
      changeEngineering(core, ({ mapping }) => ({
        mapping: withRow(mapping, 'eng-backend', [groupId('engineering', 'storage')]),
      })),
  },
  {
    name: 'another admin changes the field meanwhile',
    says: 'A User Admin sets the group sync field of Engineering to "memberOf", now.',
    kind: 'change',
    apply: (core) => changeEngineering(core, () => ({ field: 'memberOf' })),
  },
  {
    name: 'group settings answer with a null list',
    says: 'In Engineering the row "eng-release" holds null, as Coder\'s /mapping can leave it.',
    kind: 'change',
    apply: (core) => changeEngineering(core, ({ mapping }) => ({ mapping: withRow(mapping, 'eng-release', null) })),
  },
  {
    name: 'organization settings assign nobody to the default organization',
    says: 'Organization sync has its switch off, now.',
    kind: 'change',
    apply: (core) => {
      core.state.organizationSync = { ...loadOrganizationSync(core.state), assignDefault: false };
    },
  },
  {
    name: 'the session expires',
    says: 'All sessions and tokens end, now.',
    kind: 'change',
    apply: (core) => core.sessions.expireAll(),
  },
  {
    name: 'a low rate limit',
    says: 'Only 5 requests a minute to one path.',
    kind: 'change',
    apply: (core) => {
      core.state.deployment = { ...core.state.deployment, apiRateLimit: 5 };
    },
  },
  {
    name: 'not licensed',
    says: 'The licence has run out: no feature is entitled. Settings can be changed, and no sync runs.',
    kind: 'change',
    apply: (core) => {
      core.state.deployment = { ...core.state.deployment, features: [] };
    },
  },
  {
    name: 'licensed without multiple organizations',
    says: 'An Enterprise licence: group and role sync run, organization sync and custom roles do not.',
    kind: 'change',
    apply: (core) => {
      const features = core.state.deployment.features.filter(
        (feature) => feature !== 'multiple_organizations' && feature !== 'custom_roles',
      );
      core.state.deployment = { ...core.state.deployment, features };
    },
  },
  {
    name: 'an AGPL build without enterprise routes',
    says: 'Coder without its enterprise code: IdP sync, groups and entitlements answer 404.',
    kind: 'change',
    apply: (core) => {
      core.state.deployment = { ...core.state.deployment, build: 'agpl', features: [] };
    },
  },
  {
    name: 'password login is disabled',
    says: 'Only OIDC is left to sign in with.',
    kind: 'change',
    apply: (core) => {
      core.state.deployment = { ...core.state.deployment, passwordLogin: false };
    },
  },
  {
    name: 'only listed groups may log in',
    says: 'The server flag CODER_OIDC_ALLOWED_GROUPS lets in "eng-leads" and "eng-backend" alone.',
    kind: 'change',
    apply: (core) => {
      const { deployment } = core.state;
      const flags = { ...deployment.flags, groupAllowList: ['eng-leads', 'eng-backend'] };
      core.state.deployment = { ...deployment, flags };
    },
  },
  {
    name: 'site-wide roles come from a claim',
    says: 'The server flag CODER_OIDC_USER_ROLE_FIELD reads "site_roles".',
    kind: 'change',
    apply: (core) => {
      const { deployment } = core.state;
      const userRoleMapping = new Map([['coder-admins', ['user-admin']]]);
      core.state.deployment = {
        ...deployment,
        flags: { ...deployment.flags, userRoleField: 'site_roles', userRoleMapping },
      };
    },
  },
  {
    name: 'the licence has a warning',
    says: 'Responses to those who may read the deployment config carry X-Coder-Entitlements-Warning.',
    kind: 'change',
    apply: (core) => {
      const entitlementWarnings = ['Your license expires in 7 days.'];
      core.state.deployment = { ...core.state.deployment, entitlementWarnings };
    },
  },
] as const satisfies readonly Scenario[];
