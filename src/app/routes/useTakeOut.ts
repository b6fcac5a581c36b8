import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { meQuery } from '../../api/session.ts';
import { removeRow, setTargets } from '../../domain/editSettings.ts';
import type { SyncSettings, Target } from '../../domain/settings.ts';
import { draftKeyOf, drafts } from '../../features/sync-settings/useDraft.ts';
import { organizationAddress } from '../layout/addresses.ts';

/**
 * Takes a deleted group or role out of the mapping: in a draft, on the page where it can be looked at and saved.
 *
 * @param settings as saved; undefined if they aren't known
 */
export function useTakeOut(
  scope: Extract<SettingsScope, { organizationId: string }>,
  organization: Organization,
  settings: SyncSettings | undefined,
): (target: Target, name: string) => void {
  const { data: me } = useQuery(meQuery);
  const navigate = useNavigate();
  return useCallback(
    (target, name) => {
      if (!me || !settings) return;
      const key = draftKeyOf(me, scope);
      const before = drafts.get(key)?.settings ?? settings;
      drafts.edit(key, settings, { settings: withoutTarget(before, target), label: `${name} taken out` });
      void navigate(`${organizationAddress(organization, 'idp-sync')}?tab=${scope.kind}s`);
    },
    [me, settings, navigate, organization, scope],
  );
}

/** A row that named nothing else goes: left empty it would keep its value from anything. */
function withoutTarget(settings: SyncSettings, target: Target): SyncSettings {
  let next = settings;
  for (const [key, targets] of settings.mapping) {
    if (!targets.includes(target)) continue;
    const left = targets.filter((one) => one !== target);
    next = left.length === 0 ? removeRow(next, key) : setTargets(next, key, left);
  }
  return next;
}
