import { Hono } from 'hono';
import { mayDo } from '../authorization/Subject.ts';
import type { Core } from '../Core.ts';
import { resourceNotFound } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import { organizationParam, requireSession, userParam } from '../http/middleware.ts';
import type { Organization } from '../state/State.ts';
import { organizationJson } from './organizationJson.ts';
import { organizationWriteRoutes } from './organizationWriteRoutes.ts';

/** Mirrors `coderd/organizations.go`. */
export function organizationRoutes(core: Core): Hono<Env> {
  return new Hono<Env>()
    .get('/organizations', requireSession(core), (c) =>
      answer(
        200,
        Array.from(core.state.organizations.values())
          .filter((organization) => isVisible(c, organization))
          .map(organizationJson),
      ),
    )
    .get('/organizations/:organization', requireSession(core), organizationParam(core), (c) =>
      answer(200, organizationJson(c.get('organization'))),
    )
    .get('/users/:user/organizations', requireSession(core), userParam(core), (c) =>
      answer(
        200,
        c
          .get('target')
          .memberships.flatMap(({ organizationId }) => core.state.organizations.get(organizationId) ?? [])
          .filter((organization) => isVisible(c, organization))
          .map(organizationJson),
      ),
    )
    .get('/users/:user/organizations/:organization', requireSession(core), userParam(core), (c) => {
      const name = c.req.param('organization');
      const organization = Array.from(core.state.organizations.values()).find(
        (one) => one.name === name && !one.deleted,
      );
      const member = c.get('target').memberships.some(({ organizationId }) => organizationId === organization?.id);
      if (!organization || !member) throw resourceNotFound();
      return answer(200, organizationJson(organization));
    })
    .route('/', organizationWriteRoutes(core));
}

function isVisible(c: ApiContext, { id, deleted }: Organization): boolean {
  return !deleted && mayDo(c.get('subject'), 'read', { type: 'organization', organizationId: id });
}
