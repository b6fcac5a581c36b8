import { type AllowListVerdict, checkAllowList } from './allowList.ts';
import type { ClaimError, Claims } from './claims.ts';
import type { DirectoryGroup, DirectoryOrganization, Memberships } from './directory.ts';
import { type CompileFilter, everyValue } from './filter.ts';
import { type CompiledGroupSync, compileGroupSync, type GroupPlan, indexGroups, planGroups } from './groups.ts';
import { impliedRoles } from './impliedRoles.ts';
import {
  type CompiledOrganizationSync,
  compileOrganizationSync,
  type OrganizationPlan,
  planOrganizations,
} from './organizations.ts';
import { type CompiledRoleSync, compileRoleSync, planRoles, type RolePlan } from './roles.ts';
import {
  emptySettings,
  type Mapping,
  type OrganizationId,
  type RoleName,
  type SyncKind,
  type SyncSettings,
} from './settings.ts';

/** The server flags that decide about a login, and that no page can change. */
export interface LoginFlags {
  /** `CODER_OIDC_GROUP_FIELD`, read by the allow list. */
  readonly groupField: string;
  /** `CODER_OIDC_ALLOWED_GROUPS`; empty lets everybody in. */
  readonly allowList: readonly string[];
  readonly siteRoleField: string;
  readonly siteRoleMapping: Mapping;
  readonly siteRoleDefaults: readonly RoleName[];
}

/** Everything but the person that a login depends on. */
export interface LoginRules {
  readonly flags: LoginFlags;
  /** Which syncs the licence lets run; settings of the others are stored and not applied. */
  readonly entitled: Readonly<Record<SyncKind, boolean>>;
  readonly organizations: readonly DirectoryOrganization[];
  readonly groups: readonly DirectoryGroup[];
  readonly organizationSync: SyncSettings;
  /** Organizations that aren't in here have no group sync. */
  readonly groupSync: ReadonlyMap<OrganizationId, SyncSettings>;
  /** Organizations that aren't in here have no role sync. */
  readonly roleSync: ReadonlyMap<OrganizationId, SyncSettings>;
}

/** The built-in site roles; no other name survives site-wide role sync. */
const siteRoles: readonly RoleName[] = ['owner', 'user-admin', 'template-admin', 'auditor'];

/** {@link LoginRules} made ready for many people. */
export interface CompiledLogin {
  readonly flags: LoginFlags;
  readonly siteRoles: CompiledRoleSync;
  readonly organizations: CompiledOrganizationSync;
  readonly groups: ReadonlyMap<OrganizationId, CompiledGroupSync>;
  readonly roles: ReadonlyMap<OrganizationId, CompiledRoleSync>;
}

/** At which step a login is refused, with the server's own words. Nothing of it is written. */
export interface LoginRefusal {
  readonly stage: 'allow-list' | 'site-roles' | 'organizations' | 'roles';
  readonly status: 400 | 403 | 500;
  readonly title: string;
  readonly detail: string;
}

/** What a login does in one organization that the person is in afterwards. */
export interface OrganizationOutcome {
  readonly groups: GroupPlan;
  /** Missing where the person only holds a group of an organization without being a member of it. */
  readonly roles?: RolePlan;
}

/** What one login does to one person. */
export type LoginPlan =
  | { readonly refused: LoginRefusal }
  | {
      readonly refused?: undefined;
      readonly siteRoles: RolePlan;
      readonly organizations: OrganizationPlan;
      readonly perOrganization: ReadonlyMap<OrganizationId, OrganizationOutcome>;
    };

/**
 * Prepares a deployment's rules once, for {@link planLogin} of many people. A filter that doesn't compile counts as
 * settings that can't be loaded, which the server treats as group sync that isn't configured.
 */
export function compileLogin(rules: LoginRules, compileFilter: CompileFilter): CompiledLogin {
  const { flags, entitled } = rules;
  const groupIndex = indexGroups(rules.groups);
  const groups = new Map<OrganizationId, CompiledGroupSync>();
  const roles = new Map<OrganizationId, CompiledRoleSync>();
  for (const organization of rules.organizations) {
    const groupSettings = (entitled.group && rules.groupSync.get(organization.id)) || emptySettings;
    const filter =
      groupSettings.regexFilter === null
        ? { ok: true as const, value: everyValue }
        : compileFilter(groupSettings.regexFilter);
    groups.set(
      organization.id,
      filter.ok
        ? compileGroupSync(groupSettings, organization.id, groupIndex, filter.value)
        : compileGroupSync(emptySettings, organization.id, groupIndex),
    );
    roles.set(
      organization.id,
      compileRoleSync((entitled.role && rules.roleSync.get(organization.id)) || emptySettings, {
        roles: organization.roles,
        implied: impliedRoles(organization.defaultMemberRoles),
      }),
    );
  }
  return {
    flags,
    siteRoles: compileRoleSync(
      { field: entitled.role ? flags.siteRoleField : '', mapping: flags.siteRoleMapping },
      { roles: siteRoles, always: flags.siteRoleDefaults, refused: [] },
    ),
    organizations: compileOrganizationSync(
      entitled.organization ? rules.organizationSync : emptySettings,
      rules.organizations,
    ),
    groups,
    roles,
  };
}

