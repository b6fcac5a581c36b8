import type { QueryClient } from '@tanstack/react-query';
import { hasStatus } from '../../api/ApiError.ts';
import { entitlementsQuery } from '../../api/entitlements.ts';
import { groupsQuery } from '../../api/groups.ts';
import type { SettingsScope } from '../../api/keys.ts';
import { type Organization, organizationsQuery, rolesQuery } from '../../api/organizations.ts';
import { permissionsQuery } from '../../api/permissions.ts';
import { defaultFlags, previewFlags } from '../../api/previewFlags.ts';
import { serverFlagsQuery } from '../../api/serverFlags.ts';
import { settingsQuery } from '../../api/syncSettings.ts';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';
import { type DeploymentSettings, makeWorld, type TestDirectory } from '../../domain/claim-tests/TestDirectory.ts';
import { organizationsBefore, type TestWorld } from '../../domain/claim-tests/testWorld.ts';
import { compileOrganizationSync, planOrganizations } from '../../domain/organizations.ts';
import { emptySettings, type OrganizationId, type SyncSettings } from '../../domain/settings.ts';

/** Settings in place of what is saved; undefined: as saved. */
export type SettingsOf = (scope: SettingsScope) => SyncSettings | undefined;

/** The two states that tests run in. */
export interface Sides {
  readonly saved: SettingsOf;
  readonly draft: SettingsOf;
}

/** What tests run in, by state, and what is around both. */
export interface Worlds {
  readonly saved: TestWorld;
  readonly draft: TestWorld;
  readonly directory: TestDirectory;
}

type Loaded<T> =
  | { readonly data: T; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: string };

/** As much of a test as decides which organizations matter. */
export type Traveller = Pick<ClaimTest, 'claims' | 'memberOf' | 'expected'>;

/**
 * Loads what tests depend on, mostly from the cache: of those organizations only in which somebody is afterwards, with either side.
 * What may not be read, or can't be, becomes a gap.
 *
 * @param everywhere of all organizations, as an export needs it
 * @throws ApiError, if there is nothing to go on with
 */
export async function readWorlds(
  client: QueryClient,
  travellers: readonly Traveller[],
  sides: Sides,
  everywhere = false,
): Promise<Worlds> {
  const [organizations, permissions, entitled] = await Promise.all([
    client.ensureQueryData(organizationsQuery),
    client.ensureQueryData(permissionsQuery(undefined)),
    client.ensureQueryData(entitlementsQuery),
  ]);
  const readsFlags = permissions.get('readDeploymentConfig') === true;
  const readsOrganizations = permissions.get('readOrganizationSync') === true;
  const [flags, sync] = await Promise.all([
    load(readsFlags, () => client.ensureQueryData(serverFlagsQuery)),
    load(readsOrganizations, () => cached(client, { kind: 'organization' })),
  ]);
  const saved = sync.data ?? emptySettings;
  const syncOf = (settingsOf: SettingsOf) => settingsOf({ kind: 'organization' }) ?? saved;
  const base = { organizations, isSyncKnown: sync.problem === undefined, isEntitled: entitled.organization };
  const reached = everywhere
    ? organizations.map(({ id }) => id)
    : [...new Set([sides.saved, sides.draft].flatMap((side) => destinations(travellers, syncOf(side), base)))];
  const parts = new Map(
    await Promise.all(reached.map(async (id) => [id, await loadOrganization(client, id)] as const)),
  );
  const {
    ignoreEmailVerified,
    emailField,
    emailDomains,
    secondary: _,
    ...loginFlags
  } = flags.data ? previewFlags(flags.data) : defaultFlags;
  const directory: TestDirectory = {
    organizations: organizations.map((organization) => ({
      id: organization.id,
      name: organization.name,
      isDefault: organization.isDefault,
      defaultMemberRoles: organization.defaultMemberRoles,
      roles: parts.get(organization.id)?.roles.data ?? [],
      groups: parts.get(organization.id)?.groups.data ?? new Map(),
    })),
    flags: loginFlags,
    email: { ignoreEmailVerified, emailField, emailDomains },
    entitled,
  };
  const gaps = {
    ...(flags.problem !== undefined && { flags: flags.problem }),
    ...(sync.problem !== undefined && { organizations: sync.problem }),
    ...partGaps(parts),
  };
  const worldOf = (side: SettingsOf): TestWorld =>
    makeWorld(directory, { organizationSync: syncOf(side), ...settingsOfParts(parts, side) }, gaps);
  return { saved: worldOf(sides.saved), draft: worldOf(sides.draft), directory };
}

