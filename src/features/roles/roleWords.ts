import { ApiError, hasStatus } from '../../api/ApiError.ts';
import type { RolePermission } from '../../api/organizations.ts';
import { findNameProblem, type NameProblem, roleNameLimit } from '../../domain/names.ts';
import { errorWords } from '../../session/errorWords.ts';
import { actionLabel, resourceLabel } from './resourceActions.ts';

const namePhrases: Readonly<Record<NameProblem, string>> = {
  empty: 'Enter a name.',
  'too-long': `At most ${roleNameLimit} characters.`,
  characters: 'Letters, digits and single hyphens between them, such as release-manager.',
  reserved: 'Coder keeps this name for itself.',
};

/** Names of site-wide and hidden roles, which no list of an organization shows. `coderd/rbac/roles.go` ReservedRoleName. */
const hiddenNames = [
  'owner',
  'member',
  'auditor',
  'template-admin',
  'user-admin',
  'organization-member',
  'organization-service-account',
];

/**
 * Says what the server would refuse about the name of a new role; undefined if nothing.
 *
 * @param builtIn names of the built-in roles
 * @param custom names of the custom roles, as stored: in lower case
 */
export function roleNameWords(name: string, builtIn: readonly string[], custom: readonly string[]): string | undefined {
  const problem = findNameProblem(name, roleNameLimit, [...hiddenNames, ...builtIn]);
  if (problem !== undefined) return namePhrases[problem];
  const stored = name.toLowerCase();
  return custom.includes(stored) ? `There is a role ${stored} already.` : undefined;
}

/** What failed, and at which part of the form if it is about one. */
export interface RoleFailure {
  readonly field: 'name' | 'permissions' | undefined;
  readonly text: string;
}

/** Words for a role that couldn't be created or changed. The server tells a missing right by a 404. */
export function roleFailure(error: unknown, what: string): RoleFailure {
  if (hasStatus(error, 404) && error.message !== 'Route not found.') {
    return { field: undefined, text: `You may not ${what}, or it is gone meanwhile.` };
  }
  if (error instanceof ApiError && error.status === 400) {
    if (error.message === 'Failed to update role permissions') {
      return { field: 'permissions', text: error.detail ?? error.message };
    }
    if (error.validations.some(({ field }) => field === 'name')) {
      return { field: 'name', text: `The server refuses this: ${error.validations[0]?.detail}` };
    }
    if (/name/i.test(error.message)) return { field: 'name', text: error.message };
  }
  const { title, detail } = errorWords(error, what);
  return { field: undefined, text: detail === undefined ? title : `${title}: ${detail}` };
}

/** Permissions of one resource type, in a sentence. */
export interface PermissionLine {
  readonly resource: string;
  readonly label: string;
  readonly allowed: readonly string[];
  /** What the role keeps its people from, whatever other roles say. */
  readonly forbidden: readonly string[];
}

/** Groups permissions by resource type, in the order of their labels. */
export function permissionLines(permissions: readonly RolePermission[]): readonly PermissionLine[] {
  const byResource = new Map<string, RolePermission[]>();
  for (const permission of permissions) {
    const list = byResource.get(permission.resource);
    if (list) list.push(permission);
    else byResource.set(permission.resource, [permission]);
  }
  const actions = (list: readonly RolePermission[], wanted: boolean) =>
    list.filter(({ negate }) => negate === wanted).map(({ action }) => actionLabel(action));
  return [...byResource]
    .map(([resource, list]) => ({
      resource,
      label: resourceLabel(resource),
      allowed: actions(list, false),
      forbidden: actions(list, true),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
