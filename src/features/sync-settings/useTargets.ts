import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Group, groupIdsLimit, groupsByIdQuery, groupsQuery } from '../../api/groups.ts';
import type { SettingsScope } from '../../api/keys.ts';
import { type Organization, organizationsQuery, type Role, rolesQuery } from '../../api/organizations.ts';
import { impliedRoles } from '../../domain/impliedRoles.ts';
import type { TargetState } from '../../domain/rowProblems.ts';
import type { Mapping, Target } from '../../domain/settings.ts';

/** A group, role or organization as a mapping can point to it. */
export interface TargetOption {
  /** What a mapping stores. */
  readonly target: Target;
  readonly label: string;
  /** Its unique name, where the label is a display name. */
  readonly name: string;
  /** The label alone doesn't tell which one is meant. */
  readonly isAmbiguous: boolean;
}

/** What can be pointed to, and what the mapped ids are. */
export interface Targets {
  /** Undefined until the directory has arrived. */
  readonly options: readonly TargetOption[] | undefined;
  readonly find: (target: Target) => TargetOption | undefined;
  readonly stateOf: (target: Target) => TargetState;
  readonly suggest: (target: Target) => Target | undefined;
  /** Exact name → target, for values that no row names. Empty for organizations: sync doesn't look names up there. */
  readonly byName: ReadonlyMap<string, Target>;
  readonly error: Error | null;
  readonly retry: () => unknown;
}

/**
 * Resolves ids to names for one kind of sync. For groups the mapped ones come first, by id, so that the table can be
 * read before a directory of thousands has arrived.
 */
export function useTargets(scope: SettingsScope, mapping: Mapping, organization: Organization | undefined): Targets {
  const groups = useGroupTargets(scope.kind === 'group' ? scope.organizationId : undefined, mapping);
  const roles = useQuery({
    ...rolesQuery(scope.organizationId ?? ''),
    enabled: scope.kind === 'role',
  });
  const organizations = useQuery({ ...organizationsQuery, enabled: scope.kind === 'organization' });
  const roleTargets = useMemo(
    () => ({ ...targetsOfRoles(roles.data, organization), error: roles.error, retry: roles.refetch }),
    [roles.data, roles.error, roles.refetch, organization],
  );
  const organizationTargets = useMemo(
    () => ({
      ...targetsOfOrganizations(organizations.data),
      error: organizations.error,
      retry: organizations.refetch,
    }),
    [organizations.data, organizations.error, organizations.refetch],
  );
  return { group: groups, role: roleTargets, organization: organizationTargets }[scope.kind];
}

type Lookup = Omit<Targets, 'error' | 'retry'>;

const noNames: ReadonlyMap<string, Target> = new Map();
const nothing = () => undefined;

function useGroupTargets(organizationId: string | undefined, mapping: Mapping): Targets {
  const isOn = organizationId !== undefined;
  const mapped = useMemo(() => (isOn ? [...new Set([...mapping.values()].flat())].sort() : []), [isOn, mapping]);
  const directory = useQuery({ ...groupsQuery(organizationId ?? ''), enabled: isOn });
  const firstIds = useMemo(() => mapped.slice(0, groupIdsLimit), [mapped]);
  const first = useQuery({
    ...groupsByIdQuery(firstIds),
    enabled: isOn && firstIds.length > 0,
    placeholderData: (previous) => previous,
  });
  const leftIds = useMemo(() => {
    if (!directory.data) return [];
    const known = new Set([...firstIds, ...directory.data.map(({ id }) => id)]);
    return mapped.filter((id) => !known.has(id)).slice(0, groupIdsLimit);
  }, [directory.data, firstIds, mapped]);
  const left = useQuery({ ...groupsByIdQuery(leftIds), enabled: leftIds.length > 0 });
  const lookup = useMemo(
    () =>
      targetsOfGroups(organizationId, directory.data, [
        { ids: firstIds, groups: first.isPlaceholderData ? undefined : first.data, known: first.data },
        { ids: leftIds, groups: left.data, known: left.data },
      ]),
    [organizationId, directory.data, firstIds, first.data, first.isPlaceholderData, leftIds, left.data],
  );
  return useMemo(
    () => ({
      ...lookup,
      error: directory.error,
      retry: () => {
        void directory.refetch();
        if (first.isError) void first.refetch();
      },
    }),
    [lookup, directory.error, directory.refetch, first.isError, first.refetch],
  );
}

