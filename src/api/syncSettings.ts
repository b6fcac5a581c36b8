import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { sameSettings } from '../domain/diffSettings.ts';
import type { MappingPair, Scalars } from '../domain/planWrite.ts';
import { emptySettings, type Mapping, type SyncKind, type SyncSettings } from '../domain/settings.ts';
import { hasStatus } from './ApiError.ts';
import { keys, type SettingsScope } from './keys.ts';
import { request, requestText } from './request.ts';
import { mapOf } from './wire.ts';

/** Each list of a mapping can be null on the wire, and so can the mapping itself and a UUID in a list. */
const mappingSchema = z.pipe(
  z.nullable(
    z.custom<object>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      'expected an object',
    ),
  ),
  z.transform((object, context): Mapping => {
    const mapping = new Map<string, readonly string[]>();
    for (const [key, list] of Object.entries(object ?? {})) {
      if (list === null) mapping.set(key, []);
      else if (isStringList(list)) mapping.set(key, list);
      else context.issues.push({ code: 'custom', message: 'expected a list of strings', path: [key], input: list });
    }
    return mapping;
  }),
);

function isStringList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'string');
}

const schemas: Readonly<Record<SyncKind, z.ZodMiniType<SyncSettings>>> = {
  group: z.pipe(
    z.object({
      field: z.string(),
      mapping: mappingSchema,
      regex_filter: z.nullable(z.string()),
      auto_create_missing_groups: z.boolean(),
      legacy_group_name_mapping: z.optional(z.nullable(mapOf(z.string()))),
    }),
    z.transform((wire) => ({
      ...emptySettings,
      field: wire.field,
      mapping: wire.mapping,
      regexFilter: wire.regex_filter,
      autoCreateMissing: wire.auto_create_missing_groups,
      legacyNameMapping: wire.legacy_group_name_mapping ?? emptySettings.legacyNameMapping,
    })),
  ),
  role: z.pipe(
    z.object({ field: z.string(), mapping: mappingSchema }),
    z.transform((wire) => ({ ...emptySettings, ...wire })),
  ),
  organization: z.pipe(
    z.object({ field: z.string(), mapping: mappingSchema, organization_assign_default: z.boolean() }),
    z.transform((wire) => ({
      ...emptySettings,
      field: wire.field,
      mapping: wire.mapping,
      assignDefault: wire.organization_assign_default,
    })),
  ),
};

/** Body of a whole write. Legacy mappings stay out: the server refuses them. */
function encodeSettings(kind: SyncKind, settings: SyncSettings): object {
  const { field, regexFilter, autoCreateMissing, assignDefault } = settings;
  const mapping = Object.fromEntries(settings.mapping);
  switch (kind) {
    case 'group':
      return { field, mapping, regex_filter: regexFilter, auto_create_missing_groups: autoCreateMissing };
    case 'role':
      return { field, mapping };
    case 'organization':
      return { field, mapping, organization_assign_default: assignDefault };
  }
}

function path(scope: SettingsScope): string {
  return scope.kind === 'organization'
    ? '/settings/idpsync/organization'
    : `/organizations/${scope.organizationId}/settings/idpsync/${scope.kind}s`;
}

/** What is stored for one sync. Never configured is {@link emptySettings}, or the server flags. */
export function settingsQuery(scope: SettingsScope) {
  return queryOptions({
    queryKey: keys.settings(scope),
    queryFn: async ({ client, queryKey, signal }) => {
      const settings = await readSettings(scope, signal);
      const before = client.getQueryData<SyncSettings>(queryKey);
      return before && sameSettings(before, settings) ? before : settings;
    },
    structuralSharing: false,
    staleTime: 20_000,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (hasStatus(state.error, 403, 404) ? false : 60_000),
  });
}

/** Reads settings past every cache, as it has to be just before a save. */
export function readSettings(scope: SettingsScope, signal?: AbortSignal): Promise<SyncSettings> {
  return request(schemas[scope.kind], path(scope), signal ? { signal } : { isUrgent: true });
}

/** {@link readSettingsText} for those who show it: always as fresh as the moment. */
export function settingsTextQuery(scope: SettingsScope) {
  return queryOptions({
    queryKey: [...keys.settings(scope), 'text'],
    queryFn: () => readSettingsText(scope),
    staleTime: 0,
    gcTime: 0,
  });
}

/** The same as the JSON that the deployment gives, which keeps the order of its keys and what was null. */
export function readSettingsText(scope: SettingsScope): Promise<string> {
  return requestText(path(scope));
}

/** Replaces everything, and erases legacy name mappings. The only way to delete a row. */
export function replaceSettings(scope: SettingsScope, settings: SyncSettings): Promise<SyncSettings> {
  return request(schemas[scope.kind], path(scope), { method: 'PATCH', body: encodeSettings(scope.kind, settings) });
}

/** Replaces the scalars, all of them, and keeps the mapping and legacy mappings. */
export function replaceConfig(scope: SettingsScope, settings: Scalars): Promise<SyncSettings> {
  const { field, regexFilter, autoCreateMissing, assignDefault } = settings;
  const body = {
    group: { field, regex_filter: regexFilter, auto_create_missing_groups: autoCreateMissing },
    role: { field },
    organization: { field, assign_default: assignDefault },
  }[scope.kind];
  return request(schemas[scope.kind], `${path(scope)}/config`, { method: 'PATCH', body });
}

/** Adds and removes single targets on the server's side; keeps all the rest. */
export function changeTargets(
  scope: SettingsScope,
  add: readonly MappingPair[],
  remove: readonly MappingPair[],
): Promise<SyncSettings> {
  const onWire = ({ given, gets }: MappingPair) => ({ Given: given, Gets: gets });
  const body = { Add: add.map(onWire), Remove: remove.map(onWire) };
  return request(schemas[scope.kind], `${path(scope)}/mapping`, { method: 'PATCH', body });
}
