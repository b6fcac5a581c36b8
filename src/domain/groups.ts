import { type ClaimError, type Claims, readClaim } from './claims.ts';
import type { DirectoryGroup } from './directory.ts';
import { everyValue, type ValueFilter } from './filter.ts';
import type { GroupId, OrganizationId, SyncSettings } from './settings.ts';
import type { TracedTarget, ValueTrace } from './trace.ts';

/** A group that a claim asks for, by id (from a row) or by name (the value itself). */
export type ExpectedGroup = { readonly id: GroupId } | { readonly name: string };

/** What group sync of one organization does to one person. "Everyone" is never part of it. */
export interface GroupPlan {
  readonly enabled: boolean;
  /** The claim can't be read: memberships stay as they are, and nobody is told. */
  readonly error?: ClaimError;
  readonly claimPresent: boolean;
  /** What the claim asks for, in its order, with duplicates. */
  readonly expected: readonly ExpectedGroup[];
  /** Names of groups that are created, and joined. */
  readonly created: readonly string[];
  readonly added: readonly GroupId[];
  readonly kept: readonly GroupId[];
  readonly removed: readonly GroupId[];
  readonly trace: readonly ValueTrace[];
}

/** Group sync of one organization, made ready for many people. */
export interface CompiledGroupSync {
  readonly settings: SyncSettings;
  readonly organizationId: OrganizationId;
  /** Looks a group up by id, in all organizations. */
  readonly groupById: ReadonlyMap<GroupId, DirectoryGroup>;
  readonly resolve: (value: string) => ResolvedValue;
}

interface ResolvedValue {
  readonly trace: ValueTrace;
  readonly expected: readonly ExpectedGroup[];
  /** Groups that exist, apart from "Everyone". */
  readonly groupIds: readonly GroupId[];
  readonly creates: string | undefined;
}

/** Groups of every organization, to look up by id and by name. Made once, however many organizations there are. */
export interface GroupIndex {
  readonly byId: ReadonlyMap<GroupId, DirectoryGroup>;
  readonly idByName: ReadonlyMap<OrganizationId, ReadonlyMap<string, GroupId>>;
}

/** @param groups of every organization that a row can name */
export function indexGroups(groups: Iterable<DirectoryGroup>): GroupIndex {
  const byId = new Map<GroupId, DirectoryGroup>();
  const idByName = new Map<OrganizationId, Map<string, GroupId>>();
  for (const group of groups) {
    byId.set(group.id, group);
    const names = idByName.get(group.organizationId) ?? new Map<string, GroupId>();
    idByName.set(group.organizationId, names.set(group.name, group.id));
  }
  return { byId, idByName };
}

const noGroups: ReadonlyMap<string, GroupId> = new Map();

/** How many different claim values keep their resolution, so that memory stays bounded. */
const cacheLimit = 50_000;

/**
 * Prepares group sync of one organization. What a value resolves to depends on the settings alone, so it is worked
 * out once per value and not once per person.
 *
 * @param directory groups of every organization that a row can name, or an index of them that several syncs share
 * @param filter compiled from `settings.regexFilter`
 */
export function compileGroupSync(
  settings: SyncSettings,
  organizationId: OrganizationId,
  directory: Iterable<DirectoryGroup> | GroupIndex,
  filter: ValueFilter = everyValue,
): CompiledGroupSync {
  const groups = 'byId' in directory ? directory : indexGroups(directory);
  const groupById = groups.byId;
  const idByName = groups.idByName.get(organizationId) ?? noGroups;
  const cache = new Map<string, ResolvedValue>();
  const resolve = (value: string): ResolvedValue => {
    const known = cache.get(value);
    if (known) return known;
    const resolved = resolveValue(value, { settings, organizationId, groupById, idByName, filter });
    if (cache.size >= cacheLimit) cache.clear();
    cache.set(value, resolved);
    return resolved;
  };
  return { settings, organizationId, groupById, resolve };
}

interface Resolution {
  readonly settings: SyncSettings;
  readonly organizationId: OrganizationId;
  readonly groupById: ReadonlyMap<GroupId, DirectoryGroup>;
  readonly idByName: ReadonlyMap<string, GroupId>;
  readonly filter: ValueFilter;
}

