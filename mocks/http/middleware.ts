import { nilUuid, parseUuid } from '../../src/domain/uuid.ts';
import { mayDo } from '../authorization/Subject.ts';
import { type Core, updateUser } from '../Core.ts';
import type { Organization, State, User } from '../state/State.ts';
import { ApiError, badRequest, resourceNotFound, routeNotFound } from './ApiError.ts';
import { answerText, goTime } from './answer.ts';
import { authenticate } from './authenticate.ts';
import { csrfFailure } from './csrf.ts';
import type { ApiMiddleware } from './Env.ts';
import { sessionTokenOf } from './sessionToken.ts';

export const buildVersion = 'v2.34.0+69f9b0e';

/** What each response carries. Mirrors `coderd/coderd.go` and `coderd/httpmw/requestid.go`. */
export function commonHeaders(core: Core): ApiMiddleware {
  return async (c, next) => {
    const requestId = crypto.randomUUID();
    c.set('requestId', requestId);
    await next();
    const headers = c.res.headers;
    headers.set('X-Coder-Build-Version', buildVersion);
    headers.set('X-Coder-Request-Id', requestId);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.append('Vary', 'Cookie');
    headers.append('Vary', 'Origin');
    const warnings = core.state.deployment.entitlementWarnings;
    const subject = c.get('subject');
    if (warnings.length > 0 && subject && mayDo(subject, 'read', { type: 'deployment_config' })) {
      for (const warning of warnings) headers.append('X-Coder-Entitlements-Warning', warning);
    }
  };
}

/** No other origin is allowed: a preflight is answered, without a header that would allow it. `coderd/httpmw/cors.go` */
export const cors: ApiMiddleware = async (c, next) => {
  const preflight = c.req.method === 'OPTIONS' && c.req.header('Access-Control-Request-Method') !== undefined;
  return preflight ? new Response(null, { status: 200 }) : next();
};

/** Before anything else, and in plain text. */
export const csrf: ApiMiddleware = async (c, next) => {
  const failure = csrfFailure(c.req.raw);
  return failure === undefined ? next() : answerText(400, failure);
};

const loginPaths = /^\/api\/v2\/users\/(login$|otp\/|oauth2\/|oidc\/)/;
const bypassHeader = 'X-Coder-Bypass-Ratelimit';

/** Mirrors `coderd/httpmw/ratelimit.go`: by user, or by address without one, and exact path. */
export function rateLimit(core: Core): ApiMiddleware {
  return async (c, next) => {
    const caller = knownUser(core, c.req.raw);
    if (caller && c.req.header(bypassHeader) === 'true') {
      if (!caller.siteRoles.includes('owner')) {
        return answerText(
          428,
          'Rate limit bypass header provided, but user is not authorized to bypass rate limits: user does not have the owner role',
        );
      }
      return next();
    }
    const login = loginPaths.test(c.req.path);
    const limit = login ? 60 : core.state.deployment.apiRateLimit;
    if (limit < 0) return next();
    const key = `${caller?.id ?? 'anonymous'} ${c.req.path}`;
    const { allowed, remaining, reset } = core.rateLimiter.count(key, limit, core.now().getTime());
    const headers = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': String(reset),
    };
    if (!allowed) {
      throw new ApiError(
        429,
        { message: `You've been rate limited for sending more than ${limit} requests in 1m0s.` },
        { ...headers, 'Retry-After': '60' },
      );
    }
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}

function knownUser(core: Core, request: Request): User | undefined {
  const [id = '', secret] = sessionTokenOf(request).split('-');
  const session = core.sessions.get(id);
  return session?.secret === secret && session ? core.state.users.get(session.userId) : undefined;
}

/** The caller must have signed in; then faults that were asked for strike. */
export function requireSession(core: Core): ApiMiddleware {
  return async (c, next) => {
    const caller = authenticate(core, c.req.raw);
    c.set('session', caller.session);
    c.set('user', caller.user);
    c.set('subject', caller.subject);
    const now = core.now();
    if (now.getTime() - Date.parse(caller.user.lastSeenAt) > 60_000) {
      updateUser(core, { ...caller.user, lastSeenAt: goTime(now) });
    }
    const fault = await core.faults.strike(c.req.raw);
    return fault ?? next();
  };
}

/** Mirrors `enterprise/coderd/templates.go` RequireFeatureMW: it always says Premium. */
export function requireFeature(core: Core, feature: string, humanized: string): ApiMiddleware {
  return async (_c, next) => {
    if (!core.state.deployment.features.includes(feature)) {
      throw new ApiError(403, { message: `${humanized} is a Premium feature. Contact sales!` });
    }
    await next();
  };
}

/** Routes of `enterprise/coderd` don't exist in a build without it. */
export function enterpriseOnly(core: Core): ApiMiddleware {
  return async (_c, next) => {
    if (core.state.deployment.build === 'agpl') throw routeNotFound();
    await next();
  };
}

/** Mirrors `coderd/httpmw/organizationparam.go`: an id finds deleted organizations too, a name doesn't. */
export function findOrganization(state: State, text: string): Organization | undefined {
  const id = parseUuid(text);
  const organizations = Array.from(state.organizations.values());
  if (text === 'default' || id === nilUuid) return organizations.find(({ isDefault }) => isDefault);
  if (id !== undefined) return state.organizations.get(id);
  return organizations.find(({ name, deleted }) => !deleted && name.toLowerCase() === text.toLowerCase());
}

/** `{organization}`: 404 also for those who can't read it. */
export function organizationParam(core: Core): ApiMiddleware {
  return async (c, next) => {
    const organization = findOrganization(core.state, c.req.param('organization') ?? '');
    if (!organization) throw resourceNotFound();
    const object = { type: 'organization', organizationId: organization.id };
    if (!mayDo(c.get('subject'), 'read', object)) throw resourceNotFound();
    c.set('organization', organization);
    await next();
  };
}

/** Someone by id, user name or `me`. */
export function findUser(state: State, text: string, caller: User): User | undefined {
  if (text === 'me') return state.users.get(caller.id);
  const id = parseUuid(text);
  if (id !== undefined) return state.users.get(id);
  const name = text.toLowerCase();
  for (const user of state.users.values()) if (user.username.toLowerCase() === name) return user;
  return undefined;
}

/** `{user}`. Mirrors `coderd/httpmw/userparam.go`: unknown and unreadable people answer alike. */
export function userParam(core: Core): ApiMiddleware {
  return async (c, next) => {
    const text = c.req.param('user') ?? '';
    const target = findUser(core.state, text, c.get('user'));
    if (!target || !mayDo(c.get('subject'), 'read', { type: 'user', ownerId: target.id })) {
      throw badRequest('"user" must be an existing uuid or username.', `queried user=${JSON.stringify(text)}`);
    }
    c.set('target', target);
    await next();
  };
}
