import type { ReactNode } from 'react';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import type { NamedTarget } from '../../domain/policy/resolvePolicy.ts';
import type { SyncSettings } from '../../domain/settings.ts';

/** What migrating needs of the form of the default organization's group sync. */
export interface MigrateProps {
  readonly draft: SyncSettings;
  readonly hasDraft: boolean;
  /** Groups of the organization; undefined until they have arrived. */
  readonly directory: readonly NamedTarget[] | undefined;
  /** The person may read the flags of the deployment. */
  readonly mayReadFlags: boolean;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
  readonly onDraft: (settings: SyncSettings, label: string) => void;
}
