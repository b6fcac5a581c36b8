import { ApiError, forbidden, internalError, routeNotFound } from '../http/ApiError.ts';
import { answer, answerError } from '../http/answer.ts';
import type { Fault } from './Faults.ts';
import type { Scenario } from './Scenario.ts';
import { wait } from './wait.ts';

const settings = '/settings/idpsync';
const slowMs = 3000;
const timeoutMs = 35_000;

function isSave(method: string, path: string): boolean {
  return method === 'PATCH' && path.includes(settings);
}

function isGet(suffix: RegExp): Fault['matches'] {
  return (method, path) => method === 'GET' && suffix.test(path);
}

const resources = {
  'group settings': isGet(/\/settings\/idpsync\/groups$/),
  'role settings': isGet(/\/settings\/idpsync\/roles$/),
  'organization settings': isGet(/\/api\/v2\/settings\/idpsync\/organization$/),
  groups: isGet(/\/api\/v2\/(organizations\/[^/]+\/)?groups$/),
  roles: isGet(/\/organizations\/[^/]+\/members\/roles$/),
  'field values': isGet(/\/field-values$/),
  'available fields': isGet(/\/available-fields$/),
  organizations: isGet(/\/api\/v2\/organizations$/),
  members: isGet(/\/organizations\/[^/]+\/(paginated-)?members$/),
  'the deployment config': isGet(/\/deployment\/config$/),
  'the audit log': isGet(/\/api\/v2\/audit$/),
} as const;
type Resource = keyof typeof resources;

const broken = () => answerError(internalError('pq: the database system is in recovery mode'));

function nextSave<Name extends string>(name: Name, says: string, strike: Fault['strike']): Scenario<Name> {
  return { name, says, kind: 'fault', fault: { matches: isSave, once: true, strike } };
}

function failing<Name extends string>(name: Name, resource: Resource): Scenario<Name> {
  return {
    name,
    says: `Reading ${resource} fails with 500 until everything works again.`,
    kind: 'fault',
    fault: { matches: resources[resource], once: false, strike: async () => broken() },
  };
}

function slow<Name extends string>(name: Name, resource: Resource): Scenario<Name> {
  return {
    name,
    says: `Reading ${resource} takes ${slowMs / 1000} seconds until everything works again.`,
    kind: 'fault',
    fault: { matches: resources[resource], once: false, strike: slowly },
  };
}

/** Routes that an older server doesn't have. */
function missing<Name extends string>(name: Name, says: string, route: RegExp): Scenario<Name> {
  const matches: Fault['matches'] = (_method, path) => route.test(path);
  return {
    name,
    says,
    kind: 'fault',
    fault: { matches, once: false, strike: async () => answerError(routeNotFound()) },
  };
}

async function slowly(request: Request): Promise<undefined> {
  await wait(slowMs, request.signal);
}

export const faultScenarios = [
  nextSave('the next save answers 500', 'The next PATCH of sync settings fails and writes nothing.', async () =>
    broken(),
  ),
  nextSave('the next save answers 403', 'The next PATCH of sync settings is forbidden, whoever sends it.', async () =>
    answerError(forbidden()),
  ),
  nextSave('the next save answers 429', 'The next PATCH of sync settings is one too many.', async () =>
    answerError(
      new ApiError(
        429,
        { message: "You've been rate limited for sending more than 512 requests in 1m0s." },
        { 'X-RateLimit-Limit': '512', 'X-RateLimit-Remaining': '0', 'Retry-After': '60' },
      ),
    ),
  ),
  nextSave(
    'the next save answers 400',
    'The server refuses the next PATCH of sync settings because of its regex.',
    async () =>
      answerError(
        new ApiError(400, {
          message: 'Request body must be valid JSON.',
          detail: 'error parsing regexp: missing closing ): `(`',
        }),
      ),
  ),
  nextSave(
    'the next save answers slowly',
    `The next PATCH of sync settings takes ${slowMs / 1000} seconds and works.`,
    slowly,
  ),
  nextSave(
    'the next save times out',
    'The next PATCH of sync settings gets no answer within 30 seconds and writes nothing.',
    async (request) => {
      await wait(timeoutMs, request.signal);
      return new Response('upstream timed out\n', { status: 504, headers: { 'Content-Type': 'text/plain' } });
    },
  ),
  failing('group settings answer 500', 'group settings'),
  failing('role settings answer 500', 'role settings'),
  failing('organization settings answer 500', 'organization settings'),
  failing('groups answer 500', 'groups'),
  failing('roles answer 500', 'roles'),
  failing('field values answer 500', 'field values'),
  failing('available fields answer 500', 'available fields'),
  failing('organizations answer 500', 'organizations'),
  failing('members answer 500', 'members'),
  failing('the deployment config answers 500', 'the deployment config'),
  failing('the audit log answers 500', 'the audit log'),
  {
    name: 'group settings answer with garbage',
    says: 'Reading group settings answers 200 with JSON of another shape.',
    kind: 'fault',
    fault: {
      matches: resources['group settings'],
      once: false,
      strike: async () =>
        answer(200, { field: 42, mapping: { 'eng-backend': 'not a list' }, auto_create_missing_groups: 'yes' }),
    },
  },
  {
    name: 'group settings answer with a web page',
    says: 'Something between the browser and Coder answers 200 with HTML.',
    kind: 'fault',
    fault: {
      matches: resources['group settings'],
      once: false,
      strike: async () =>
        new Response('<!doctype html><title>Sign in</title>', {
          headers: { 'Content-Type': 'text/html; charset=utf-8' },
        }),
    },
  },
  missing(
    'an older server without narrow writes',
    'Sync settings have no /config and no /mapping: only whole PATCH.',
    /\/settings\/idpsync\/(groups|roles|organization)\/(config|mapping)$/,
  ),
  missing(
    'an older server without claim fields',
    'Nobody can ask which claims logins carried: no available-fields, no field-values, no oidc-claims.',
    /\/(settings\/idpsync\/(available-fields|field-values)|users\/oidc-claims)$/,
  ),
  missing(
    'an older server without IdP sync settings',
    'Sync was set up by server flags alone: no settings routes at all.',
    /\/settings\/idpsync\//,
  ),
  slow('claim values answer slowly', 'field values'),
  slow('groups answer slowly', 'groups'),
  slow('group settings answer slowly', 'group settings'),
] as const satisfies readonly Scenario[];
