import { assignableBy, organizationRoles, siteRoles } from '../authorization/builtInRoles.ts';
import type { Subject } from '../authorization/Subject.ts';

const builtIn = new Set([...siteRoles, ...organizationRoles].map(({ name }) => name));

/**
 * Whether someone may give or take a role. All custom roles count alike.
 *
 * Mirrors `coderd/rbac/roles.go` CanAssignRole.
 *
 * @param organizationId undefined for a site-wide role
 */
export function canAssign(subject: Subject, roleName: string, organizationId: string | undefined): boolean {
  const role = organizationId !== undefined && !builtIn.has(roleName) ? 'custom' : roleName;
  const own = organizationId === undefined ? [] : (subject.organizationRoles.get(organizationId) ?? []);
  return [...subject.siteRoles, ...own].some((name) => assignableBy.get(name)?.includes(role));
}
