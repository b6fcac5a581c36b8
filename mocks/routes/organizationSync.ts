import { goBool, goMap, goSlice, goString, goStruct, goUuid } from '../go-json/goTypes.ts';
import { readBody } from '../http/readBody.ts';
import type { StoredOrganizationSync } from '../state/State.ts';
import { loadOrganizationSync } from '../state/syncSettings.ts';
import type { SyncResource } from './SyncResource.ts';

/** The flag is `assign_default` here and `organization_assign_default` in the whole settings. */
const config = goStruct(
  'PatchOrganizationIDPSyncConfigRequest',
  { field: '', assignDefault: false },
  { field: ['field', goString], assignDefault: ['assign_default', goBool] },
);

/** Organization sync of the deployment. Mirrors `enterprise/coderd/idpsync.go` and `codersdk/idpsync.go`. */
export const organizationSync: SyncResource<StoredOrganizationSync> = {
  audit: { resourceType: 'idp_sync_settings_organization', resourceTarget: 'Organization Sync' },
  load: loadOrganizationSync,
  save: (state, _organizationId, settings) => {
    state.organizationSync = settings;
  },
  whole: goStruct<StoredOrganizationSync>(
    'OrganizationSyncSettings',
    { field: '', mapping: null, assignDefault: false },
    {
      field: ['field', goString],
      mapping: ['mapping', goMap(goSlice(goUuid))],
      assignDefault: ['organization_assign_default', goBool],
    },
  ),
  checkWhole: () => {},
  readConfig: async (request) => {
    const body = await readBody(request, config);
    return (settings) => ({ ...settings, ...body });
  },
  target: goUuid,
  mappingRequest: 'PatchOrganizationIDPSyncMappingRequest',
  wire: ({ field, mapping, assignDefault }) => ({ field, mapping, organization_assign_default: assignDefault }),
  auditFields: ({ field, mapping, assignDefault }) =>
    new Map<string, unknown>([
      ['field', field],
      ['mapping', mapping],
      ['assign_default', assignDefault],
    ]),
};
