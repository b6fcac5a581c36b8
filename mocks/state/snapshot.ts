import { z } from 'zod';
import type { State } from './State.ts';

/** Goes up when an older snapshot can't be read any more. */
const version = 1;

type SnapshotResult = { readonly ok: true; readonly state: State } | { readonly ok: false; readonly reason: string };

const strings = z.array(z.string());

/** A Map on disk: a list of its entries under one key, so that no key of its own is special. */
function mapOf<T>(value: z.ZodType<T>) {
  return z.object({ map: z.array(z.tuple([z.string(), value])) }).transform(({ map }) => new Map(map));
}

const mapping = mapOf(strings.nullable()).nullable();
const claims = mapOf(z.unknown()).nullable();
const permission = z.object({ negate: z.boolean(), resourceType: z.string(), action: z.string() });

const organization = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  description: z.string(),
  icon: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  isDefault: z.boolean(),
  deleted: z.boolean(),
  defaultMemberRoles: strings,
});

const group = z.object({
  id: z.string(),
  organizationId: z.string(),
  name: z.string(),
  displayName: z.string(),
  avatarUrl: z.string(),
  quotaAllowance: z.number(),
  source: z.enum(['user', 'oidc']),
});

const user = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email: z.string(),
  avatarUrl: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  lastSeenAt: z.string(),
  status: z.enum(['active', 'dormant', 'suspended']),
  loginType: z.enum(['password', 'oidc']),
  siteRoles: strings,
  memberships: z.array(
    z.object({ organizationId: z.string(), roles: strings, createdAt: z.string(), updatedAt: z.string() }),
  ),
  groupIds: strings,
  claims: z.object({ idToken: claims, userInfo: claims, merged: claims }).nullable(),
});

const auditEntry = z.object({
  id: z.string(),
  requestId: z.string(),
  time: z.string(),
  ip: z.string(),
  userAgent: z.string(),
  resourceType: z.string(),
  resourceId: z.string(),
  resourceTarget: z.string(),
  action: z.enum(['create', 'write', 'delete']),
  diff: mapOf(z.object({ old: auditValue().optional(), new: auditValue().optional() })),
  statusCode: z.number(),
  organizationId: z.string().nullable(),
  userId: z.string(),
});

const flags = z.object({
  groupField: z.string(),
  groupMapping: mapOf(z.string()),
  groupAutoCreate: z.boolean(),
  groupRegexFilter: z.string(),
  groupAllowList: strings.nullable(),
  userRoleField: z.string(),
  userRoleMapping: mapOf(strings),
  userRolesDefault: strings.nullable(),
  organizationField: z.string(),
  organizationMapping: mapOf(strings),
  organizationAssignDefault: z.boolean(),
  scopes: strings,
  ignoreUserInfo: z.boolean(),
  accessTokenClaims: z.boolean(),
  allowSignups: z.boolean(),
  emailDomain: strings.nullable(),
  ignoreEmailVerified: z.boolean(),
});

const stateSchema = z.object({
  organizations: mapOf(organization),
  groups: mapOf(group),
  customRoles: mapOf(
    z.object({
      organizationId: z.string(),
      name: z.string(),
      displayName: z.string(),
      permissions: z.array(permission),
    }),
  ),
  users: mapOf(user),
  groupSync: mapOf(
    z.object({
      field: z.string(),
      mapping,
      regexFilter: z.string().nullable(),
      autoCreateMissing: z.boolean(),
      legacyNameMapping: mapOf(z.string()),
    }),
  ),
  roleSync: mapOf(z.object({ field: z.string(), mapping })),
  organizationSync: z.object({ field: z.string(), mapping, assignDefault: z.boolean() }).nullable(),
  auditLog: z.array(auditEntry),
  deployment: z.object({
    build: z.enum(['enterprise', 'agpl']),
    features: strings,
    experiments: strings,
    flags,
    passwordLogin: z.boolean(),
    setUp: z.boolean(),
    apiRateLimit: z.number(),
    entitlementWarnings: strings,
  }),
});

/** Old and new values are of any type; only mappings are Maps in memory. */
function auditValue() {
  return z.union([mapOf(strings.nullable()), z.unknown()]);
}

/** All of the state as text. Sessions and tokens aren't part of it. */
export function writeSnapshot(state: State): string {
  const organizationSync = state.organizationSync ?? null;
  return JSON.stringify({ version, state: { ...state, organizationSync } }, (_key, value: unknown) =>
    value instanceof Map ? { map: Array.from(value) } : value,
  );
}

/** Reads what {@link writeSnapshot} has written, or says why it can't. */
export function readSnapshot(text: string): SnapshotResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
  const head = z.object({ version: z.number(), state: z.unknown() }).safeParse(json);
  if (!head.success) return { ok: false, reason: 'it is not a snapshot of the simulator' };
  if (head.data.version !== version) {
    return { ok: false, reason: `it is of version ${head.data.version}, and this simulator reads version ${version}` };
  }
  const result = stateSchema.safeParse(head.data.state);
  if (!result.success) {
    const [issue] = result.error.issues;
    return { ok: false, reason: `${issue?.path.join('.')}: ${issue?.message}` };
  }
  return { ok: true, state: { ...result.data, organizationSync: result.data.organizationSync ?? undefined } };
}
