import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { SyncKind } from '../domain/settings.ts';
import { ApiError } from './ApiError.ts';
import { keys } from './keys.ts';
import { request } from './request.ts';

const feature = z.object({ enabled: z.boolean() });
const entitlements = z.object({
  features: z.object({
    template_rbac: feature,
    user_role_management: feature,
    multiple_organizations: feature,
    custom_roles: z.optional(feature),
  }),
});

/** Which syncs the licence lets run at login; the settings can be edited in any case. And whether roles can be made. */
export type Entitled = Readonly<Record<SyncKind | 'customRoles', boolean>>;

/** Public. A server without the enterprise routes answers 404: nothing is entitled there. */
export const entitlementsQuery = queryOptions({
  queryKey: keys.entitlements,
  queryFn: async ({ signal }): Promise<Entitled> => {
    try {
      const { features } = await request(entitlements, '/entitlements', { signal });
      return {
        group: features.template_rbac.enabled,
        role: features.user_role_management.enabled,
        organization: features.multiple_organizations.enabled,
        customRoles: features.custom_roles?.enabled ?? false,
      };
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) {
        return { group: false, role: false, organization: false, customRoles: false };
      }
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});
