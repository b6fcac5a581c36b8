import { useQuery } from '@tanstack/react-query';
import type { SettingsScope } from '../../api/keys.ts';
import type { Permissions } from '../../api/permissions.ts';
import { type ServerFlag, serverFlagsQuery } from '../../api/serverFlags.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import { sameSettings } from '../../domain/diffSettings.ts';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';
import { causeWords } from '../../session/causeWords.ts';
import { Notice } from '../../ui/Notice.tsx';

interface ServerFlagsNoticeProps {
  readonly scope: SettingsScope;
  readonly permissions: Permissions;
}

/**
 * Says that the group sync of the default organization still is what the server's flags say. The API doesn't tell; but
 * flags give no rows, and whoever may read them can compare.
 */
export function ServerFlagsNotice({ scope, permissions }: ServerFlagsNoticeProps) {
  const { data: settings } = useQuery(settingsQuery(scope));
  const mayBeFlags = settings !== undefined && settings.field !== '' && settings.mapping.size === 0;
  const mayCompare = permissions.get('readDeploymentConfig') === true;
  const { data: flags } = useQuery({ ...serverFlagsQuery, enabled: mayBeFlags && mayCompare });
  if (!mayBeFlags) return null;
  const { title, detail } = causeWords({ kind: 'server-flags' });
  if (flags) {
    return isOf(flags, settings) ? (
      <Notice tone="info" role="none" title={title}>
        {detail}
      </Notice>
    ) : null;
  }
  if (mayCompare || settings.legacyNameMapping.size === 0) return null;
  return (
    <Notice tone="info" role="none" title="Perhaps still managed by the server’s flags">
      If nobody has saved these settings yet, they are what the server was started with, and the first save stores all
      of it: from then on the flags are ignored here. An Owner can compare them with the flags.
    </Notice>
  );
}

/** Whether settings are just those that the flags for groups ask for (`coderd/idpsync/group.go` GroupSyncSettings). */
function isOf(flags: readonly ServerFlag[], settings: SyncSettings): boolean {
  const values = new Map(flags.map(({ flag, value }) => [flag.env, value]));
  const names = values.get('GROUP_MAPPING');
  const legacyNameMapping = new Map<string, string>();
  if (names instanceof Map) for (const [value, name] of names) legacyNameMapping.set(value, String(name));
  return sameSettings(settings, {
    ...emptySettings,
    field: String(values.get('GROUP_FIELD')),
    regexFilter: String(values.get('GROUP_REGEX_FILTER')),
    autoCreateMissing: values.get('GROUP_AUTO_CREATE') === true,
    legacyNameMapping,
  });
}
