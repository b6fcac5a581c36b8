import type { ReactNode } from 'react';
import type { SettingsDiff } from '../../domain/diffSettings.ts';
import type { NamedTarget } from '../../domain/policy/resolvePolicy.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';

/** What the preview beside the form is given. */
export interface PreviewSlotProps {
  readonly kind: SyncKind;
  readonly saved: SyncSettings;
  readonly draft: SyncSettings;
  readonly onShowRow: (key: string) => void;
  /** Takes another claim into the draft; undefined for those who may not change it. */
  readonly onChooseField: ((field: string) => void) | undefined;
  readonly onVerdict: (line: string) => void;
  /** A new object asks which values lead to a row. */
  readonly asked: { readonly type: 'row'; readonly key: string } | undefined;
}

/** What the history of the settings is given. */
export interface HistorySlotProps {
  readonly hasDraft: boolean;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
  /** Takes former settings as a draft; undefined for those who may not change them. */
  readonly onRestore: ((settings: SyncSettings) => void) | undefined;
}

/** What export, import and the like are given. */
export interface ToolsSlotProps {
  readonly saved: SyncSettings;
  readonly draft: SyncSettings;
  readonly hasDraft: boolean;
  /** What a mapping can point to; undefined until it has arrived. */
  readonly directory: readonly NamedTarget[] | undefined;
  readonly renderDiff: (diff: SettingsDiff) => ReactNode;
  /** Takes other settings as a draft; undefined for those who may not change them. */
  readonly onDraft: ((settings: SyncSettings, label: string) => void) | undefined;
  /** Lines that were pasted into the form of a row; a new object each time. */
  readonly pasted: { readonly text: string } | undefined;
}
