import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Group, groupsQuery } from '../../api/groups.ts';
import { keys } from '../../api/keys.ts';

/**
 * Runs a change of one group, and brings every list up to date with the answer.
 *
 * @param run answers with the group as it is now, or with nothing if it is gone
 */
export function useGroupChange<V>(organizationId: string, run: (variables: V) => Promise<Group | undefined>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (group) => refreshGroups(client, organizationId, group),
  });
}

function refreshGroups(client: QueryClient, organizationId: string, group: Group | undefined): void {
  const list = groupsQuery(organizationId);
  if (group) {
    client.setQueryData(
      list.queryKey,
      (old) => old && [...old.filter(({ id }) => id !== group.id), group].toSorted(byDisplayName),
    );
    void client.invalidateQueries({ queryKey: keys.group(group.id) });
  }
  void client.invalidateQueries({ queryKey: list.queryKey });
  void client.invalidateQueries({ queryKey: keys.allGroupsById });
}

const collator = new Intl.Collator(undefined, { numeric: true });
const byDisplayName = (a: Group, b: Group) => collator.compare(a.displayName, b.displayName);
