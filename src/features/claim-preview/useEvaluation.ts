import { useMemo } from 'react';
import { type Claims, readClaim } from '../../domain/claims.ts';
import type { Memberships } from '../../domain/directory.ts';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';
import { type Evaluation, evaluateSync, type SyncSurroundings } from './evaluateSync.ts';
import { type FilterState, useValueFilter } from './useValueFilter.ts';

/** Settings evaluated, or why they can't be (yet). */
export type EvaluationState =
  | { readonly status: 'ready'; readonly evaluation: Evaluation }
  | Exclude<FilterState, { readonly status: 'ready' }>;

/**
 * Evaluates settings for a person: the filter in the worker, the rest here, and only for values of the claim.
 *
 * @param settings undefined: nothing is evaluated
 */
export function useEvaluation(
  surroundings: SyncSurroundings,
  settings: SyncSettings | undefined,
  claims: Claims,
  present: Memberships,
): EvaluationState {
  const { field, legacyNameMapping, regexFilter } = settings ?? emptySettings;
  const names = useMemo(() => {
    const { values } = readClaim(claims, field);
    const list = values.ok ? values.value : [];
    return [...new Set(list.map((value) => legacyNameMapping.get(value) ?? value))];
  }, [claims, field, legacyNameMapping]);
  const filter = useValueFilter(surroundings.kind === 'group' ? regexFilter : null, names);
  return useMemo(() => {
    if (!settings) return { status: 'checking' };
    if (filter.status !== 'ready') return filter;
    return { status: 'ready', evaluation: evaluateSync(surroundings, settings, claims, present, filter.filter) };
  }, [surroundings, settings, claims, present, filter]);
}