interface Surroundings {
  readonly organizations: readonly Organization[];
  readonly isSyncKnown: boolean;
  readonly isEntitled: boolean;
}

/** Where people are after their login, as far as organization sync says. */
function destinations(
  travellers: readonly Traveller[],
  settings: SyncSettings,
  { organizations, isSyncKnown, isEntitled }: Surroundings,
): readonly OrganizationId[] {
  const known = organizations.map(({ id, isDefault }) => ({ id, isDefault, deleted: false }));
  const sync = compileOrganizationSync(isEntitled ? settings : emptySettings, known);
  const organizationIds = new Map(organizations.map(({ id, name }) => [name, id]));
  return travellers.flatMap((traveller) => {
    const before = organizationsBefore(traveller, known, organizationIds, isSyncKnown);
    const plan = planOrganizations(sync, traveller.claims, before);
    return [...plan.kept, ...plan.added];
  });
}

interface OrganizationParts {
  readonly groupSync: Loaded<SyncSettings>;
  readonly roleSync: Loaded<SyncSettings>;
  readonly groups: Loaded<ReadonlyMap<string, string>>;
  readonly roles: Loaded<readonly string[]>;
}

async function loadOrganization(client: QueryClient, organizationId: OrganizationId): Promise<OrganizationParts> {
  const permissions = await client.ensureQueryData(permissionsQuery(organizationId));
  const [groupSync, roleSync, groups, roles] = await Promise.all([
    load(permissions.get('readSync') === true, () => cached(client, { kind: 'group', organizationId })),
    load(permissions.get('readSync') === true, () => cached(client, { kind: 'role', organizationId })),
    load(permissions.get('readGroups') === true, async () => {
      const list = await client.ensureQueryData(groupsQuery(organizationId));
      return new Map(list.map(({ id, name }) => [id, name]));
    }),
    load(permissions.get('readRoles') === true, async () => {
      const list = await client.ensureQueryData(rolesQuery(organizationId));
      return list.map(({ name }) => name);
    }),
  ]);
  return { groupSync, roleSync, groups, roles };
}

/** What is at hand answers at once, and is refreshed behind it. */
function cached(client: QueryClient, scope: SettingsScope): Promise<SyncSettings> {
  return client.ensureQueryData({ ...settingsQuery(scope), revalidateIfStale: true });
}

async function load<T>(mayRead: boolean, ask: () => Promise<T>): Promise<Loaded<T>> {
  if (!mayRead) return { problem: 'you may not read it.' };
  try {
    return { data: await ask() };
  } catch (error) {
    return { problem: hasStatus(error, 403) ? 'you may not read it.' : 'it couldn’t be loaded.' };
  }
}

function partGaps(parts: ReadonlyMap<OrganizationId, OrganizationParts>): Pick<TestWorld['gaps'], 'groups' | 'roles'> {
  const groups = new Map<OrganizationId, string>();
  const roles = new Map<OrganizationId, string>();
  for (const [id, part] of parts) {
    const group = part.groupSync.problem ?? part.groups.problem;
    if (group !== undefined) groups.set(id, group);
    const role = part.roleSync.problem ?? part.roles.problem;
    if (role !== undefined) roles.set(id, role);
  }
  return { groups, roles };
}

function settingsOfParts(
  parts: ReadonlyMap<OrganizationId, OrganizationParts>,
  side: SettingsOf,
): Pick<DeploymentSettings, 'groupSync' | 'roleSync'> {
  const settings = (kind: 'group' | 'role') =>
    new Map(
      [...parts].map(([organizationId, part]) => {
        const saved = (kind === 'group' ? part.groupSync : part.roleSync).data;
        return [organizationId, side({ kind, organizationId }) ?? saved ?? emptySettings];
      }),
    );
  return { groupSync: settings('group'), roleSync: settings('role') };
}
