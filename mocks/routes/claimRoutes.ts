import { Hono } from 'hono';
import type { Claims } from '../../src/domain/claims.ts';
import { mayDo } from '../authorization/Subject.ts';
import type { Core } from '../Core.ts';
import { ApiError, badRequest } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';

/**
 * Claim fields and values that the deployment has seen, of everybody or of an organization's members, in no order.
 *
 * Mirrors `enterprise/coderd/idpsync.go` and `coderd/database/queries/user_links.sql`.
 */
export function claimRoutes(core: Core): Hono<Env> {
  function seenClaims(c: ApiContext): Claims[] {
    const organizationId = c.get('organization')?.id;
    return Array.from(core.state.users.values()).flatMap((user) => {
      const member = user.memberships.some((membership) => membership.organizationId === organizationId);
      if (user.loginType !== 'oidc' || (organizationId !== undefined && !member)) return [];
      return user.claims?.merged ?? [];
    });
  }

  function authorize(c: ApiContext, message: string): void {
    const object = { type: 'idpsync_settings', organizationId: c.get('organization')?.id };
    if (mayDo(c.get('subject'), 'read', object)) return;
    throw new ApiError(403, { message, detail: 'idpsync_settings.read permission is required' });
  }

  return new Hono<Env>()
    .get('/available-fields', (c) => {
      authorize(c, 'You do not have permission to view the available IDP fields');
      const fields = new Set<string>();
      for (const claims of seenClaims(c)) for (const field of claims.keys()) fields.add(field);
      return answer(200, fields.size > 0 ? Array.from(fields) : null);
    })
    .get('/field-values', (c) => {
      const field = c.req.query('claimField');
      if (!field) throw badRequest('claimField query parameter is required');
      authorize(c, 'You do not have permission to view the IDP claim field values');
      const values = new Set<string>();
      for (const claims of seenClaims(c)) for (const value of stringsOf(claims.get(field))) values.add(value);
      return answer(200, Array.from(values));
    });
}

/** A string counts as one value, also a CSV one; elements that aren't strings, and other types, don't count. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((element) => typeof element === 'string') : [];
}
