import type { ReactNode } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import type { NamedTarget } from '../../domain/policy/resolvePolicy.ts';
import type { SyncSettings } from '../../domain/settings.ts';

/** What export and import need of the form that they belong to. */
export interface AsCodeProps {
  readonly scope: SettingsScope;
  /** For group and role sync. */
  readonly organization: Organization | undefined;
  readonly saved: SyncSettings;
  readonly draft: SyncSettings;
  readonly hasDraft: boolean;
  /** What a mapping can point to; undefined until it has arrived. */
  readonly directory: readonly NamedTarget[] | undefined;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
  /** Takes imported settings as a draft. Undefined for those who may not change them. */
  readonly onDraft: ((settings: SyncSettings, label: string) => void) | undefined;
}

/** Something that was pasted elsewhere, to be imported as rows. A new object starts anew. */
export interface PastedRows {
  readonly text: string;
}
