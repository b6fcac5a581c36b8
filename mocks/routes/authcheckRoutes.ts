import { Hono } from 'hono';
import { parseUuid } from '../../src/domain/uuid.ts';
import { type AuthorizationObject, mayDo } from '../authorization/Subject.ts';
import type { Core } from '../Core.ts';
import { goBool, goMap, goString, goStruct } from '../go-json/goTypes.ts';
import { ApiError, badRequest } from '../http/ApiError.ts';
import { answer } from '../http/answer.ts';
import type { Env } from '../http/Env.ts';
import { requireSession } from '../http/middleware.ts';
import { readBody } from '../http/readBody.ts';
import { findGroup } from '../state/groups.ts';

const objectType = goStruct(
  'AuthorizationObject',
  { resourceType: '', ownerId: '', organizationId: '', resourceId: '', anyOrganization: false },
  {
    resourceType: ['resource_type', goString],
    ownerId: ['owner_id', goString],
    organizationId: ['organization_id', goString],
    resourceId: ['resource_id', goString],
    anyOrganization: ['any_org', goBool],
  },
);
const checkType = goStruct(
  'AuthorizationCheck',
  { object: objectType.zero, action: '' },
  { object: ['object', objectType], action: ['action', goString] },
);
const bodyType = goStruct(
  'AuthorizationRequest',
  { checks: goMap(checkType).zero },
  { checks: ['checks', goMap(checkType)] },
);

const mostWithId = 10;
const typesWithId: readonly string[] = ['workspace', 'template', 'user', 'group'];

/** Mirrors `coderd/authorize.go`: a denied or unknown check is `false`, never an error. */
export function authcheckRoutes(core: Core): Hono<Env> {
  return new Hono<Env>().post('/authcheck', requireSession(core), async (c) => {
    const { checks } = await readBody(c.req.raw, bodyType);
    const entries = Array.from(checks ?? []);
    if (entries.filter(([, { object }]) => object.resourceId !== '').length > mostWithId) {
      throw badRequest(`Endpoint only supports using "resource_id" field up to ${mostWithId} times.`);
    }
    const results = new Map<string, boolean>();
    for (const [key, { object, action }] of entries) {
      if (object.resourceType === '') {
        throw badRequest(`Object's "resource_type" field must be defined for key ${JSON.stringify(key)}.`);
      }
      if (object.resourceId !== '' && !typesWithId.includes(object.resourceType)) {
        throw new ApiError(400, {
          message: `Object type ${JSON.stringify(object.resourceType)} does not support "resource_id" field.`,
          validations: [{ field: 'resource_type', detail: 'Must be one of: workspace, template, user, group' }],
        });
      }
      const described = {
        type: object.resourceType,
        ownerId: object.ownerId === 'me' ? c.get('user').id : object.ownerId,
        organizationId: object.organizationId,
        anyOrganization: object.anyOrganization,
      };
      const target = object.resourceId === '' ? described : storedObject(core, object.resourceType, object.resourceId);
      results.set(key, target !== undefined && mayDo(c.get('subject'), action, target));
    }
    return answer(200, results);
  });
}

/** What is behind an id replaces all that the check says about it; undefined for what isn't there. */
function storedObject(core: Core, type: string, text: string): AuthorizationObject | undefined {
  const id = parseUuid(text) ?? '';
  const group = type === 'group' ? findGroup(core.state, id) : undefined;
  if (group) return { type, organizationId: group.organizationId, readableByGroups: [group.id] };
  return type === 'user' && core.state.users.has(id) ? { type, ownerId: id } : undefined;
}
