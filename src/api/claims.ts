import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { OrganizationId } from '../domain/settings.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';
import { listOf } from './wire.ts';

const strings = listOf(z.string());

function path(organizationId: OrganizationId | undefined): string {
  return organizationId === undefined ? '/settings/idpsync' : `/organizations/${organizationId}/settings/idpsync`;
}

/**
 * Names of the claims that people's last logins carried, sorted.
 *
 * @param organizationId members of this organization only; undefined: the whole deployment
 */
export function claimFieldsQuery(organizationId: OrganizationId | undefined) {
  return queryOptions({
    queryKey: keys.claimFields(organizationId),
    queryFn: async ({ signal }) => {
      const fields = await request(strings, `${path(organizationId)}/available-fields`, { signal });
      return fields.toSorted();
    },
    staleTime: 5 * 60_000,
  });
}

/** Values that one claim had in people's last logins, sorted. Only strings are seen, also a list in one string. */
export function claimValuesQuery(organizationId: OrganizationId | undefined, field: string) {
  return queryOptions({
    queryKey: keys.claimValues(organizationId, field),
    queryFn: async ({ signal }) => {
      const query = { claimField: field };
      const values = await request(strings, `${path(organizationId)}/field-values`, { query, signal });
      return values.toSorted();
    },
    enabled: field !== '',
    staleTime: 5 * 60_000,
  });
}
