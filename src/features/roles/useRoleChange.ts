import { useMutation, useQueryClient } from '@tanstack/react-query';
import { rolesQuery } from '../../api/organizations.ts';

/** Runs a change of the roles of an organization, and is done when their list has been read again. */
export function useRoleChange<V, R>(organizationId: string, run: (variables: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: rolesQuery(organizationId).queryKey }),
  });
}
