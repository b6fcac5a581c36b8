import type { OrganizationId, SyncKind, SyncSettings } from '../../domain/settings.ts';
import type { SettingsOf, Sides } from './readWorlds.ts';

/** One sync as saved and as a draft, among all the others as saved. */
export function sidesOf(
  scope: { readonly kind: SyncKind; readonly organizationId?: OrganizationId | undefined },
  saved: SyncSettings,
  draft: SyncSettings,
): Sides {
  const only =
    (settings: SyncSettings): SettingsOf =>
    ({ kind, organizationId }) =>
      kind === scope.kind && organizationId === scope.organizationId ? settings : undefined;
  return { saved: only(saved), draft: only(draft) };
}
