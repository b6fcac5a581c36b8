import type { Claims } from '../../src/domain/claims.ts';

/** What one role may do: `action` may be `*`. As on the wire in custom roles. */
export interface Permission {
  readonly negate: boolean;
  readonly resourceType: string;
  readonly action: string;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly icon: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly isDefault: boolean;
  readonly deleted: boolean;
  readonly defaultMemberRoles: readonly string[];
}

/** Each organization also has a group "Everyone", with the organization's id; its members aren't stored. */
export interface Group {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly displayName: string;
  readonly avatarUrl: string;
  readonly quotaAllowance: number;
  readonly source: 'user' | 'oidc';
}

export interface CustomRole {
  readonly organizationId: string;
  readonly name: string;
  readonly displayName: string;
  readonly permissions: readonly Permission[];
}

/** Being in an organization, with the explicit roles there. */
export interface Membership {
  readonly organizationId: string;
  readonly roles: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** `user_links.claims` of the last successful login. Any part can be missing on old links. */
export interface StoredClaims {
  readonly idToken: Claims | null;
  readonly userInfo: Claims | null;
  readonly merged: Claims | null;
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly avatarUrl: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastSeenAt: string;
  readonly status: 'active' | 'dormant' | 'suspended';
  readonly loginType: 'password' | 'oidc';
  readonly siteRoles: readonly string[];
  readonly memberships: readonly Membership[];
  /** Groups but "Everyone". May hold groups of organizations that the person isn't in. */
  readonly groupIds: readonly string[];
  readonly claims: StoredClaims | null;
}

/** Claim value → targets, nil as `null` on both levels, as Go holds it. */
export type StoredMapping = ReadonlyMap<string, readonly string[] | null> | null;

export interface StoredGroupSync {
  readonly field: string;
  readonly mapping: StoredMapping;
  readonly regexFilter: string | null;
  readonly autoCreateMissing: boolean;
  readonly legacyNameMapping: ReadonlyMap<string, string>;
}

export interface StoredRoleSync {
  readonly field: string;
  readonly mapping: StoredMapping;
}

export interface StoredOrganizationSync {
  readonly field: string;
  readonly mapping: StoredMapping;
  readonly assignDefault: boolean;
}

/** One changed key of an audited resource; an absent side is nil. */
export interface AuditChange {
  readonly old?: unknown;
  readonly new?: unknown;
}

export interface AuditEntry {
  readonly id: string;
  readonly requestId: string;
  readonly time: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly resourceTarget: string;
  readonly action: 'create' | 'write' | 'delete';
  readonly diff: ReadonlyMap<string, AuditChange>;
  readonly statusCode: number;
  readonly organizationId: string | null;
  readonly userId: string;
}

/** The server flags that concern OIDC: `coderd` reads them once at start. */
export interface ServerFlags {
  readonly groupField: string;
  readonly groupMapping: ReadonlyMap<string, string>;
  readonly groupAutoCreate: boolean;
  readonly groupRegexFilter: string;
  readonly groupAllowList: readonly string[] | null;
  readonly userRoleField: string;
  readonly userRoleMapping: ReadonlyMap<string, readonly string[]>;
  readonly userRolesDefault: readonly string[] | null;
  readonly organizationField: string;
  readonly organizationMapping: ReadonlyMap<string, readonly string[]>;
  readonly organizationAssignDefault: boolean;
  readonly scopes: readonly string[];
  readonly ignoreUserInfo: boolean;
  readonly accessTokenClaims: boolean;
  readonly allowSignups: boolean;
  readonly emailDomain: readonly string[] | null;
  readonly ignoreEmailVerified: boolean;
}

/** What the deployment is, apart from its data. */
export interface Deployment {
  /** Without the enterprise code the routes of IdP sync, groups and entitlements don't exist. */
  readonly build: 'enterprise' | 'agpl';
  /** Names of the features that the licence entitles. */
  readonly features: readonly string[];
  readonly experiments: readonly string[];
  readonly flags: ServerFlags;
  readonly passwordLogin: boolean;
  readonly setUp: boolean;
  /** `CODER_API_RATE_LIMIT`, requests per minute, user and path. */
  readonly apiRateLimit: number;
  /** Messages for `X-Coder-Entitlements-Warning`. */
  readonly entitlementWarnings: readonly string[];
}

/**
 * Everything that a deployment stores. Records are never changed, only replaced, so that copies of the Maps are
 * copies of the state.
 */
export interface State {
  readonly organizations: Map<string, Organization>;
  readonly groups: Map<string, Group>;
  /** By {@link customRoleKey}. */
  readonly customRoles: Map<string, CustomRole>;
  readonly users: Map<string, User>;
  readonly groupSync: Map<string, StoredGroupSync>;
  readonly roleSync: Map<string, StoredRoleSync>;
  /** Undefined until the first write; server flags count until then. */
  organizationSync: StoredOrganizationSync | undefined;
  /** Oldest first. */
  readonly auditLog: AuditEntry[];
  deployment: Deployment;
}

export function customRoleKey(organizationId: string, name: string): string {
  return `${organizationId}:${name}`;
}

export function cloneState(state: State): State {
  return {
    organizations: new Map(state.organizations),
    groups: new Map(state.groups),
    customRoles: new Map(state.customRoles),
    users: new Map(state.users),
    groupSync: new Map(state.groupSync),
    roleSync: new Map(state.roleSync),
    organizationSync: state.organizationSync,
    auditLog: [...state.auditLog],
    deployment: state.deployment,
  };
}
