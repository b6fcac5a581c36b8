import { goMap, goSlice, goString, goStruct } from '../go-json/goTypes.ts';
import { readBody } from '../http/readBody.ts';
import type { StoredRoleSync } from '../state/State.ts';
import { loadRoleSync } from '../state/syncSettings.ts';
import type { SyncResource } from './SyncResource.ts';

const config = goStruct('PatchRoleIDPSyncConfigRequest', { field: '' }, { field: ['field', goString] });

/** Role sync of an organization. Mirrors `enterprise/coderd/idpsync.go` and `codersdk/idpsync.go`. */
export const roleSync: SyncResource<StoredRoleSync> = {
  audit: { resourceType: 'idp_sync_settings_role', resourceTarget: 'Organization Role Sync' },
  load: loadRoleSync,
  save: (state, organizationId, settings) => state.roleSync.set(organizationId, settings),
  whole: goStruct<StoredRoleSync>(
    'RoleSyncSettings',
    { field: '', mapping: null },
    { field: ['field', goString], mapping: ['mapping', goMap(goSlice(goString))] },
  ),
  checkWhole: () => {},
  readConfig: async (request) => {
    const { field } = await readBody(request, config);
    return (settings) => ({ ...settings, field });
  },
  target: goString,
  mappingRequest: 'PatchRoleIDPSyncMappingRequest',
  wire: ({ field, mapping }) => ({ field, mapping }),
  auditFields: ({ field, mapping }) =>
    new Map<string, unknown>([
      ['field', field],
      ['mapping', mapping],
    ]),
};
