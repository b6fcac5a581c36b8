import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { personGroupsQuery } from '../../api/groups.ts';
import { type User, userRolesQuery } from '../../api/people.ts';
import type { Memberships } from '../../domain/directory.ts';
import type { SyncKind } from '../../domain/settings.ts';

/** Whose present memberships the plan starts from. */
export type SubjectState =
  | { readonly status: 'ready'; readonly present: Memberships }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: Error; readonly retry: () => unknown };

const nothing: Memberships = { organizationIds: [], groupIds: [], roles: new Map(), siteRoles: [] };
const newcomer: SubjectState = { status: 'ready', present: nothing };

/**
 * Loads what a person has now, as far as one kind of sync is about it.
 *
 * @param person undefined: somebody who has nothing yet
 */
export function useSubject(kind: SyncKind, organizationId: string, person: User | undefined): SubjectState {
  const userId = person?.id ?? '';
  const groups = useQuery({
    ...personGroupsQuery(organizationId, userId),
    enabled: person !== undefined && kind === 'group',
  });
  const roles = useQuery({ ...userRolesQuery(userId), enabled: person !== undefined && kind === 'role' });
  const { error, refetch } = kind === 'role' ? roles : groups;
  return useMemo(() => {
    if (!person) return newcomer;
    const base = { ...nothing, organizationIds: person.organizationIds };
    if (kind === 'organization') return { status: 'ready', present: base };
    if (kind === 'group' && groups.data) {
      return { status: 'ready', present: { ...base, groupIds: groups.data.map(({ id }) => id) } };
    }
    if (kind === 'role' && roles.data) {
      return { status: 'ready', present: { ...base, roles: roles.data.organizationRoles } };
    }
    return error ? { status: 'failed', error, retry: refetch } : { status: 'loading' };
  }, [person, kind, groups.data, roles.data, error, refetch]);
}
