import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { emptySettings, type SyncSettings } from '../domain/settings.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { mapOf } from './wire.ts';

const oidc = z.object({
  groups_field: z.string(),
  group_mapping: z.nullable(mapOf(z.string())),
  group_auto_create: z.boolean(),
  group_regex_filter: z.nullable(z.string()),
});

const config = z.pipe(
  z.object({ config: z.object({ oidc }) }),
  z.transform(
    ({ config: { oidc: flags } }): SyncSettings => ({
      ...emptySettings,
      field: flags.groups_field,
      regexFilter: flags.group_regex_filter,
      autoCreateMissing: flags.group_auto_create,
      legacyNameMapping: flags.group_mapping ?? emptySettings.legacyNameMapping,
    }),
  ),
);

/**
 * The group sync that the server's flags ask for: that of the default organization until it is saved for the first time
 * (`coderd/idpsync/group.go`). A 403 for all but Owners and Auditors.
 */
export const groupFlagsQuery = queryOptions({
  queryKey: keys.deploymentConfig,
  queryFn: ({ signal }) => request(config, '/deployment/config', { signal }),
  staleTime: 5 * 60_000,
});
