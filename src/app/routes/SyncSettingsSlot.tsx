import type { ReactNode } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import type { SyncKind, SyncSettings } from '../../domain/settings.ts';
import type { Ability } from '../../session/abilities.ts';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';

interface PreviewSlotProps {
  readonly kind: SyncKind;
  readonly saved: SyncSettings;
  readonly draft: SyncSettings;
  readonly onShowRow: (value: string) => void;
}

interface SyncSettingsSlotProps {
  readonly scope: SettingsScope;
  readonly organization?: Organization;
  readonly ability: Ability;
  readonly preview: (props: PreviewSlotProps) => ReactNode;
}

/** Stands where the form will be. */
export function SyncSettingsSlot(_props: SyncSettingsSlotProps) {
  return <SkeletonBlock label="Loading the settings" heights={[60, 36, 240]} />;
}
