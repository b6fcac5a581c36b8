import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { groupsQuery } from '../../api/groups.ts';
import type { Organization } from '../../api/organizations.ts';
import { rolesQuery } from '../../api/organizations.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { CopyChoice } from '../../domain/copySettings.ts';
import type { NamedTarget } from '../../domain/policy/resolvePolicy.ts';
import type { CopyItem, CopyOutcome, CopySettingsProps } from './CopySettingsProps.ts';
import { type CopyPlans, planCopies } from './planCopies.ts';

/** A copy to many organizations: looked at, then written one by one. What is done stays done when it is stopped. */
export interface Copies {
  readonly plan: (organizations: readonly Organization[], choice: CopyChoice) => void;
  readonly isPlanning: boolean;
  readonly planned: number;
  readonly planError: Error | null;
  readonly plans: CopyPlans | undefined;
  readonly outcomes: ReadonlyMap<string, CopyOutcome>;
  readonly isSaving: boolean;
  /** Writes what isn't saved yet. */
  readonly start: () => void;
  /** Ends after the one that is being written. */
  readonly stop: () => void;
  readonly backToChoice: () => void;
}

export function useCopies({ scope, saved, directory, save }: CopySettingsProps): Copies {
  const client = useQueryClient();
  const [planned, setPlanned] = useState(0);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, CopyOutcome>>(new Map());
  const [isSaving, setSaving] = useState(false);
  const isStopped = useRef(false);

  const readTargets = async (organizationId: string): Promise<readonly NamedTarget[]> => {
    if (scope.kind === 'role') {
      const roles = await client.fetchQuery({ ...rolesQuery(organizationId), staleTime: 0 });
      return roles.map(({ name, displayName }) => ({ target: name, name, label: displayName }));
    }
    const groups = await client.fetchQuery({ ...groupsQuery(organizationId), staleTime: 0 });
    return groups.map(({ id, name, displayName }) => ({ target: id, name, label: displayName }));
  };
  const planning = useMutation({
    mutationFn: ({ organizations, choice }: { organizations: readonly Organization[]; choice: CopyChoice }) => {
      const names = new Map((directory ?? []).map(({ target, name }) => [target, name]));
      const source = { settings: saved, nameOf: (target: string) => names.get(target) };
      return planCopies(scope.kind, source, organizations, choice, readTargets, setPlanned);
    },
  });
  const plans = planning.data;

  const write = async (item: CopyItem) => {
    const outcome = await save(item.scope, item.base, item.settings);
    setOutcomes((old) => new Map(old).set(item.organization.id, outcome));
    await client.invalidateQueries({ queryKey: settingsQuery(item.scope).queryKey });
  };
  const start = async () => {
    isStopped.current = false;
    setSaving(true);
    const left = toWrite(plans, outcomes);
    for (const item of left) {
      if (isStopped.current) break;
      await write(item);
    }
    setSaving(false);
  };

  return {
    plan: (organizations, choice) => {
      setPlanned(0);
      setOutcomes(new Map());
      planning.mutate({ organizations, choice });
    },
    isPlanning: planning.isPending,
    planned,
    planError: planning.error,
    plans,
    outcomes,
    isSaving,
    start: () => void start(),
    stop: () => {
      isStopped.current = true;
    },
    backToChoice: () => {
      planning.reset();
      setOutcomes(new Map());
    },
  };
}

/** What changes something and isn't saved. */
export function toWrite(plans: CopyPlans | undefined, outcomes: ReadonlyMap<string, CopyOutcome>): readonly CopyItem[] {
  return (plans?.items ?? []).filter(
    ({ organization, changes }) => changes > 0 && outcomes.get(organization.id)?.type !== 'saved',
  );
}
