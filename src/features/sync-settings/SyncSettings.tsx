import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { meQuery } from '../../api/session.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { Ability } from '../../session/abilities.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { type CreateTargetProps, CreateTargetProvider } from './editing/createTarget.tsx';
import type { RunTests } from './review/TestedDraft.ts';
import { SettingsEditor } from './SettingsEditor.tsx';
import type { HistorySlotProps, PreviewSlotProps, ToolsSlotProps } from './slots.ts';
import { draftKeyOf } from './useDraft.ts';

const LoadFailed = lazyPart(() => import('./details/LoadFailed.tsx').then((part) => part.LoadFailed));

interface SyncSettingsProps {
  readonly scope: SettingsScope;
  /** For group and role sync. */
  readonly organization?: Organization;
  /** May the person change these settings? */
  readonly ability: Ability;
  readonly preview: (props: PreviewSlotProps) => ReactNode;
  readonly history: (props: HistorySlotProps) => ReactNode;
  readonly tools: (props: ToolsSlotProps) => ReactNode;
  /** Makes the group or role that a row misses; undefined for those who may not. */
  readonly createTarget?: ((props: CreateTargetProps) => ReactNode) | undefined;
  /** A new object goes to the row of this claim value, or starts one. */
  readonly goTo?: { readonly value: string } | undefined;
  /** Runs the claim tests before a save. */
  readonly runTests: RunTests;
}

/**
 * The settings of one sync: loaded, edited as a draft, reviewed and saved. A form is there only if the settings are: a
 * failed load never becomes an empty form.
 */
export function SyncSettings({ scope, organization, ability, preview, history, tools, ...props }: SyncSettingsProps) {
  const settings = useQuery(settingsQuery(scope));
  const me = useQuery(meQuery);
  if (settings.data && me.data) {
    return (
      <CreateTargetProvider render={props.createTarget}>
        <SettingsEditor
          scope={scope}
          organization={organization}
          ability={ability}
          preview={preview}
          history={history}
          tools={tools}
          saved={settings.data}
          draftKey={draftKeyOf(me.data, scope)}
          goTo={props.goTo}
          runTests={props.runTests}
        />
      </CreateTargetProvider>
    );
  }
  const failed = settings.isError ? settings : me;
  if (!failed.isError) return <SkeletonBlock label="Loading the settings" heights={[60, 36, 240]} />;
  return (
    <Suspense fallback={null}>
      <LoadFailed kind={scope.kind} error={failed.error} onRetry={failed.refetch} />
    </Suspense>
  );
}
