import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { OrganizationId } from '../domain/settings.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';

const answers = z.record(z.string(), z.boolean());

/** In which of many organizations the person may change group and role sync: one question about all of them. */
export function updatableSyncQuery(organizationIds: readonly OrganizationId[]) {
  return queryOptions({
    queryKey: [...keys.session, 'updatable-sync', organizationIds],
    queryFn: async ({ signal }): Promise<ReadonlySet<OrganizationId>> => {
      const checkOf = (organization_id: OrganizationId) => ({
        object: { resource_type: 'idpsync_settings', organization_id },
        action: 'update',
      });
      const body = { checks: Object.fromEntries(organizationIds.map((id) => [id, checkOf(id)])) };
      const answer = await request(answers, '/authcheck', { method: 'POST', body, signal });
      return new Set(organizationIds.filter((id) => answer[id] === true));
    },
    enabled: organizationIds.length > 0,
    staleTime: 60_000,
  });
}
