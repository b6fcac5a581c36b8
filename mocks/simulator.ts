import { Hono } from 'hono';
import type { Core } from './Core.ts';
import { ApiError, internalError, routeNotFound } from './http/ApiError.ts';
import { answerError } from './http/answer.ts';
import type { Env } from './http/Env.ts';
import {
  commonHeaders,
  cors,
  csrf,
  enterpriseOnly,
  organizationParam,
  rateLimit,
  requireSession,
} from './http/middleware.ts';
import { RateLimiter } from './http/RateLimiter.ts';
import { Sessions } from './http/Sessions.ts';
import { auditRoutes } from './routes/auditRoutes.ts';
import { authcheckRoutes } from './routes/authcheckRoutes.ts';
import { claimRoutes } from './routes/claimRoutes.ts';
import { cliAuthRoutes } from './routes/cliAuthRoutes.ts';
import { controlRoutes } from './routes/controlRoutes.ts';
import { dashboardRoutes } from './routes/dashboardRoutes.ts';
import { deploymentRoutes } from './routes/deploymentRoutes.ts';
import { groupRoutes } from './routes/groupRoutes.ts';
import { groupSync } from './routes/groupSync.ts';
import { memberRoutes } from './routes/memberRoutes.ts';
import { organizationRoutes } from './routes/organizationRoutes.ts';
import { organizationSync } from './routes/organizationSync.ts';
import { roleRoutes } from './routes/roleRoutes.ts';
import { roleSync } from './routes/roleSync.ts';
import { sessionRoutes } from './routes/sessionRoutes.ts';
import { syncRoutes } from './routes/syncRoutes.ts';
import { userRoutes } from './routes/userRoutes.ts';
import { Faults } from './scenarios/Faults.ts';
import { findScenario, type ScenarioName } from './scenarios/scenarios.ts';
import type { State } from './state/State.ts';
import type { StateStorage } from './state/StateStorage.ts';
import { readSnapshot, writeSnapshot } from './state/snapshot.ts';

export type { ScenarioName } from './scenarios/scenarios.ts';

export interface SimulatorOptions {
  /** Where to start, and what a reset goes back to. */
  readonly scenario?: ScenarioName;
  /** Keeps the data over a restart; what is in there wins over the scenario. In memory only without it. */
  readonly storage?: StateStorage;
  readonly now?: () => Date;
}

/** A request to the API since the last reset. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
}

/** Coder's REST API for IdP sync, as one fetch handler over its own data. */
export interface Simulator {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly applyScenario: (name: ScenarioName) => void;
  /** Fresh data, no sessions, no faults. */
  readonly reset: (name?: ScenarioName) => void;
  /** The data as they are now; a reset replaces them. */
  readonly state: State;
  readonly requests: readonly LoggedRequest[];
}

/** Enough for any test; a simulator that runs for days doesn't grow. */
const mostRequests = 10_000;

export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const now = options.now ?? (() => new Date());
  const start = options.scenario ?? 'a believable company';
  const requests: LoggedRequest[] = [];
  const { storage } = options;
  const restored = storage && restore(storage);
  const core: Core = {
    state: restored ?? freshState(start),
    sessions: new Sessions(now),
    rateLimiter: new RateLimiter(),
    faults: new Faults(),
    now,
  };
  if (!restored) applyScenario(core, start);

  function save(): void {
    storage?.save(() => writeSnapshot(core.state));
  }

  function reset(name: ScenarioName = start): void {
    core.state = freshState(name);
    core.sessions.clear();
    core.rateLimiter.clear();
    core.faults.clear();
    requests.length = 0;
    applyScenario(core, name);
    save();
  }

  const app = new Hono<Env>()
    .use('/api/*', commonHeaders(core))
    .use('/cli-auth/*', commonHeaders(core))
    .use('/api/*', async (c, next) => {
      if (requests.length < mostRequests) requests.push({ method: c.req.method, path: c.req.path });
      await next();
      if (c.req.method !== 'GET') save();
    })
    .use('/api/*', cors)
    .use('/api/*', csrf)
    .use('/api/v2/*', rateLimit(core))
    .route('/api/v2', apiRoutes(core))
    .use('/simulator/*', async (c, next) => {
      await next();
      if (c.req.method !== 'GET') save();
    })
    .route('/cli-auth', cliAuthRoutes(core))
    .route('/simulator', controlRoutes({ core, requests, reset, applyScenario: (name) => applyScenario(core, name) }));
  app.notFound(() => answerError(routeNotFound()));
  app.onError((error) => answerError(error instanceof ApiError ? error : internalError(error.message)));

  return {
    fetch: async (request) => app.fetch(request),
    applyScenario: (name) => applyScenario(core, name),
    reset,
    get state() {
      return core.state;
    },
    requests,
  };
}

/** What an earlier run has left, unless it can't be used. */
function restore(storage: StateStorage): State | undefined {
  const text = storage.read();
  if (text === undefined) return undefined;
  const snapshot = readSnapshot(text);
  if (snapshot.ok) return snapshot.state;
  storage.setAside(snapshot.reason);
  return undefined;
}

/** Data of a scenario that has its own, or the usual ones. */
function freshState(name: ScenarioName): State {
  const scenario = findScenario(name);
  if (scenario?.kind === 'data') return scenario.state();
  const usual = findScenario('a believable company');
  if (usual?.kind !== 'data') throw new Error('The usual data are missing.');
  return usual.state();
}

function applyScenario(core: Core, name: ScenarioName): void {
  const scenario = findScenario(name);
  if (scenario?.kind === 'data') core.state = scenario.state();
  if (scenario?.kind === 'change') scenario.apply(core);
  if (scenario?.kind === 'fault') core.faults.add({ name, ...scenario.fault });
}

function apiRoutes(core: Core): Hono<Env> {
  const organizationSettings = '/organizations/:organization/settings/idpsync';
  return new Hono<Env>()
    .route('/', deploymentRoutes(core))
    .route('/', dashboardRoutes(core))
    .route('/', sessionRoutes(core))
    .route('/', authcheckRoutes(core))
    .route('/', auditRoutes(core))
    .route('/', roleRoutes(core))
    .route('/', memberRoutes(core))
    .route('/', groupRoutes(core))
    .route('/', organizationRoutes(core))
    .route('/', userRoutes(core))
    .use('/organizations/:organization/*', requireSession(core), organizationParam(core))
    .use('/organizations/:organization/settings/*', enterpriseOnly(core))
    .use('/settings/*', requireSession(core), enterpriseOnly(core))
    .route(`${organizationSettings}/groups`, syncRoutes(core, groupSync))
    .route(`${organizationSettings}/roles`, syncRoutes(core, roleSync))
    .route(organizationSettings, claimRoutes(core))
    .route('/settings/idpsync/organization', syncRoutes(core, organizationSync))
    .route('/settings/idpsync', claimRoutes(core));
}
