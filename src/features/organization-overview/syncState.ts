import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { hasStatus } from '../../api/ApiError.ts';
import { claimFieldsQuery, claimValuesQuery } from '../../api/claims.ts';
import { groupIdsLimit, groupsByIdQuery, groupsQuery } from '../../api/groups.ts';
import { keys, type SettingsScope } from '../../api/keys.ts';
import { type Organization, organizationsQuery, rolesQuery } from '../../api/organizations.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { ValueFilter } from '../../domain/filter.ts';
import { impliedRoles } from '../../domain/impliedRoles.ts';
import { findRowProblems, indexSeenValues, type TargetState } from '../../domain/rowProblems.ts';
import type { SyncSettings } from '../../domain/settings.ts';
import { testFilter } from '../../ui/regex/testFilter.ts';
import { limitConcurrency } from './limitConcurrency.ts';

/** How one sync stands, at a glance. */
export interface SyncState {
  /** Empty: off. */
  readonly field: string;
  readonly rows: number;
  /** Rows with a problem, counted as on the page of the settings. */
  readonly problems: number;
  /** A claim of this name was in nobody's last login, though logins carried others. */
  readonly isFieldUnseen: boolean;
  readonly assignDefault: boolean;
}

const none: readonly string[] = [];
const inTurn = limitConcurrency(4);
/** What a page has read a moment ago is good enough for an overview. */
const fresh = { staleTime: 60_000 };

/**
 * Reads how one sync stands. What it takes is read when its turn comes, a few at a time, and shared with other pages.
 *
 * @param organization for group and role sync
 */
export function syncStateQuery(scope: SettingsScope, organization: Organization | undefined) {
  return queryOptions({
    queryKey: keys.syncState(scope),
    queryFn: ({ client, signal }) => inTurn(() => readState(client, scope, organization), signal),
    staleTime: 20_000,
    retry: false,
  });
}

async function readState(
  client: QueryClient,
  scope: SettingsScope,
  organization: Organization | undefined,
): Promise<SyncState> {
  const settings = await client.fetchQuery({ ...settingsQuery(scope), ...fresh });
  const { field, mapping, assignDefault } = settings;
  const state = { field, rows: mapping.size, problems: 0, isFieldUnseen: false, assignDefault };
  if (field === '' && mapping.size === 0) return state;
  const claim = field.trim();
  const [stateOf, seen, filter] = await Promise.all([
    readStates(client, scope, organization, settings).catch(uncheckedIfRefused),
    claim === '' ? [] : client.fetchQuery(claimValuesQuery(scope.organizationId, claim)).catch(() => none),
    readFilter(settings),
  ]);
  const isFieldUnseen = claim !== '' && seen.length === 0 && (await isUnseen(client, scope, claim));
  const problems = findRowProblems(mapping, {
    stateOf,
    ...(seen.length > 0 && { seen: indexSeenValues(seen) }),
    ...(filter && { filter }),
  });
  return { ...state, problems: problems.size, isFieldUnseen };
}

/** Where no login is known at all, nothing is said. */
async function isUnseen(client: QueryClient, { organizationId }: SettingsScope, claim: string): Promise<boolean> {
  const fields = await client.fetchQuery(claimFieldsQuery(organizationId)).catch(() => none);
  return fields.length > 0 && !fields.includes(claim);
}

/** Whoever may not read the groups, or whose licence has none, still sees the rest. */
function uncheckedIfRefused(error: unknown): () => TargetState {
  if (hasStatus(error, 403, 404)) return () => 'unchecked';
  throw error;
}

/** What the mapped targets are. Groups are asked for by id as long as those fit: a whole directory can be huge. */
async function readStates(
  client: QueryClient,
  { kind, organizationId }: SettingsScope,
  organization: Organization | undefined,
  { mapping }: SyncSettings,
): Promise<(target: string) => TargetState> {
  switch (kind) {
    case 'group': {
      const ids = [...new Set([...mapping.values()].flat())].sort();
      const directory = groupsQuery(organizationId);
      const known = client.getQueryData(directory.queryKey);
      const groups =
        known ??
        (ids.length <= groupIdsLimit
          ? ids.length > 0
            ? await client.fetchQuery(groupsByIdQuery(ids))
            : []
          : await client.fetchQuery(directory));
      const own = new Set(groups.filter((group) => group.organizationId === organizationId).map(({ id }) => id));
      return (id) => (id === organizationId ? 'implied' : own.has(id) ? 'known' : 'unknown');
    }
    case 'role': {
      const names = new Set((await client.fetchQuery(rolesQuery(organizationId))).map(({ name }) => name));
      const implied = new Set(impliedRoles(organization?.defaultMemberRoles ?? []));
      return (name) => (implied.has(name) ? 'implied' : names.has(name) ? 'known' : 'unknown');
    }
    case 'organization': {
      const ids = new Set((await client.fetchQuery(organizationsQuery)).map(({ id }) => id));
      return (id) => (ids.has(id) ? 'known' : 'unknown');
    }
  }
}

/** Undefined if there is none, or if it can't be tried: then nothing is said about it. */
async function readFilter({ regexFilter, mapping }: SyncSettings): Promise<ValueFilter | undefined> {
  if (regexFilter === null || regexFilter === '') return undefined;
  const keysOfRows = [...mapping.keys()];
  const answer = await testFilter(regexFilter, keysOfRows);
  if (answer.ok !== true) return undefined;
  const stopped = new Set(keysOfRows.filter((_, index) => answer.passes[index] === false));
  return (value) => !stopped.has(value);
}
