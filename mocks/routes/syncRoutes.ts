import { Hono } from 'hono';
import { mayDo } from '../authorization/Subject.ts';
import type { Core } from '../Core.ts';
import { forbidden } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { ApiContext, Env } from '../http/Env.ts';
import { readBody } from '../http/readBody.ts';
import type { StoredMapping } from '../state/State.ts';
import { asStored } from '../state/syncSettings.ts';
import { audited } from './auditRequest.ts';
import { applyMappingDiff, mappingDiffType } from './mappingDiff.ts';
import type { SyncResource } from './SyncResource.ts';

/** `resource_id` of all audit entries about sync settings. */
const auditedResourceId = '51a51c00-0000-0000-0000-000000000000';

/**
 * GET, whole PATCH, `/config` and `/mapping` of one kind of sync settings. There is neither a DELETE nor a feature gate.
 *
 * Mirrors `enterprise/coderd/idpsync.go`.
 */
export function syncRoutes<S extends { readonly mapping: StoredMapping }>(
  core: Core,
  kind: SyncResource<S>,
): Hono<Env> {
  const mappingType = mappingDiffType(kind.mappingRequest, kind.target);

  function organizationIdOf(c: ApiContext): string | undefined {
    return c.get('organization')?.id;
  }

  function authorize(c: ApiContext, action: 'read' | 'update'): void {
    const object = { type: 'idpsync_settings', organizationId: organizationIdOf(c) };
    if (!mayDo(c.get('subject'), action, object)) throw forbidden();
  }

  /** @param change new settings as they are in the server's memory, `null` mapping included */
  function patch(c: ApiContext, change: (settings: S) => Promise<S>, reread: boolean): Promise<Response> {
    const organizationId = organizationIdOf(c);
    const audit = { ...kind.audit, action: 'write' as const, resourceId: auditedResourceId };
    return audited(core, c, { ...audit, organizationId: organizationId ?? null }, async () => {
      authorize(c, 'update');
      const body = await change(kind.load(core.state, organizationId ?? ''));
      const before = kind.load(core.state, organizationId ?? '');
      kind.save(core.state, organizationId ?? '', asStored(body));
      const after = reread ? asStored(body) : body;
      return {
        response: answer(200, kind.wire(after)),
        before: kind.auditFields(before),
        after: kind.auditFields(after),
      };
    });
  }

  return new Hono<Env>()
    .get('/', (c) => {
      authorize(c, 'read');
      return answer(200, kind.wire(asStored(kind.load(core.state, organizationIdOf(c) ?? ''))));
    })
    .patch('/', (c) =>
      patch(
        c,
        async () => {
          const settings = await readBody(c.req.raw, kind.whole);
          kind.checkWhole(settings);
          return settings;
        },
        true,
      ),
    )
    .patch('/config', (c) =>
      patch(c, async () => (await kind.readConfig(c.req.raw))(kind.load(core.state, organizationIdOf(c) ?? '')), false),
    )
    .patch('/mapping', (c) =>
      patch(
        c,
        async () => {
          const diff = await readBody(c.req.raw, mappingType);
          const settings = kind.load(core.state, organizationIdOf(c) ?? '');
          return { ...settings, mapping: applyMappingDiff(settings.mapping, diff) };
        },
        false,
      ),
    );
}
