import type { SettingsScope } from '../../../api/keys.ts';
import type { Organization } from '../../../api/organizations.ts';
import { kinds } from '../previewWords.ts';
import type { DraftOf } from './useWholeLogin.ts';

/** Names the syncs that have a draft in this browser tab, such as "Group sync of Engineering". */
export function draftNames(organizations: readonly Organization[], draftOf: DraftOf): readonly string[] {
  const scopes: readonly (readonly [SettingsScope, string])[] = [
    [{ kind: 'organization' }, kinds.organization.sync],
    ...organizations.flatMap(({ id, displayName }) =>
      (['group', 'role'] as const).map(
        (kind) => [{ kind, organizationId: id }, `${kinds[kind].sync} of ${displayName}`] as const,
      ),
    ),
  ];
  return scopes.filter(([scope]) => draftOf(scope) !== undefined).map(([, name]) => name);
}
