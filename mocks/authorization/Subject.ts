import { customRoleKey, type Permission, type State, type User } from '../state/State.ts';
import {
  memberRole,
  organizationMemberRole,
  organizationRoles,
  type RolePermissions,
  siteRoles,
} from './builtInRoles.ts';
import { resourceActions } from './permissions.ts';

/** What is acted on. */
export interface AuthorizationObject {
  readonly type: string;
  readonly ownerId?: string | undefined;
  readonly organizationId?: string | undefined;
  /** In whatever organization: one that allows it is enough. */
  readonly anyOrganization?: boolean;
  /** Members of these groups may read it, if they're in its organization. */
  readonly readableByGroups?: readonly string[];
}

/** Someone who acts, with the permissions of all their roles. */
export interface Subject {
  readonly userId: string;
  readonly groupIds: ReadonlySet<string>;
  readonly organizationIds: ReadonlySet<string>;
  readonly siteRoles: readonly string[];
  /** Explicit and implied role names by organization. */
  readonly organizationRoles: ReadonlyMap<string, readonly string[]>;
  readonly site: readonly Permission[];
  readonly user: readonly Permission[];
  readonly organization: ReadonlyMap<
    string,
    { readonly all: readonly Permission[]; readonly own: readonly Permission[] }
  >;
}

const siteRolesByName = new Map(siteRoles.map((role) => [role.name, role]));
const organizationRolesByName = new Map(
  [organizationMemberRole, ...organizationRoles].map((role) => [role.name, role]),
);

/** Expands someone's roles, implied ones included. Mirrors `coderd/httpmw/apikey.go` UserRBACSubject. */
export function subjectOf(state: State, user: User): Subject {
  const roles: RolePermissions[] = [memberRole, ...user.siteRoles.flatMap((name) => siteRolesByName.get(name) ?? [])];
  const organization = new Map<string, { all: Permission[]; own: Permission[] }>();
  const roleNames = new Map<string, readonly string[]>();
  for (const membership of user.memberships) {
    const id = membership.organizationId;
    const implied = state.organizations.get(id)?.defaultMemberRoles ?? [];
    const names = ['organization-member', ...implied, ...membership.roles];
    const here = names.flatMap((name) => organizationRolesByName.get(name) ?? []);
    const custom = names.flatMap((name) => state.customRoles.get(customRoleKey(id, name))?.permissions ?? []);
    roles.push(...here.map((role) => ({ ...role, organization: [], member: [] })));
    roleNames.set(id, names);
    organization.set(id, {
      all: [...here.flatMap((role) => role.organization), ...custom],
      own: here.flatMap((role) => role.member),
    });
  }
  return {
    userId: user.id,
    groupIds: new Set([...user.groupIds, ...organization.keys()]),
    organizationIds: new Set(organization.keys()),
    siteRoles: user.siteRoles,
    organizationRoles: roleNames,
    site: roles.flatMap((role) => role.site),
    user: roles.flatMap((role) => role.user),
    organization,
  };
}

/**
 * The one decision that all handlers and `authcheck` ask for.
 *
 * Mirrors `coderd/rbac/policy.rego`: site, then organization, then owner; a negative permission ends it at its level.
 */
export function mayDo(subject: Subject, action: string, object: AuthorizationObject): boolean {
  if (!resourceActions.get(object.type)?.includes(action)) return false;
  const votes = [
    () => vote(subject.site, action, object.type),
    () => organizationVote(subject, action, object),
    () => ownerVote(subject, action, object),
  ];
  for (const decide of votes) {
    const decision = decide();
    if (decision !== 'none') return decision === 'allow';
  }
  return readableByGroup(subject, action, object);
}

type Vote = 'allow' | 'deny' | 'none';

function vote(permissions: readonly Permission[], action: string, type: string): Vote {
  let result: Vote = 'none';
  for (const permission of permissions) {
    const matches =
      (permission.resourceType === type || permission.resourceType === '*') &&
      (permission.action === action || permission.action === '*');
    if (matches && permission.negate) return 'deny';
    if (matches) result = 'allow';
  }
  return result;
}

function organizationVote(subject: Subject, action: string, object: AuthorizationObject): Vote {
  if (object.anyOrganization) {
    const votes = Array.from(subject.organization.values(), ({ all }) => vote(all, action, object.type));
    return votes.includes('allow') ? 'allow' : 'none';
  }
  if (!object.organizationId) return 'none';
  return vote(subject.organization.get(object.organizationId)?.all ?? [], action, object.type);
}

function ownerVote(subject: Subject, action: string, object: AuthorizationObject): Vote {
  if (!object.ownerId || object.ownerId !== subject.userId) return 'none';
  if (!object.organizationId) return vote(subject.user, action, object.type);
  const here = subject.organization.get(object.organizationId);
  return here ? vote([...subject.user, ...here.own], action, object.type) : 'none';
}

function readableByGroup(subject: Subject, action: string, object: AuthorizationObject): boolean {
  if (action !== 'read' || !object.organizationId || !subject.organizationIds.has(object.organizationId)) return false;
  return (object.readableByGroups ?? []).some((id) => subject.groupIds.has(id));
}