/** Legacy rename → filter → mapping → name → auto-create. Mirrors `coderd/idpsync/group.go` ParseClaims. */
function resolveValue(
  value: string,
  { settings, organizationId, groupById, idByName, filter }: Resolution,
): ResolvedValue {
  const name = settings.legacyNameMapping.get(value) ?? value;
  const renamed = name === value ? {} : { renamedTo: name };
  if (!filter(name)) {
    return {
      trace: { value, ...renamed, reason: 'filtered-out', targets: [] },
      expected: [],
      groupIds: [],
      creates: undefined,
    };
  }
  const row = settings.mapping.get(name);
  if (row) {
    const targets = row.map((id) => ({ target: id, outcome: groupOutcome(groupById.get(id), organizationId) }));
    return {
      trace: { value, ...renamed, reason: row.length > 0 ? 'mapped' : 'mapped-to-nothing', row: name, targets },
      expected: row.map((id) => ({ id })),
      groupIds: row.filter((id) => id !== organizationId && groupById.has(id)),
      creates: undefined,
    };
  }
  const byName = { expected: [{ name }], creates: undefined };
  const id = idByName.get(name);
  if (id !== undefined) {
    const outcome = id === organizationId ? 'implied' : 'given';
    return {
      trace: { value, ...renamed, reason: 'matched-by-name', targets: [{ target: id, outcome }] },
      groupIds: id === organizationId ? [] : [id],
      ...byName,
    };
  }
  if (settings.autoCreateMissing) {
    const targets: readonly TracedTarget[] = [{ target: name, outcome: 'created' }];
    return { ...byName, trace: { value, ...renamed, reason: 'created', targets }, groupIds: [], creates: name };
  }
  return { ...byName, trace: { value, ...renamed, reason: 'unmapped', targets: [] }, groupIds: [] };
}

function groupOutcome(group: DirectoryGroup | undefined, organizationId: OrganizationId): TracedTarget['outcome'] {
  if (!group) return 'unknown';
  if (group.organizationId !== organizationId) return 'foreign';
  return group.id === organizationId ? 'implied' : 'given';
}

/**
 * Plans group sync of one organization for one person, who is a member of it.
 *
 * Mirrors `coderd/idpsync/group.go` SyncGroups: only groups of this organization are ever removed; an absent claim
 * removes them all; an unreadable one leaves everything as it is.
 *
 * @param currentGroupIds groups of the person, of any organization, with or without "Everyone"
 */
export function planGroups(sync: CompiledGroupSync, claims: Claims, currentGroupIds: readonly GroupId[]): GroupPlan {
  const { settings, organizationId, groupById, resolve } = sync;
  const untouched = { expected: [], created: [], added: [], removed: [], trace: [] };
  const current = currentGroupIds.filter((id) => isOwnGroup(groupById.get(id), organizationId));
  if (settings.field === '') return { ...untouched, enabled: false, claimPresent: false, kept: current };
  const { present, values } = readClaim(claims, settings.field);
  if (!values.ok) return { ...untouched, enabled: true, claimPresent: present, error: values.error, kept: current };

  const wanted = new Set<GroupId>();
  const created = new Set<string>();
  const expected: ExpectedGroup[] = [];
  const trace: ValueTrace[] = [];
  for (const value of values.value) {
    const resolved = resolve(value);
    trace.push(resolved.trace);
    for (const group of resolved.expected) expected.push(group);
    for (const id of resolved.groupIds) wanted.add(id);
    if (resolved.creates !== undefined) created.add(resolved.creates);
  }
  const held = new Set(currentGroupIds);
  const wantedIds = [...wanted];
  return {
    enabled: true,
    claimPresent: present,
    expected,
    created: [...created],
    added: wantedIds.filter((id) => !held.has(id)),
    kept: wantedIds.filter((id) => held.has(id)),
    removed: current.filter((id) => !wanted.has(id)),
    trace,
  };
}

function isOwnGroup(group: DirectoryGroup | undefined, organizationId: OrganizationId): boolean {
  return group !== undefined && group.organizationId === organizationId && group.id !== organizationId;
}
