import { Hono } from 'hono';
import { z } from 'zod';
import { type Claims, claimsFromObject } from '../../src/domain/claims.ts';
import type { Core } from '../Core.ts';
import { ApiError, badRequest } from '../http/ApiError.ts';
import { answer, goTime } from '../http/answer.ts';
import { isUserName } from '../http/names.ts';
import { loginRules } from '../login/loginRules.ts';
import { oidcLogin, type SentClaims } from '../login/oidcLogin.ts';
import { summary } from '../login/summary.ts';
import { findScenario, type ScenarioName, scenarios } from '../scenarios/scenarios.ts';
import { accountPassword, accounts } from '../seed/accounts.ts';
import type { State, User } from '../state/State.ts';

/** What `/simulator/*` can do beside the API. */
export interface Control {
  readonly core: Core;
  readonly requests: { readonly method: string; readonly path: string }[];
  readonly reset: (name?: ScenarioName) => void;
  readonly applyScenario: (name: ScenarioName) => void;
}

const claimsObject = z.looseObject({}).optional();
const loginBody = z.object({
  email: z.string().optional(),
  username: z.string().optional(),
  claims: claimsObject,
  id_token_claims: claimsObject,
  user_info_claims: claimsObject,
});

/** Routes for tests and people; Coder has none of them. */
export function controlRoutes(control: Control): Hono {
  const { core } = control;
  return new Hono()
    .get('/accounts', () => answer(200, { password: accountPassword, accounts: accounts.map(accountJson) }))
    .get('/scenarios', () =>
      answer(
        200,
        scenarios.map(({ name, says, kind }) => ({ name, says, kind })),
      ),
    )
    .post('/scenarios', async (c) => {
      const { name } = parse(z.object({ name: z.string() }), await c.req.text());
      control.applyScenario(scenarioName(name));
      return answer(200, { message: `Now: ${name}.` });
    })
    .post('/reset', async (c) => {
      const { scenario } = parse(z.object({ scenario: z.string().optional() }), (await c.req.text()) || '{}');
      control.reset(scenario === undefined ? undefined : scenarioName(scenario));
      return answer(200, { message: 'Reset.' });
    })
    .get('/requests', () => answer(200, control.requests))
    .delete('/requests', () => {
      control.requests.length = 0;
      return answer(200, { message: 'Forgotten.' });
    })
    .post('/login', async (c) => {
      // Not through the schema's output: claims keep keys such as `__proto__` only as JSON.parse gives them.
      const text = await c.req.text();
      const body = parse(loginBody, text);
      const raw = new Map<string, unknown>(Object.entries(JSON.parse(text)));
      return login(core, body, {
        claims: objectOf(raw.get('claims')),
        idToken: objectOf(raw.get('id_token_claims')),
        userInfo: objectOf(raw.get('user_info_claims')),
      });
    });
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badRequest('The body must be JSON.');
  }
  const result = schema.safeParse(json);
  if (!result.success) throw badRequest('The body has another shape.', z.prettifyError(result.error));
  return result.data;
}

function objectOf(value: unknown): Claims | undefined {
  return typeof value === 'object' && value !== null ? claimsFromObject(value) : undefined;
}

function scenarioName(name: string): ScenarioName {
  const scenario = findScenario(name);
  if (!scenario)
    throw badRequest(`There is no scenario ${JSON.stringify(name)}.`, 'GET /simulator/scenarios lists them.');
  return scenario.name;
}

function accountJson({ email, username, name, loginType, may }: (typeof accounts)[number]): object {
  return { email, username, name, login_type: loginType, may };
}

interface PostedClaims {
  readonly claims: Claims | undefined;
  readonly idToken: Claims | undefined;
  readonly userInfo: Claims | undefined;
}

/** Signs somebody in as their identity provider would send them, or with other claims. Refused: nothing is written. */
function login(core: Core, who: z.infer<typeof loginBody>, posted: PostedClaims): Response {
  const { state } = core;
  const user = findPerson(state, who) ?? signUp(core, who, posted);
  if (user.loginType !== 'oidc') {
    throw new ApiError(403, {
      message: `Incorrect login type, attempting to use "oidc" but user is of login type "${user.loginType}"`,
    });
  }
  if (user.status === 'suspended') {
    throw new ApiError(403, { message: 'Your account is suspended. Contact an admin to reactivate your account.' });
  }
  const outcome = oidcLogin(state, loginRules(state), user, sentClaims(user, posted), goTime(core.now()));
  if (outcome.refused) {
    const { status, title, detail } = outcome.refused;
    throw new ApiError(status, detail === '' ? { message: title } : { message: title, detail });
  }
  for (const group of outcome.createdGroups) state.groups.set(group.id, group);
  state.users.set(user.id, outcome.user);
  return answer(200, {
    session_token: core.sessions.create(outcome.user),
    user: { id: user.id, username: user.username, email: user.email },
    changes: summary(state, user, outcome.user, outcome.createdGroups),
  });
}

function findPerson(state: State, { email, username }: z.infer<typeof loginBody>): User | undefined {
  if (email === undefined && username === undefined) throw badRequest('Say who signs in: "email" or "username".');
  for (const user of state.users.values()) {
    if (user.email.toLowerCase() === email?.toLowerCase() || user.username === username) return user;
  }
  return undefined;
}

/** A new person starts in the default organization. Mirrors `coderd/userauth.go` oauthLogin. */
function signUp(core: Core, { email, username }: z.infer<typeof loginBody>, { claims, idToken }: PostedClaims): User {
  const sent = claims ?? idToken;
  if (!sent) throw badRequest('There is nobody of that name. A new person needs "claims".');
  if (!core.state.deployment.flags.allowSignups) {
    throw new ApiError(403, { message: 'Signups are disabled for OIDC.' });
  }
  const text = (key: string) => {
    const value = sent.get(key);
    return typeof value === 'string' ? value : undefined;
  };
  const address = email ?? text('email') ?? `${username}@example.com`;
  const wanted = username ?? text('preferred_username') ?? address;
  const name = (wanted.split('@')[0] ?? '').replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '');
  const now = goTime(core.now());
  const organization = Array.from(core.state.organizations.values()).find(({ isDefault }) => isDefault);
  return {
    id: crypto.randomUUID(),
    username: isUserName(name) ? name : `user-${crypto.randomUUID().slice(0, 8)}`,
    name: text('name') ?? '',
    email: address,
    avatarUrl: '',
    createdAt: now,
    updatedAt: now,
    lastSeenAt: now,
    status: 'active',
    loginType: 'oidc',
    siteRoles: [],
    memberships: organization ? [{ organizationId: organization.id, roles: [], createdAt: now, updatedAt: now }] : [],
    groupIds: [],
    claims: null,
  };
}

/** Whatever is posted, the identity provider says who it is about. */
function sentClaims(user: User, { claims, idToken, userInfo }: PostedClaims): SentClaims {
  const identity: [string, unknown][] = [
    ['sub', user.claims?.merged?.get('sub') ?? user.id],
    ['email', user.email],
    ['preferred_username', user.username],
  ];
  if (claims) return { idToken: new Map([...identity, ...claims]), userInfo: null };
  if (idToken || userInfo) return { idToken: new Map([...identity, ...(idToken ?? [])]), userInfo: userInfo ?? null };
  return { idToken: user.claims?.idToken ?? new Map(identity), userInfo: user.claims?.userInfo ?? null };
}
