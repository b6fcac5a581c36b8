import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { entitlementsQuery } from '../../../api/entitlements.ts';
import { groupsQuery, personGroupsQuery } from '../../../api/groups.ts';
import type { SettingsScope } from '../../../api/keys.ts';
import { type Organization, organizationsQuery, rolesQuery } from '../../../api/organizations.ts';
import { type User, userRolesQuery } from '../../../api/people.ts';
import type { PreviewFlags } from '../../../api/previewFlags.ts';
import { settingsQuery } from '../../../api/syncSettings.ts';
import { type Claims, readClaim } from '../../../domain/claims.ts';
import { compileOrganizationSync, planOrganizations } from '../../../domain/organizations.ts';
import { type CompiledLogin, compileLogin, type LoginPlan, planLogin } from '../../../domain/planLogin.ts';
import { emptySettings, type SyncSettings } from '../../../domain/settings.ts';
import { useFilters } from './useFilters.ts';

/** Drafts of this browser tab, by what they are of. */
export type DraftOf = (scope: SettingsScope) => SyncSettings | undefined;

/** A login worked out, with what is needed to show it. */
export interface WholeLogin {
  readonly plan: LoginPlan;
  readonly compiled: CompiledLogin;
  readonly organizations: readonly Organization[];
  /** Names of groups and roles, by id or name. */
  readonly names: ReadonlyMap<string, string>;
  /** What couldn't be read, so that the plan leaves it out. */
  readonly unread: readonly string[];
  readonly untriedFilters: readonly string[];
}

export type WholeLoginState =
  | ({ readonly status: 'ready' } & WholeLogin)
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: Error; readonly retry: () => unknown };

const none: readonly string[] = [];

/**
 * Plans a whole login from what the deployment holds. Settings, groups and roles are loaded of those organizations only
 * in which the person is afterwards.
 *
 * @param person undefined: somebody who signs in for the first time, and is put into the default organization at first
 * @param draftOf undefined: as saved
 */
export function useWholeLogin(
  claims: Claims,
  flags: PreviewFlags,
  person: User | undefined,
  draftOf: DraftOf | undefined,
): WholeLoginState {
  const organizations = useQuery(organizationsQuery);
  const { data: entitled } = useQuery(entitlementsQuery);
  const organizationSync = useQuery(settingsQuery({ kind: 'organization' }));
  const siteRoles = useQuery({ ...userRolesQuery(person?.id ?? ''), enabled: person !== undefined });
  const saved = organizationSync.data ?? emptySettings;
  const organizationRules = draftOf?.({ kind: 'organization' }) ?? saved;
  const all = organizations.data;
  const isKnown = !organizationSync.isPending;

  const startIn = useMemo(
    () => person?.organizationIds ?? (all ?? []).filter(({ isDefault }) => isDefault).map(({ id }) => id),
    [person, all],
  );
  const ids = useMemo(() => {
    if (!all || !isKnown) return none;
    const known = all.map(({ id, isDefault }) => ({ id, isDefault, deleted: false }));
    const rules = entitled?.organization === false ? emptySettings : organizationRules;
    const plan = planOrganizations(compileOrganizationSync(rules, known), claims, startIn);
    return plan.error ? none : [...plan.kept, ...plan.added].toSorted();
  }, [all, isKnown, entitled, organizationRules, claims, startIn]);

  const groupSync = useQueries({ queries: ids.map((id) => settingsQuery({ kind: 'group', organizationId: id })) });
  const roleSync = useQueries({ queries: ids.map((id) => settingsQuery({ kind: 'role', organizationId: id })) });
  const groups = useQueries({ queries: ids.map((id) => groupsQuery(id)) });
  const roles = useQueries({ queries: ids.map((id) => rolesQuery(id)) });
  const held = useQueries({ queries: person ? ids.map((id) => personGroupsQuery(id, person.id)) : [] });

  const settingsOf = (kind: 'group' | 'role', at: number): SyncSettings | undefined => {
    const organizationId = ids[at];
    const loaded = (kind === 'group' ? groupSync : roleSync)[at]?.data;
    return (organizationId !== undefined && draftOf?.({ kind, organizationId })) || loaded;
  };
  const wanted = new Map<string, readonly string[]>();
  for (const at of ids.keys()) {
    const settings = settingsOf('group', at);
    if (!settings?.regexFilter) continue;
    const { values } = readClaim(claims, settings.field);
    const read = (values.ok ? values.value : []).map((value) => settings.legacyNameMapping.get(value) ?? value);
    wanted.set(settings.regexFilter, [...new Set([...(wanted.get(settings.regexFilter) ?? []), ...read])]);
  }
  const filters = useFilters(wanted);

  const parts = [...groupSync, ...roleSync, ...groups, ...roles, ...held];
  if (organizations.error) return { status: 'failed', error: organizations.error, retry: organizations.refetch };
  if (siteRoles.error) return { status: 'failed', error: siteRoles.error, retry: siteRoles.refetch };
  const isLoading = !all || !isKnown || parts.some(({ isPending }) => isPending) || (person && siteRoles.isPending);
  if (isLoading || !filters.compile) return { status: 'loading' };

  const compiled = compileLogin(
    {
      flags,
      entitled: entitled ?? { group: true, role: true, organization: true },
      organizations: all.map(({ id, isDefault, defaultMemberRoles }) => ({
        id,
        isDefault,
        deleted: false,
        defaultMemberRoles,
        roles: (roles[ids.indexOf(id)]?.data ?? []).map(({ name }) => name),
      })),
      groups: groups.flatMap(({ data }) => data ?? []),
      organizationSync: organizationRules,
      groupSync: new Map(ids.map((id, at) => [id, settingsOf('group', at) ?? emptySettings])),
      roleSync: new Map(ids.map((id, at) => [id, settingsOf('role', at) ?? emptySettings])),
    },
    filters.compile,
  );
  const plan = planLogin(
    compiled,
    {
      organizationIds: startIn,
      groupIds: held.flatMap(({ data }) => data ?? []).map(({ id }) => id),
      roles: siteRoles.data?.organizationRoles ?? new Map(),
      siteRoles: siteRoles.data?.siteRoles ?? [],
    },
    claims,
  );
  const nameOf = (id: string) => all.find((organization) => organization.id === id)?.displayName ?? id;
  const unread = [
    ...(organizationSync.error ? ['organization sync'] : []),
    ...ids.flatMap((id, at) => [
      ...(groupSync[at]?.error ? [`group sync of ${nameOf(id)}`] : []),
      ...(roleSync[at]?.error ? [`role sync of ${nameOf(id)}`] : []),
      ...(groups[at]?.error ? [`groups of ${nameOf(id)}`] : []),
      ...(roles[at]?.error ? [`roles of ${nameOf(id)}`] : []),
      ...(held[at]?.error ? [`what the person has in ${nameOf(id)}`] : []),
    ]),
  ];
  const names = new Map([
    ...roles.flatMap(({ data }) => (data ?? []).map(({ name, displayName }) => [name, displayName] as const)),
    ...groups.flatMap(({ data }) => (data ?? []).map(({ id, displayName }) => [id, displayName] as const)),
    ...all.map(({ id, displayName }) => [id, displayName] as const),
  ]);
  return { status: 'ready', plan, compiled, organizations: all, names, unread, untriedFilters: filters.untried };
}
