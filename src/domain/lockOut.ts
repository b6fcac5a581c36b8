import type { ClaimError, Claims } from './claims.ts';
import type { Memberships } from './directory.ts';
import { impliedRoles } from './impliedRoles.ts';
import { compileOrganizationSync, type OrganizationPlan, planOrganizations } from './organizations.ts';
import { compileRoleSync, planRoles, type RolePlan } from './roles.ts';
import type { OrganizationId, RoleName, SyncSettings } from './settings.ts';

/** What the editing person would lose at their own next login. */
export type Loss =
  /** The claim can't be read: organization sync fails the whole login. */
  | { readonly kind: 'login-refused'; readonly field: string; readonly error: ClaimError }
  /** A role is asked for that sync may not assign, which fails the whole login. */
  | { readonly kind: 'role-refused'; readonly role: RoleName }
  /** A role that lets the person change these very settings. */
  | { readonly kind: 'role-lost'; readonly role: RoleName }
  | { readonly kind: 'organization-left'; readonly organizationId: OrganizationId }
  | { readonly kind: 'no-organization' };

/** What the editing person would lose through a draft; `unchecked` if that couldn't be found out. */
export type OwnLosses = readonly Loss[] | 'unchecked';

/** The editing person, as far as sync looks at them. */
export interface OwnLogin {
  /** Merged claims of their last login. */
  readonly claims: Claims;
  readonly memberships: Pick<Memberships, 'organizationIds' | 'roles'>;
}

/** Where the settings apply: the roles of one organization, or all organizations of the deployment. */
export type LockOutScope =
  | {
      readonly kind: 'role';
      readonly organizationId: OrganizationId;
      /** Every role that exists there; `managing` if it lets people change sync settings. */
      readonly roles: readonly { readonly name: RoleName; readonly managing: boolean }[];
      readonly defaultMemberRoles: readonly RoleName[];
    }
  | {
      readonly kind: 'organization';
      readonly organizations: readonly { readonly id: OrganizationId; readonly isDefault: boolean }[];
    };

/**
 * Says what oneself would lose at the next login if a draft were saved, and wouldn't lose with what is saved already.
 * Group sync isn't asked: no group gives the right to change settings, and its claim never refuses a login.
 *
 * @returns the losses, the worst first; none if the draft takes nothing of this from the person
 */
export function lockOut(
  scope: LockOutScope,
  saved: SyncSettings,
  draft: SyncSettings,
  { claims, memberships }: OwnLogin,
): readonly Loss[] {
  if (scope.kind === 'organization') {
    const plan = (settings: SyncSettings) =>
      planOrganizations(
        compileOrganizationSync(
          settings,
          scope.organizations.map((organization) => ({ ...organization, deleted: false })),
        ),
        claims,
        memberships.organizationIds,
      );
    return organizationLosses(plan(saved), plan(draft), draft.field);
  }
  // Roles are synced for members only: somebody from outside has nothing to lose here.
  if (!memberships.organizationIds.includes(scope.organizationId)) return [];
  const plan = (settings: SyncSettings) =>
    planRoles(
      compileRoleSync(settings, {
        roles: scope.roles.map(({ name }) => name),
        implied: impliedRoles(scope.defaultMemberRoles),
      }),
      claims,
      memberships.roles.get(scope.organizationId) ?? [],
    );
  const managing = new Set(scope.roles.filter((role) => role.managing).map(({ name }) => name));
  return roleLosses(plan(saved), plan(draft), managing);
}

function organizationLosses(saved: OrganizationPlan, draft: OrganizationPlan, field: string): readonly Loss[] {
  if (draft.error) return saved.error ? [] : [{ kind: 'login-refused', field, error: draft.error }];
  const left = saved.kept.filter((id) => draft.removed.includes(id));
  if (left.length === 0) return [];
  if (draft.kept.length + draft.added.length === 0) return [{ kind: 'no-organization' }];
  return left.map((organizationId) => ({ kind: 'organization-left', organizationId }));
}

function roleLosses(saved: RolePlan, draft: RolePlan, managing: ReadonlySet<RoleName>): readonly Loss[] {
  const refused = draft.refused.filter((role) => !saved.refused.includes(role));
  if (refused.length > 0) return refused.map((role) => ({ kind: 'role-refused', role }));
  // A refused login changes nothing, so that neither takes a role.
  if (draft.refused.length > 0) return [];
  const after = saved.refused.length > 0 ? [...saved.kept, ...saved.removed] : saved.kept;
  return after
    .filter((role) => managing.has(role) && draft.removed.includes(role))
    .map((role) => ({ kind: 'role-lost', role }));
}
