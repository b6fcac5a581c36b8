import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { checkAllowList } from '../domain/allowList.ts';
import { type ClaimError, claimsFromObject, mergeClaims, parseClaimValues } from '../domain/claims.ts';
import { everyValue } from '../domain/filter.ts';
import { compileFilter } from '../domain/goRegex.ts';
import { compileGroupSync, planGroups } from '../domain/groups.ts';
import { impliedRoles } from '../domain/impliedRoles.ts';
import { compileOrganizationSync, planOrganizations } from '../domain/organizations.ts';
import { compileRoleSync, planRoles } from '../domain/roles.ts';
import { emptySettings } from '../domain/settings.ts';
import { nilUuid, parseUuid } from '../domain/uuid.ts';

/** A vector whose outcome isn't the server's. */
export interface VectorFailure {
  readonly name: string;
  readonly expected: unknown;
  readonly got: unknown;
}

export interface VectorRun {
  readonly passed: number;
  readonly failures: readonly VectorFailure[];
}

/** Own keys of a JSON object, `__proto__` among them, which a zod record would drop. */
function entriesOf<T>(element: z.ZodMiniType<T>) {
  return z.pipe(
    z.nullish(
      z.transform((value: unknown) => (typeof value === 'object' && value !== null ? Object.entries(value) : value)),
    ),
    z.transform((entries: unknown) => new Map(z.parse(z.array(z.tuple([z.string(), element])), entries ?? []))),
  );
}

const claims = z.pipe(
  z.nullish(z.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))),
  z.transform((value) => claimsFromObject(value ?? {})),
);
const uuid = z.pipe(
  z.nullable(z.string()),
  z.transform((text) => (text === null ? nilUuid : (parseUuid(text) ?? text))),
);

/** A list that Go writes as `null` while it is empty. */
function listOf<T>(element: z.ZodMiniType<T>) {
  return z.pipe(
    z.nullish(z.array(element)),
    z.transform((list) => list ?? []),
  );
}

const uuidMapping = entriesOf(listOf(uuid));
const nameMapping = entriesOf(listOf(z.string()));
const nameList = listOf(z.string());
const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? ''),
);
const flag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? false),
);
const base = { expected: z.unknown() };
const named = z.object({ ...base, name: z.optional(z.string()) });

const vectorSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('claim'), value: z.unknown() }),
  z.object({ ...base, kind: z.literal('regex'), pattern: z.string(), inputs: nameList }),
  z.object({
    ...base,
    kind: z.literal('merge'),
    id_token_claims: claims,
    secondary: z.enum(['none', 'user_info', 'access_token']),
    secondary_claims: claims,
  }),
  z.object({ ...base, kind: z.literal('allow_list'), allow_list: nameList, group_field: text, claims }),
  z.object({
    ...base,
    kind: z.literal('site_role'),
    claims,
    current_roles: nameList,
    site_roles: nameList,
    settings: z.object({ field: text, mapping: nameMapping, default_roles: nameList }),
  }),
  z.object({
    ...base,
    kind: z.literal('group'),
    claims,
    current_group_ids: listOf(uuid),
    organization_id: uuid,
    groups: listOf(z.object({ id: uuid, name: z.string(), organization_id: uuid })),
    settings: z.object({
      field: text,
      mapping: uuidMapping,
      regex_filter: z.nullish(z.string()),
      auto_create_missing_groups: flag,
      legacy_group_name_mapping: entriesOf(z.string()),
    }),
  }),
  z.object({
    ...base,
    kind: z.literal('role'),
    claims,
    current_roles: nameList,
    default_member_roles: nameList,
    organization_roles: nameList,
    settings: z.object({ field: text, mapping: nameMapping }),
  }),
  z.object({
    ...base,
    kind: z.literal('organization'),
    claims,
    current_organization_ids: listOf(uuid),
    organizations: listOf(z.object({ id: uuid, is_default: flag, deleted: flag })),
    settings: z.object({ field: text, mapping: uuidMapping, organization_assign_default: flag }),
  }),
]);
type Vector = z.infer<typeof vectorSchema>;
type VectorOf<K extends Vector['kind']> = Extract<Vector, { kind: K }>;

/**
 * Runs vectors in the form of `src/domain/vectors/sync.json` against the engine. A case that can't be read fails alone.
 *
 * @param vectors parsed JSON of one file: an array of cases
 * @throws if the value isn't an array
 */
export function runVectors(vectors: unknown): VectorRun {
  const failures: VectorFailure[] = [];
  const cases = z.parse(z.array(z.unknown()), vectors);
  for (const [index, vector] of cases.entries()) {
    const { name = `case ${index}`, expected } = z.safeParse(named, vector).data ?? {};
    const got = outcomeOrError(vector);
    if (!isDeepStrictEqual(plainJson(got), plainJson(expected))) failures.push({ name, expected, got });
  }
  return { passed: cases.length - failures.length, failures };
}

