import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import type { Change } from '../domain/diffSettings.ts';
import type { Mapping } from '../domain/settings.ts';
import { shownName } from '../domain/shownName.ts';
import { hasStatus } from './ApiError.ts';
import { keys, type SettingsScope } from './keys.ts';
import { request } from './request.ts';
import { listOf, mapOf } from './wire.ts';

const mapping = mapOf(listOf(z.string()));
const noMapping: Mapping = new Map();

/** One changed key; a side that was null is left out on the wire. */
function changeOf<T>(value: z.ZodMiniType<T>, zero: T) {
  return z.optional(
    z.pipe(
      z.object({ old: z.optional(z.nullable(value)), new: z.optional(z.nullable(value)) }),
      z.transform((wire): Change<T> => ({ from: wire.old ?? zero, to: wire.new ?? zero })),
    ),
  );
}

const diff = z.pipe(
  z.object({
    field: changeOf(z.string(), ''),
    mapping: changeOf<Mapping>(mapping, noMapping),
    regex_filter: z.optional(z.unknown()),
    auto_create_missing_groups: changeOf(z.boolean(), false),
    assign_default: changeOf(z.boolean(), false),
  }),
  z.transform((wire) => ({
    field: wire.field,
    mapping: wire.mapping,
    autoCreateMissing: wire.auto_create_missing_groups,
    assignDefault: wire.assign_default,
    /** Both sides of a changed filter are `{}` on the wire: its text isn't kept. */
    filterChanged: wire.regex_filter !== undefined,
  })),
);

const entry = z.pipe(
  z.object({
    id: z.string(),
    time: z.string(),
    status_code: z.number(),
    diff,
    user: z.nullish(z.object({ id: z.string(), username: z.string(), name: z.optional(z.string()) })),
  }),
  z.transform((wire) => ({
    id: wire.id,
    time: new Date(wire.time),
    /** HTTP status of the attempt; from 400 on nothing was written. */
    status: wire.status_code,
    change: wire.diff,
    /** Undefined if the account is gone. */
    person: wire.user
      ? { username: wire.user.username, displayName: shownName(wire.user.name || wire.user.username) }
      : undefined,
  })),
);

const page = z.object({ audit_logs: listOf(entry) });

/** One attempt to change the settings of one sync, as the deployment's audit log has it. */
export type SettingsEntry = z.infer<typeof entry>;
/** What an entry says has changed. */
export type LoggedChange = SettingsEntry['change'];

/** Which entries are wanted; without a key all are. Days are `YYYY-MM-DD`, both included, and end at midnight UTC. */
export interface AuditFilter {
  readonly username?: string;
  readonly fromDay?: string;
  readonly toDay?: string;
}

interface Entries {
  readonly entries: readonly SettingsEntry[];
  /** Where the next page starts; undefined after the last one. */
  readonly next: number | undefined;
}

/** Entries of one sync from an offset on, newest first. A 403 without the right to read the log. */
async function readEntries(
  scope: SettingsScope,
  { username, fromDay, toDay }: AuditFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  signal?: AbortSignal,
): Promise<Entries> {
  const terms = [
    `resource_type:idp_sync_settings_${scope.kind}`,
    scope.organizationId && `organization:${scope.organizationId}`,
    // No user name has a space, a colon or a quote; the server's search language would stumble over them.
    username && `username:${username.replaceAll(/[\s:"]/g, '')}`,
    fromDay && `date_from:${fromDay}`,
    toDay && `date_to:${toDay}`,
  ];
  const query = { q: terms.filter(Boolean).join(' '), limit: String(limit), offset: String(offset) };
  const answer = await request(page, '/audit', { query, ...(signal && { signal }) });
  const end = offset + answer.audit_logs.length;
  // The count stops at a cap, so a full page has to do as a sign that there is more.
  return { entries: answer.audit_logs, next: answer.audit_logs.length < limit ? undefined : end };
}

const pageSize = 25;

/** The history of one sync, page by page. */
export function auditQuery(scope: SettingsScope, filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: [...keys.audit(scope), filter],
    queryFn: ({ pageParam, signal }) => readEntries(scope, filter, { offset: pageParam, limit: pageSize }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}

/**
 * Every entry that is newer than one, and that one, newest first.
 *
 * @param id of an entry of this sync; if it isn't found, the whole history comes
 * @throws ApiError
 */
export async function readEntriesSince(
  scope: SettingsScope,
  id: string | undefined,
): Promise<readonly SettingsEntry[]> {
  const found = new Map<string, SettingsEntry>();
  let offset: number | undefined = 0;
  while (offset !== undefined) {
    const { entries, next }: Entries = await readEntries(scope, {}, { offset, limit: 100 });
    for (const one of entries) {
      found.set(one.id, one);
      if (one.id === id) return [...found.values()];
    }
    offset = next;
  }
  return [...found.values()];
}

/** Who last changed the settings of one sync, and when; null if the log has nobody, or may not be read. */
export function lastChangeQuery(scope: SettingsScope) {
  return queryOptions({
    queryKey: keys.lastChange(scope),
    queryFn: async ({ signal }): Promise<Pick<SettingsEntry, 'person' | 'time'> | null> => {
      try {
        const { entries } = await readEntries(scope, {}, { offset: 0, limit: 10 }, signal);
        return entries.find(({ status, change }) => status < 400 && isChange(change)) ?? null;
      } catch (error) {
        if (hasStatus(error, 403)) return null;
        throw error;
      }
    },
  });
}

/** Whether an entry says that anything has changed: a save of what is there already has an entry too. */
export function isChange({ filterChanged, ...changes }: LoggedChange): boolean {
  return filterChanged || Object.values(changes).some((change) => change !== undefined);
}

const lastEntry = z.object({
  time: z.string(),
  status_code: z.number(),
  organization_id: z.string(),
  diff: z.record(z.string(), z.unknown()),
  user: z.nullish(z.object({ username: z.string(), name: z.optional(z.string()) })),
});
const lastEntries = z.object({ audit_logs: listOf(lastEntry) });

/** Who changed the settings of a sync, and when. */
export interface LastChange {
  readonly time: Date;
  /** Undefined if the account is gone. */
  readonly who: string | undefined;
}

const readBack = 200;

/**
 * The last change of one kind of sync in every organization, as far as the newest entries of the log reach back, by
 * organization id. Null for those who may not read the log.
 */
export function lastChangesQuery(kind: 'group' | 'role') {
  return queryOptions({
    queryKey: keys.lastChanges(kind),
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, LastChange> | null> => {
      const query = { q: `resource_type:idp_sync_settings_${kind}`, limit: String(readBack) };
      try {
        return lastByOrganization((await request(lastEntries, '/audit', { query, signal })).audit_logs);
      } catch (error) {
        if (hasStatus(error, 403)) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** @param entries newest first */
function lastByOrganization(entries: readonly z.infer<typeof lastEntry>[]): ReadonlyMap<string, LastChange> {
  const last = new Map<string, LastChange>();
  for (const { time, status_code, organization_id, diff, user } of entries) {
    if (status_code >= 400 || Object.keys(diff).length === 0 || last.has(organization_id)) continue;
    last.set(organization_id, { time: new Date(time), who: user ? user.name || user.username : undefined });
  }
  return last;
}
