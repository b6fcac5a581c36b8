import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { createGroup } from '../../api/groupChanges.ts';
import { groupsQuery } from '../../api/groups.ts';
import type { Organization } from '../../api/organizations.ts';
import { rolesQuery } from '../../api/organizations.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import { type CopyChoice, withCreated } from '../../domain/copySettings.ts';
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
  /** Writes these, one after the other. */
  readonly start: (items: readonly CopyItem[]) => void;
  /** Ends after the one that is being written. */
  readonly stop: () => void;
  readonly backToChoice: () => void;
}

export function useCopies({ scope, saved, directory, save, ownLosses }: CopySettingsProps): Copies {
  const client = useQueryClient();
  const [planned, setPlanned] = useState(0);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, CopyOutcome>>(new Map());
  const [isSaving, setSaving] = useState(false);
  const isStopped = useRef(false);
  const madeIn = useRef(new Map<string, Map<string, string>>());

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
      return planCopies(scope.kind, source, organizations, choice, readTargets, ownLosses, setPlanned);
    },
  });
  const plans = planning.data;

  const write = async (item: CopyItem) => {
    const outcome = await createAndSave(item);
    setOutcomes((old) => new Map(old).set(item.organization.id, outcome));
    await client.invalidateQueries({ queryKey: settingsQuery(item.scope).queryKey });
    if (item.created.length > 0) await client.invalidateQueries(groupsQuery(item.organization.id));
  };
  /** Groups that were made stay made, so that a second try takes them up. */
  const createAndSave = async ({ scope: there, base, settings, created }: CopyItem): Promise<CopyOutcome> => {
    const made = madeIn.current.get(there.organizationId) ?? new Map<string, string>();
    madeIn.current.set(there.organizationId, made);
    for (const name of created.filter((one) => !made.has(one))) {
      try {
        const group = await createGroup(there.organizationId, { name, displayName: '', quota: 0 });
        made.set(name, group.id);
      } catch (error) {
        return { type: 'not-created', error, name };
      }
    }
    return save(there, base, withCreated(settings, made));
  };
  const start = async (items: readonly CopyItem[]) => {
    isStopped.current = false;
    setSaving(true);
    for (const item of items) {
      if (isStopped.current) break;
      await write(item);
    }
    setSaving(false);
  };

  return {
    plan: (organizations, choice) => {
      setPlanned(0);
      madeIn.current.clear();
      setOutcomes(new Map());
      planning.mutate({ organizations, choice });
    },
    isPlanning: planning.isPending,
    planned,
    planError: planning.error,
    plans,
    outcomes,
    isSaving,
    start: (items) => void start(items),
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