function outcomeOrError(vector: unknown): unknown {
  try {
    return outcomeOf(z.parse(vectorSchema, vector));
  } catch (error) {
    return { not_run: error instanceof Error ? error.message : String(error) };
  }
}

/** Drops keys that are undefined and prototypes, so that only JSON is compared. */
function plainJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null');
}

function outcomeOf(vector: Vector): unknown {
  switch (vector.kind) {
    case 'claim': {
      const parsed = parseClaimValues(vector.value);
      return parsed.ok ? { values: parsed.value } : { error: parsed.error };
    }
    case 'regex': {
      const filter = compileFilter(vector.pattern);
      return filter.ok ? { valid: true, matches: vector.inputs.map(filter.value) } : { valid: false };
    }
    case 'merge': {
      const secondary = { source: vector.secondary, claims: vector.secondary_claims };
      const merged = mergeClaims(vector.id_token_claims, secondary);
      return { merged: Object.fromEntries(merged) };
    }
    case 'allow_list': {
      const { error, ...verdict } = {
        error: undefined,
        ...checkAllowList(vector.allow_list, vector.group_field, vector.claims),
      };
      return { ...verdict, error };
    }
    case 'site_role':
      return siteRoleOutcome(vector);
    case 'group':
      return groupOutcome(vector);
    case 'role':
      return roleOutcome(vector);
    case 'organization':
      return organizationOutcome(vector);
  }
}

function siteRoleOutcome({ settings, claims, current_roles, site_roles }: VectorOf<'site_role'>): unknown {
  const sync = compileRoleSync(settings, { roles: site_roles, always: settings.default_roles, refused: [] });
  const plan = planRoles(sync, claims, current_roles);
  if (plan.error) return { enabled: true, error: plan.error, login_status: 500 };
  const final = [...plan.kept, ...plan.added].sort(byBytes);
  return plan.enabled ? { enabled: true, final, ignored: [...plan.ignored].sort(byBytes) } : { enabled: false, final };
}

function groupOutcome({ settings, claims, ...vector }: VectorOf<'group'>): unknown {
  const pattern = settings.regex_filter;
  const filter = typeof pattern === 'string' ? compileFilter(pattern) : { ok: true as const, value: everyValue };
  if (!filter.ok) return { invalid_settings: 'regex_filter' };
  const sync = compileGroupSync(
    {
      ...emptySettings,
      field: settings.field,
      mapping: settings.mapping,
      regexFilter: pattern ?? null,
      autoCreateMissing: settings.auto_create_missing_groups,
      legacyNameMapping: settings.legacy_group_name_mapping,
    },
    vector.organization_id,
    vector.groups.map(({ id, name, organization_id }) => ({ id, name, organizationId: organization_id })),
    filter.value,
  );
  const plan = planGroups(sync, claims, vector.current_group_ids);
  const created = plan.created.map((name) => `new:${name}`);
  return {
    enabled: plan.enabled,
    ...errorOf(plan),
    expected_groups: plan.expected,
    created: [...plan.created].sort(byBytes),
    added: [...plan.added, ...created].sort(byBytes),
    removed: [...plan.removed].sort(byBytes),
    final: [...plan.kept, ...plan.added, ...created].sort(byBytes),
  };
}

function roleOutcome({ settings, claims, ...vector }: VectorOf<'role'>): unknown {
  const sync = compileRoleSync(settings, {
    roles: vector.organization_roles,
    implied: impliedRoles(vector.default_member_roles),
  });
  const plan = planRoles(sync, claims, vector.current_roles);
  return {
    enabled: plan.enabled,
    ...errorOf(plan),
    ignored: [...plan.ignored].sort(byBytes),
    added: [...plan.added].sort(byBytes),
    removed: [...plan.removed].sort(byBytes),
    final: [...plan.kept, ...plan.added].sort(byBytes),
  };
}

function organizationOutcome({ settings, claims, organizations, ...vector }: VectorOf<'organization'>): unknown {
  const sync = compileOrganizationSync(
    {
      ...emptySettings,
      field: settings.field,
      mapping: settings.mapping,
      assignDefault: settings.organization_assign_default,
    },
    organizations.map(({ id, is_default, deleted }) => ({ id, isDefault: is_default, deleted })),
  );
  const plan = planOrganizations(sync, claims, vector.current_organization_ids);
  return {
    enabled: plan.enabled,
    ...errorOf(plan),
    missing: [...plan.missing].sort(byBytes),
    added: [...plan.added].sort(byBytes),
    removed: [...plan.removed].sort(byBytes),
    final: [...plan.kept, ...plan.added].sort(byBytes),
  };
}

/** The order of Go's strings, which isn't JavaScript's beyond the first plane. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function errorOf(plan: { readonly error?: ClaimError }): { error?: ClaimError } {
  return plan.error ? { error: plan.error } : {};
}