/**
 * Plans a whole login in the server's order: allow list, site-role claim, organizations, then groups and roles of
 * each organization that the person is in after that.
 *
 * Mirrors `coderd/userauth.go` oauthLogin.
 */
export function planLogin(login: CompiledLogin, memberships: Memberships, claims: Claims): LoginPlan {
  const verdict = checkAllowList(login.flags.allowList, login.flags.groupField, claims);
  if (!verdict.allowed) return { refused: allowListRefusal(verdict) };
  const siteRolePlan = planRoles(login.siteRoles, claims, memberships.siteRoles);
  if (siteRolePlan.error) {
    return {
      refused: {
        stage: 'site-roles',
        status: 500,
        title: 'Login disabled until site wide OIDC config is fixed',
        detail: claimErrorText(siteRolePlan.error),
      },
    };
  }
  const organizations = planOrganizations(login.organizations, claims, memberships.organizationIds);
  if (organizations.error)
    return { refused: failedLogin('organizations', `sync organizations: ${claimErrorText(organizations.error)}`) };

  const perOrganization = new Map<OrganizationId, OrganizationOutcome>();
  for (const id of [...organizations.kept, ...organizations.added]) {
    const groupSync = login.groups.get(id);
    const roleSync = login.roles.get(id);
    if (!groupSync || !roleSync) continue;
    const roles = planRoles(roleSync, claims, memberships.roles.get(id) ?? []);
    if (roles.refused.length > 0) {
      return { refused: failedLogin('roles', `sync roles: ${roles.refused.join(', ')} can't be assigned`) };
    }
    perOrganization.set(id, { groups: planGroups(groupSync, claims, memberships.groupIds), roles });
  }
  for (const id of foreignGroupOrganizations(login, memberships)) {
    const groupSync = login.groups.get(id);
    if (!groupSync || perOrganization.has(id)) continue;
    perOrganization.set(id, { groups: planGroups(groupSync, claims, memberships.groupIds) });
  }
  return { siteRoles: siteRolePlan, organizations, perOrganization };
}

/**
 * Group sync takes the organizations of a person from their groups. Somebody who was given a group of an organization
 * that they aren't in is synced there too.
 */
function foreignGroupOrganizations(login: CompiledLogin, { organizationIds, groupIds }: Memberships): OrganizationId[] {
  const [anySync] = login.groups.values();
  if (!anySync) return [];
  const found = new Set<OrganizationId>();
  for (const groupId of groupIds) {
    const organizationId = anySync.groupById.get(groupId)?.organizationId;
    if (organizationId !== undefined && !organizationIds.includes(organizationId)) found.add(organizationId);
  }
  return [...found];
}

function allowListRefusal(verdict: Exclude<AllowListVerdict, { allowed: true }>): LoginRefusal {
  const base = { stage: 'allow-list' as const, status: verdict.status };
  switch (verdict.reason) {
    case 'no_claim':
      return { ...base, title: 'Not a member of an allowed group', detail: 'You have no groups in your claims!' };
    case 'not_listed':
      return {
        ...base,
        title: 'Not a member of an allowed group',
        detail: 'Ask an administrator to add one of your groups to the allow list.',
      };
    case 'claim_error':
      return {
        ...base,
        title: 'Failed read groups from claims for allow list check.',
        detail: claimErrorText(verdict.error),
      };
  }
}

function failedLogin(stage: 'organizations' | 'roles', chain: string): LoginRefusal {
  return { stage, status: 500, title: 'Failed to process OAuth login.', detail: `in tx: ${chain}` };
}

/** One line for logs and server bodies. The page has words of its own. */
function claimErrorText(error: ClaimError): string {
  switch (error.code) {
    case 'csv_string':
      return 'claim is a string with a comma, which looks like a list in one string';
    case 'not_string_array':
      return 'claim is neither a string nor a list of strings';
    case 'element_not_string':
      return `element ${error.index} of the claim is not a string`;
  }
}
