import { goBool, goMap, goRegexp, goSlice, goString, goStruct, goUuid } from '../go-json/goTypes.ts';
import { ApiError } from '../http/ApiError.ts';
import { readBody } from '../http/readBody.ts';
import type { StoredGroupSync, StoredMapping } from '../state/State.ts';
import { loadGroupSync } from '../state/syncSettings.ts';
import { AuditRegex } from './auditRequest.ts';
import type { SyncResource } from './SyncResource.ts';

interface GroupSyncBody {
  readonly field: string;
  readonly mapping: StoredMapping;
  readonly regexFilter: string | null;
  readonly autoCreateMissing: boolean;
  readonly legacyNameMapping: ReadonlyMap<string, string>;
}

const legacyKey = 'legacy_group_name_mapping';
const legacyMap = goMap(goString);

const whole = goStruct<GroupSyncBody>(
  'GroupSyncSettings',
  { field: '', mapping: null, regexFilter: null, autoCreateMissing: false, legacyNameMapping: new Map() },
  {
    field: ['field', goString],
    mapping: ['mapping', goMap(goSlice(goUuid))],
    regexFilter: ['regex_filter', goRegexp],
    autoCreateMissing: ['auto_create_missing_groups', goBool],
    legacyNameMapping: [
      legacyKey,
      {
        name: legacyMap.name,
        zero: new Map(),
        decode: (node, previous, context) => legacyMap.decode(node, previous, context) ?? new Map(),
      },
    ],
  },
);

const config = goStruct(
  'PatchGroupIDPSyncConfigRequest',
  { field: '', regexFilter: whole.zero.regexFilter, autoCreateMissing: false },
  {
    field: ['field', goString],
    regexFilter: ['regex_filter', goRegexp],
    autoCreateMissing: ['auto_create_missing_groups', goBool],
  },
);

/** Group sync of an organization. Mirrors `enterprise/coderd/idpsync.go` and `codersdk/idpsync.go`. */
export const groupSync: SyncResource<StoredGroupSync> = {
  audit: { resourceType: 'idp_sync_settings_group', resourceTarget: 'Organization Group Sync' },
  load: loadGroupSync,
  save: (state, organizationId, settings) => state.groupSync.set(organizationId, settings),
  whole,
  checkWhole: ({ legacyNameMapping }) => {
    if (legacyNameMapping.size === 0) return;
    throw new ApiError(400, {
      message: `Unexpected field '${legacyKey}'. Field not allowed, set to null or remove it.`,
      detail: `'${legacyKey}' is deprecated, use 'mapping' instead`,
      validations: [{ field: legacyKey, detail: 'field is not allowed' }],
    });
  },
  readConfig: async (request) => {
    const body = await readBody(request, config);
    return (settings) => ({ ...settings, ...body });
  },
  target: goUuid,
  mappingRequest: 'PatchGroupIDPSyncMappingRequest',
  wire: (settings) => ({
    field: settings.field,
    mapping: settings.mapping,
    regex_filter: settings.regexFilter,
    auto_create_missing_groups: settings.autoCreateMissing,
    legacy_group_name_mapping: settings.legacyNameMapping.size > 0 ? settings.legacyNameMapping : undefined,
  }),
  auditFields: (settings) =>
    new Map<string, unknown>([
      ['field', settings.field],
      ['mapping', settings.mapping],
      ['regex_filter', new AuditRegex(settings.regexFilter)],
      ['auto_create_missing_groups', settings.autoCreateMissing],
    ]),
};
