import type { ReactNode } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { SyncSettings } from '../../domain/settings.ts';

/** What the whole deployment's import needs of the page around it. */
export interface DeploymentProps {
  readonly onDraft: (scope: SettingsScope, saved: SyncSettings, settings: SyncSettings, label: string) => void;
  /** Leads to where a draft is. */
  readonly renderLink: (scope: SettingsScope, text: string) => ReactNode;
}
