import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { isMissingRoute } from '../../api/ApiError.ts';
import { type Entitled, entitlementsQuery } from '../../api/entitlements.ts';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { permissionsQuery } from '../../api/permissions.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import { HistoryButton } from '../../features/history/HistoryButton.tsx';
import { SyncSettings } from '../../features/sync-settings/SyncSettings.tsx';
import { type Cause, syncAbility } from '../../session/abilities.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { QueryError } from '../layout/QueryError.tsx';

const ClaimPreview = lazyPart(() =>
  import('../../features/claim-preview/ClaimPreview.tsx').then((part) => part.ClaimPreview),
);

const Denied = lazyPart(() => import('../layout/Denied.tsx').then((part) => part.Denied));

const NotEntitledNotice = lazyPart(() => import('./NotEntitledNotice.tsx').then((part) => part.NotEntitledNotice));

const SyncTools = lazyPart(() => import('./SyncTools.tsx').then((part) => part.SyncTools));

const ServerFlagsNotice = lazyPart(() => import('./ServerFlagsNotice.tsx').then((part) => part.ServerFlagsNotice));

interface SyncPanelProps {
  readonly scope: SettingsScope;
  readonly organization?: Organization;
}

/** One sync, as far as this person may see and change it, beside its preview. */
export function SyncPanel({ scope, organization }: SyncPanelProps) {
  // Asked for together with the permissions: whoever may not read gets a 403 that nobody looks at.
  const { error: refusal } = useQuery({ ...settingsQuery(scope), notifyOnChangeProps: ['error'] });
  const { data: permissions, error, refetch } = useQuery(permissionsQuery(organization?.id));
  const { data: entitled } = useQuery(entitlementsQuery);
  if (permissions === undefined) {
    if (error) return <QueryError error={error} what="find out what you may do here" onRetry={refetch} />;
    return <SkeletonBlock label="Loading the settings" heights={[60, 36, 240]} />;
  }
  const realm = organization ?? 'deployment';
  const reading = syncAbility('read', permissions, realm);
  const cause = reading.granted ? missingRoute(refusal, entitled) : reading.cause;
  if (cause) {
    return (
      <Suspense fallback={<SkeletonBlock label="Loading the reason" heights={[60]} />}>
        <Denied cause={cause} />
      </Suspense>
    );
  }
  return (
    <>
      <Suspense fallback={null}>
        {entitled?.[scope.kind] === false && <NotEntitledNotice kind={scope.kind} />}
        {scope.kind === 'group' && organization?.isDefault && (
          <ServerFlagsNotice scope={scope} permissions={permissions} />
        )}
      </Suspense>
      <SyncSettings
        key={`${scope.kind} ${organization?.id}`}
        scope={scope}
        {...(organization && { organization })}
        ability={syncAbility('update', permissions, realm)}
        preview={(props) => (
          <Suspense fallback={<SkeletonBlock label="Loading the preview" heights={[24, 160]} />}>
            <ClaimPreview
              {...props}
              {...(organization && { organization })}
              wholeLogin={<Link to="/preview">Preview a whole login, in all organizations</Link>}
            />
          </Suspense>
        )}
        history={(props) => (
          <HistoryButton scope={scope} place={organization?.displayName ?? 'the deployment'} {...props} />
        )}
        tools={(props) => (
          <Suspense fallback={<Button disabled>As code</Button>}>
            <SyncTools scope={scope} organization={organization} {...props} />
          </Suspense>
        )}
      />
    </>
  );
}

/** A build without the enterprise code has no entitlements either. */
function missingRoute(error: Error | null, entitled: Entitled | undefined): Cause | undefined {
  if (!isMissingRoute(error)) return undefined;
  const isOlder = entitled !== undefined && Object.values(entitled).includes(true);
  return { kind: 'missing-route', build: isOlder ? 'older' : 'without-enterprise' };
}
