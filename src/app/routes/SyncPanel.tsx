import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { isMissingRoute } from '../../api/ApiError.ts';
import { type Entitled, entitlementsQuery } from '../../api/entitlements.ts';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { type Permissions, permissionsQuery } from '../../api/permissions.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { SyncKind } from '../../domain/settings.ts';
import type { HeldClaims } from '../../features/claim-preview/useClaimSource.ts';
import { HistoryButton } from '../../features/history/HistoryButton.tsx';
import type { RunTests } from '../../features/sync-settings/review/TestedDraft.ts';
import { SyncSettings } from '../../features/sync-settings/SyncSettings.tsx';
import { type Cause, syncAbility } from '../../session/abilities.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { LazyQueryError } from '../layout/LazyQueryError.tsx';

const SyncPreview = lazyPart(() => import('./SyncPreview.tsx').then((part) => part.SyncPreview));

const runTests: RunTests = async (...change) =>
  (await import('../../features/claim-tests/checkDraft.ts')).checkDraft(...change);

const Denied = lazyPart(() => import('../layout/Denied.tsx').then((part) => part.Denied));

const NotEntitledNotice = lazyPart(() => import('./NotEntitledNotice.tsx').then((part) => part.NotEntitledNotice));

const CreateTarget = lazyPart(() => import('./CreateTarget.tsx').then((part) => part.CreateTarget));

const SyncTools = lazyPart(() => import('./SyncTools.tsx').then((part) => part.SyncTools));

const ServerFlagsNotice = lazyPart(() => import('./ServerFlagsNotice.tsx').then((part) => part.ServerFlagsNotice));

interface SyncPanelProps {
  readonly scope: SettingsScope;
  readonly organization?: Organization;
  /** A new object goes to the row of this claim value, or starts one. */
  readonly goTo?: { readonly value: string } | undefined;
  /** What was pasted into the preview, for as long as the page is there. */
  readonly heldClaims?: HeldClaims;
}

/** One sync, as far as this person may see and change it, beside its preview. */
export function SyncPanel({ scope, organization, goTo, heldClaims }: SyncPanelProps) {
  // Asked for together with the permissions: whoever may not read gets a 403 that nobody looks at.
  const { error: refusal } = useQuery({ ...settingsQuery(scope), notifyOnChangeProps: ['error'] });
  const { data: permissions, error, refetch } = useQuery(permissionsQuery(organization?.id));
  const { data: entitled } = useQuery(entitlementsQuery);
  if (permissions === undefined) {
    if (error) return <LazyQueryError error={error} what="find out what you may do here" onRetry={refetch} />;
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
        goTo={goTo}
        runTests={runTests}
        createTarget={
          organization && mayCreate(scope.kind, permissions, entitled)
            ? (props) => (
                <Suspense fallback={null}>
                  <CreateTarget kind={scope.kind} organization={organization} {...props} />
                </Suspense>
              )
            : undefined
        }
        preview={(props) => (
          <Suspense fallback={<SkeletonBlock label="Loading the preview" heights={[24, 160]} />}>
            <SyncPreview {...props} scope={scope} organization={organization} held={heldClaims} />
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

/** Whether a group or role that a row misses can be made in place. */
function mayCreate(kind: SyncKind, permissions: Permissions, entitled: Entitled | undefined): boolean {
  if (kind === 'group') return permissions.get('createGroups') === true && entitled?.group !== false;
  return kind === 'role' && permissions.get('createRoles') === true && entitled?.customRoles !== false;
}

/** A build without the enterprise code has no entitlements either. */
function missingRoute(error: Error | null, entitled: Entitled | undefined): Cause | undefined {
  if (!isMissingRoute(error)) return undefined;
  const isOlder = entitled !== undefined && Object.values(entitled).includes(true);
  return { kind: 'missing-route', build: isOlder ? 'older' : 'without-enterprise' };
}
