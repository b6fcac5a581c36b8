import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Group, groupIdsLimit, groupsByIdQuery, groupsQuery } from '../../api/groups.ts';
import { type Organization, organizationsQuery, rolesQuery } from '../../api/organizations.ts';
import { indexGroups } from '../../domain/groups.ts';
import { impliedRoles } from '../../domain/impliedRoles.ts';
import type { TargetState } from '../../domain/rowProblems.ts';
import type { SyncKind, SyncSettings, Target } from '../../domain/settings.ts';
import type { SyncSurroundings } from './evaluateSync.ts';
import type { NameOf } from './previewWords.ts';

/** Groups, roles or organizations as an evaluation needs them, with their names. */
export interface Surroundings {
  readonly surroundings: SyncSurroundings;
  readonly nameOf: NameOf;
  /** Names that a claim value can match, or nearly. */
  readonly names: readonly string[];
  /** Name of a group or role that a value can match → its target. */
  readonly byName: ReadonlyMap<string, Target>;
  readonly stateOf: (target: Target) => TargetState;
}

export type SurroundingsState =
  | ({ readonly status: 'ready' } & Surroundings)
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: Error; readonly retry: () => unknown };

/**
 * Loads what the settings of one kind point to. It asks for ids of rows, never for what was pasted.
 *
 * @param isOn whether it is wanted yet: thousands of groups take a while to prepare
 */
export function useSurroundings(
  kind: SyncKind,
  organization: Organization | undefined,
  saved: SyncSettings,
  draft: SyncSettings,
  isOn = true,
): SurroundingsState {
  const id = organization?.id ?? '';
  const groups = useQuery({ ...groupsQuery(id), enabled: isOn && kind === 'group' });
  const roles = useQuery({ ...rolesQuery(id), enabled: isOn && kind === 'role' });
  const organizations = useQuery({ ...organizationsQuery, enabled: isOn && kind === 'organization' });
  const others = useOtherGroups(isOn && kind === 'group' ? groups.data : undefined, id, saved, draft);
  const ready = useMemo((): Surroundings | undefined => {
    if (!isOn) return undefined;
    switch (kind) {
      case 'group':
        return groups.data && others && surroundGroups(id, [...groups.data, ...others]);
      case 'role':
        return roles.data && surroundRoles(id, roles.data, organization?.defaultMemberRoles ?? []);
      case 'organization':
        return organizations.data && surroundOrganizations(organizations.data);
    }
  }, [isOn, kind, id, organization, groups.data, others, roles.data, organizations.data]);
  const { error, refetch } = { group: groups, role: roles, organization: organizations }[kind];
  return useMemo(() => {
    if (ready) return { status: 'ready', ...ready };
    return error ? { status: 'failed', error, retry: refetch } : { status: 'loading' };
  }, [ready, error, refetch]);
}

/** Groups of other organizations that rows name. Undefined while that isn't known. */
function useOtherGroups(
  own: readonly Group[] | undefined,
  organizationId: string,
  saved: SyncSettings,
  draft: SyncSettings,
): readonly Group[] | undefined {
  const chunks = useMemo(() => {
    if (!own) return [];
    // The ids that the table beside it asks for, in the same order, so that one answer serves both.
    const first = [...new Set([...saved.mapping.values()].flat())].sort().slice(0, groupIdsLimit);
    const known = new Set([organizationId, ...first, ...own.map(({ id }) => id)]);
    const targets = [...saved.mapping.values(), ...draft.mapping.values()].flat();
    const unknown = [...new Set(targets.filter((target) => !known.has(target)))].sort();
    const count = Math.ceil(unknown.length / groupIdsLimit);
    const rest = Array.from({ length: count }, (_, at) => unknown.slice(at * groupIdsLimit, (at + 1) * groupIdsLimit));
    return first.length > 0 ? [first, ...rest] : rest;
  }, [own, organizationId, saved.mapping, draft.mapping]);
  return useQueries({ queries: chunks.map(groupsByIdQuery), combine: joinAnswers });
}

/** A failed answer counts as groups that this person can't see. */
function joinAnswers(answers: readonly UseQueryResult<readonly Group[]>[]): readonly Group[] | undefined {
  return answers.some(({ isPending }) => isPending) ? undefined : answers.flatMap(({ data }) => data ?? []);
}

function surroundGroups(organizationId: string, groups: readonly Group[]): Surroundings {
  const own = groups.filter((group) => group.organizationId === organizationId);
  const everyone = { id: organizationId, name: 'Everyone', organizationId };
  const names = new Map([[organizationId, 'Everyone']]);
  const ownIds = new Set(own.map(({ id }) => id));
  for (const group of groups) {
    const { id, displayName, organizationName } = group;
    names.set(id, group.organizationId === organizationId ? displayName : `${displayName} of ${organizationName}`);
  }
  return {
    surroundings: { kind: 'group', organizationId, groups: indexGroups([everyone, ...groups]) },
    nameOf: (target) => names.get(target) ?? target,
    names: own.map(({ name }) => name),
    byName: new Map(own.map(({ name, id }) => [name, id])),
    stateOf: (target) => {
      if (target === organizationId) return 'implied';
      if (ownIds.has(target)) return 'known';
      return names.has(target) ? 'foreign' : 'unknown';
    },
  };
}

function surroundRoles(
  organizationId: string,
  roles: readonly { readonly name: string; readonly displayName: string }[],
  defaultMemberRoles: readonly string[],
): Surroundings {
  const displayNames = new Map(roles.map(({ name, displayName }) => [name, displayName]));
  const names = roles.map(({ name }) => name);
  const scope = { roles: names, implied: impliedRoles(defaultMemberRoles) };
  const implied = new Set(scope.implied);
  return {
    surroundings: { kind: 'role', organizationId, scope },
    nameOf: (target) => displayNames.get(target) ?? target,
    names,
    byName: new Map(names.map((name) => [name, name])),
    stateOf: (target) => {
      if (implied.has(target)) return 'implied';
      return displayNames.has(target) ? 'known' : 'unknown';
    },
  };
}

function surroundOrganizations(organizations: readonly Organization[]): Surroundings {
  const displayNames = new Map(organizations.map(({ id, displayName }) => [id, displayName]));
  return {
    surroundings: {
      kind: 'organization',
      organizations: organizations.map(({ id, isDefault }) => ({ id, isDefault, deleted: false })),
    },
    nameOf: (target) => displayNames.get(target) ?? target,
    names: [],
    byName: new Map(),
    stateOf: (target) => (displayNames.has(target) ? 'known' : 'unknown'),
  };
}