interface AskedGroups {
  readonly ids: readonly string[];
  /** The answer for exactly these ids, if it is there. */
  readonly groups: readonly Group[] | undefined;
  /** Groups of this or an earlier answer. */
  readonly known: readonly Group[] | undefined;
}

function targetsOfGroups(
  organizationId: string | undefined,
  directory: readonly Group[] | undefined,
  asked: readonly AskedGroups[],
): Lookup {
  const foreign = new Map<Target, TargetOption>();
  const own = new Map<Target, TargetOption>();
  const labels = countLabels(directory ?? []);
  const addGroup = (group: Group) => {
    if (group.organizationId === organizationId) {
      own.set(group.id, groupOption(group, (labels.get(group.displayName) ?? 0) > 1));
    } else {
      const label = `${group.displayName} (${group.organizationName})`;
      foreign.set(group.id, { target: group.id, label, name: group.name, isAmbiguous: false });
    }
  };
  for (const { known } of asked) known?.forEach(addGroup);
  directory?.forEach(addGroup);
  const answered = new Set(asked.flatMap(({ ids, groups }) => (groups ? ids : [])));
  return {
    options: directory?.map((group) => groupOption(group, (labels.get(group.displayName) ?? 0) > 1)),
    find: (target) => own.get(target) ?? foreign.get(target),
    stateOf: (target) => {
      if (target === organizationId) return 'implied';
      if (own.has(target)) return 'known';
      if (foreign.has(target)) return 'foreign';
      return answered.has(target) ? 'unknown' : 'unchecked';
    },
    suggest: nothing,
    byName: new Map((directory ?? []).map(({ name, id }) => [name, id])),
  };
}

function groupOption({ id, displayName, name }: Group, isAmbiguous: boolean): TargetOption {
  return { target: id, label: displayName, name, isAmbiguous };
}

function targetsOfRoles(roles: readonly Role[] | undefined, organization: Organization | undefined): Lookup {
  const labels = countLabels(roles ?? []);
  const options = roles?.map(({ name, displayName }) => ({
    target: name,
    label: displayName,
    name,
    isAmbiguous: (labels.get(displayName) ?? 0) > 1,
  }));
  const byTarget = new Map(options?.map((option) => [option.target, option]));
  const implied = new Set(impliedRoles(organization?.defaultMemberRoles ?? []));
  return {
    options,
    find: (target) => byTarget.get(target),
    stateOf: (target) => {
      if (implied.has(target)) return 'implied';
      if (!roles) return 'unchecked';
      return byTarget.has(target) ? 'known' : 'unknown';
    },
    suggest: (target) => (byTarget.has(target.toLowerCase()) ? target.toLowerCase() : undefined),
    byName: new Map(roles?.map(({ name }) => [name, name])),
  };
}

function targetsOfOrganizations(organizations: readonly Organization[] | undefined): Lookup {
  const labels = countLabels(organizations ?? []);
  const options = organizations?.map(({ id, displayName, name }) => ({
    target: id,
    label: displayName,
    name,
    isAmbiguous: (labels.get(displayName) ?? 0) > 1,
  }));
  const byTarget = new Map(options?.map((option) => [option.target, option]));
  return {
    options,
    find: (target) => byTarget.get(target),
    stateOf: (target) => {
      if (!organizations) return 'unchecked';
      return byTarget.has(target) ? 'known' : 'unknown';
    },
    suggest: nothing,
    byName: noNames,
  };
}

function countLabels(items: readonly { readonly displayName: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { displayName } of items) counts.set(displayName, (counts.get(displayName) ?? 0) + 1);
  return counts;
}
