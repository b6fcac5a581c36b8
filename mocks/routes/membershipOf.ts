import { mayDo } from '../authorization/Subject.ts';
import { resourceNotFound } from '../http/ApiError.ts';
import type { ApiContext } from '../http/Env.ts';
import type { Membership } from '../state/State.ts';

/** Membership of `{user}` in `{organization}`. @throws {ApiError} 404, also if the caller can't see it */
export function membershipOf(c: ApiContext): Membership {
  const { id: organizationId } = c.get('organization');
  const user = c.get('target');
  const membership = user.memberships.find((one) => one.organizationId === organizationId);
  const object = { type: 'organization_member', organizationId, ownerId: user.id };
  if (!membership || !mayDo(c.get('subject'), 'read', object)) throw resourceNotFound();
  return membership;
}
