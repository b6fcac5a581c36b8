import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { indexTargetSources } from '../../domain/targetSources.ts';
import { useValueFilter } from '../../features/claim-preview/useValueFilter.ts';
import type { Sources } from '../../ui/SourceList.tsx';

/** What a page of groups or roles knows about the sync that gives them. */
export interface SyncSources {
  readonly sources: Sources;
  /** As saved; undefined until it is known, or if it may not be read. */
  readonly settings: SyncSettings | undefined;
  readonly error: Error | null;
  readonly retry: () => unknown;
}

/**
 * Finds the claim values that lead to each group or role of an organization.
 *
 * @param mayRead whether the person may read the settings; undefined: not known yet
 * @param names of all groups or roles; keep the list while it is the same
 */
export function useTargetSources(
  scope: SettingsScope,
  mayRead: boolean | undefined,
  names: readonly string[],
): SyncSources {
  const { data: settings, error, refetch } = useQuery({ ...settingsQuery(scope), enabled: mayRead === true });
  const values = useMemo(() => (settings ? [...settings.mapping.keys(), ...names] : names), [settings, names]);
  const check = useValueFilter(settings?.regexFilter ?? null, values);
  const sources = useMemo((): Sources => {
    if (mayRead === false) return { status: 'unknown' };
    if (!settings) return { status: error ? 'unknown' : 'loading' };
    if (settings.field === '') return { status: 'off' };
    if (check.status === 'checking') return { status: 'loading' };
    // A filter that can't be tried here: what leads where is told as if it let everything pass, and the page says so.
    return { status: 'ready', find: indexTargetSources(settings, check.status === 'ready' ? check.filter : undefined) };
  }, [mayRead, settings, error, check]);
  return { sources, settings, error, retry: refetch };
}
