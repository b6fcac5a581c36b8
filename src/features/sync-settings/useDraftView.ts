import { useDeferredValue, useMemo } from 'react';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { diffSettings, type SettingsDiff } from '../../domain/diffSettings.ts';
import { type RowProblem, rowProblemFinder } from '../../domain/rowProblems.ts';
import { type RowMark, rowMarks } from './rowMarks.ts';
import type { DraftHandle } from './useDraft.ts';
import { type FilterCheck, useFilterCheck } from './useFilterCheck.ts';
import { type SeenClaim, useSeenClaim } from './useSeenClaim.ts';
import { type Targets, useTargets } from './useTargets.ts';

/** Everything about a draft that is worked out and not edited. */
export interface DraftView {
  readonly diff: SettingsDiff;
  readonly marks: ReadonlyMap<string, RowMark>;
  readonly targets: Targets;
  readonly claim: SeenClaim;
  readonly filterCheck: FilterCheck;
  readonly problems: ReadonlyMap<string, readonly RowProblem[]>;
}

/** Holds a draft against what is saved, the directory, and people's last logins. Lags behind typing, never holds it up. */
export function useDraftView(
  scope: SettingsScope,
  organization: Organization | undefined,
  { settings, base, draft }: DraftHandle,
): DraftView {
  const targets = useTargets(scope, base.mapping, organization);
  const claim = useSeenClaim(scope, settings.field);
  const mapping = useDeferredValue(settings.mapping);
  const { legacyNameMapping } = settings;
  const keys = useMemo(() => [...mapping.keys(), ...legacyNameMapping.values()], [mapping, legacyNameMapping]);
  const filterCheck = useFilterCheck(settings.regexFilter, claim.values, keys);
  const filter = 'filter' in filterCheck ? filterCheck.filter : undefined;

  const { stateOf, suggest } = targets;
  const seen = claim.index;
  const findProblems = useMemo(
    () => rowProblemFinder({ stateOf, suggest, ...(seen && { seen }), ...(filter && { filter }) }),
    [stateOf, suggest, seen, filter],
  );
  const problems = useMemo(() => findProblems(mapping), [findProblems, mapping]);
  const renames = draft?.renames;
  const diff = useMemo(() => diffSettings(base, settings, renames), [base, settings, renames]);
  const { added, changed, renamed } = diff;
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks are about rows, and typing elsewhere leaves those alone
  const marks = useMemo(
    () => rowMarks(diff),
    [settings.mapping, base.mapping, added.length, changed.length, renamed.length],
  );
  return { diff, marks, targets, claim, filterCheck, problems };
}
