import { useQuery } from '@tanstack/react-query';
import { groupFlagsQuery } from '../../api/deploymentConfig.ts';
import type { SettingsScope } from '../../api/keys.ts';
import type { Permissions } from '../../api/permissions.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import { sameSettings } from '../../domain/diffSettings.ts';
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
  const { data: flags } = useQuery({ ...groupFlagsQuery, enabled: mayBeFlags && mayCompare });
  if (!mayBeFlags) return null;
  const { title, detail } = causeWords({ kind: 'server-flags' });
  if (flags) {
    return sameSettings(flags, settings) ? (
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
