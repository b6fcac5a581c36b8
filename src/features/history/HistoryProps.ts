import type { ReactNode } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';

/** What the history needs of the form that it belongs to. */
export interface HistoryProps {
  readonly scope: SettingsScope;
  /** Name of the organization, or of the deployment. */
  readonly place: string;
  /** There are unsaved changes, which a restored state would replace. */
  readonly hasDraft: boolean;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
  /** Takes a former state as a draft. Undefined for those who may not change the settings. */
  readonly onRestore: ((settings: SyncSettings) => void) | undefined;
}
