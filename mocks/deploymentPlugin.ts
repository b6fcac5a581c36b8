import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { Connect, HtmlTagDescriptor, Plugin, PreviewServer, ProxyOptions, ViteDevServer } from 'vite';
import { checkDeployment, checkSession, type Deployment, noAnswer } from './checkDeployment.ts';
import { strangerReason } from './refuseStrangers.ts';

interface Options {
  /** A session token that the proxy adds to each request, so that the browser never sees it. */
  readonly sessionToken?: string | undefined;
}

type Server = ViteDevServer | PreviewServer;

const api = /^\/api(\/|\?|$)/;
/** What `src/session` looks for. */
const heldByProxy: HtmlTagDescriptor = { tag: 'meta', attrs: { name: 'session', content: 'proxy' }, injectTo: 'head' };

/**
 * Vite plugin that passes `/api` on to a Coder deployment, in the dev and in the preview server.
 * @param address value of CODER_URL
 * @throws Error that says what is wrong with the address or the token
 */
export function deploymentPlugin(address: string, { sessionToken }: Options = {}): Plugin {
  const origin = deploymentOrigin(address);
  if (sessionToken !== undefined) requireToken(sessionToken);
  const proxy = { [api.source]: proxyTo(origin, sessionToken) };
  const serve = async (server: Server) => {
    const deployment = await watchDeployment(origin);
    server.middlewares.use('/simulator', noSimulator);
    if (sessionToken !== undefined) server.middlewares.use(onApi(guardSession));
    server.middlewares.use(onApi((_request, response, next) => refuseInTrouble(deployment.now, response, next)));
    const lines = await startLines(origin, deployment.first, sessionToken);
    const printUrls = server.printUrls.bind(server);
    server.printUrls = () => {
      printUrls();
      for (const { warn, text } of lines) server.config.logger[warn ? 'warn' : 'info'](text);
    };
  };
  return {
    name: 'deployment',
    apply: 'serve',
    config: () => ({ server: { proxy }, preview: { proxy } }),
    configureServer: serve,
    transformIndexHtml: () => (sessionToken === undefined ? [] : [heldByProxy]),
    async configurePreviewServer(server) {
      await serve(server);
      if (sessionToken !== undefined) server.middlewares.use(pageHeldByProxy(server));
    },
  };
}

function deploymentOrigin(address: string): string {
  const expected = 'CODER_URL must be the address of a Coder deployment, such as https://coder.example.com';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw startError(`${expected}; it is "${address}".`);
  }
  if (url.username || url.password) throw startError(`${expected}, without user name and password.`);
  if (url.pathname !== '/' || url.search || url.hash) {
    throw startError(`${expected}, without path, query and fragment; it is "${url.origin}${url.pathname}" and more.`);
  }
  return url.origin;
}

function requireToken(text: string): void {
  if (/^[A-Za-z0-9]{10}-[A-Za-z0-9]{22}$/.test(text)) return;
  throw startError('CODER_SESSION_TOKEN must be a session token of Coder: 10 letters and digits, a hyphen, 22 more.');
}

/** One line at start says it all; where in this file it was found says nothing. */
export function startError(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}

interface WatchedDeployment {
  readonly first: Deployment;
  /** As it is now: one that was in trouble is asked again, not more often than every three seconds. */
  readonly now: () => Promise<Deployment>;
}

async function watchDeployment(origin: string): Promise<WatchedDeployment> {
  const first = await checkDeployment(origin);
  let last: Promise<Deployment> = Promise.resolve(first);
  let asked = Date.now();
  return {
    first,
    async now() {
      const known = await last;
      if (known.ok || Date.now() - asked < 3_000) return known;
      asked = Date.now();
      last = checkDeployment(origin);
      return last;
    },
  };
}

interface StartLine {
  readonly warn: boolean;
  readonly text: string;
}

async function startLines(
  origin: string,
  deployment: Deployment,
  token: string | undefined,
): Promise<readonly StartLine[]> {
  if (!deployment.ok) {
    const { message, detail } = deployment.trouble;
    return [{ warn: true, text: `  ➜  Coder:   ${message} ${detail}` }];
  }
  const found = { warn: false, text: `  ➜  Coder:   ${origin}, ${deployment.version}` };
  if (token === undefined) return [found];
  const session = await checkSession(origin, token);
  return [
    found,
    session
      ? { warn: false, text: `  ➜  Session: ${session.username}, by CODER_SESSION_TOKEN` }
      : { warn: true, text: `  ➜  Session: CODER_SESSION_TOKEN isn't accepted. ${origin}/cli-auth gives a new one.` },
  ];
}

/**
 * Cookies are dropped both ways: Coder prefers a cookie to the Coder-Session-Token header and asks for a CSRF token where
 * there is one, so a stale cookie would shut people out.
 */
function proxyTo(origin: string, sessionToken: string | undefined): ProxyOptions {
  return {
    target: origin,
    changeOrigin: true,
    secure: true,
    configure(proxy) {
      proxy.on('proxyReq', (request) => {
        request.removeHeader('cookie');
        if (sessionToken !== undefined) request.setHeader('Coder-Session-Token', sessionToken);
      });
      proxy.on('proxyRes', (response) => {
        delete response.headers['set-cookie'];
      });
      proxy.on('error', (error, _request, response) => {
        if ('writeHead' in response && !response.headersSent) answer(response, 502, noAnswer(origin, error));
      });
    },
  };
}

function onApi(handle: Connect.NextHandleFunction): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (api.test(request.url ?? '')) handle(request, response, next);
    else next();
  };
}

/** The session that the proxy holds is for its own pages alone, and outlives them. */
function guardSession(request: IncomingMessage, response: ServerResponse, next: Connect.NextFunction): void {
  const reason = strangerReason(request);
  if (reason !== undefined) answer(response, 403, { message: reason });
  else if (/^\/api\/v2\/users\/logout(\?|$)/.test(request.url ?? '')) {
    answer(response, 403, {
      message: 'The session belongs to the proxy, not to this page.',
      detail: 'Stop the proxy to leave it; `coder logout` or the Tokens page of Coder revokes CODER_SESSION_TOKEN.',
    });
  } else next();
}

async function refuseInTrouble(
  deployment: () => Promise<Deployment>,
  response: ServerResponse,
  next: Connect.NextFunction,
): Promise<void> {
  const now = await deployment();
  if (now.ok) next();
  else answer(response, 502, now.trouble);
}

/** Pages of the build, that say who holds the session. The dev server transforms them itself. */
function pageHeldByProxy({ config }: PreviewServer): Connect.NextHandleFunction {
  const file = resolve(config.root, config.build.outDir, 'index.html');
  return async (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pathname.endsWith('.html') || !/\.[a-z0-9]+$/.test(pathname);
    if (request.method !== 'GET' || !page || !request.headers.accept?.includes('text/html')) return next();
    try {
      const html = await readFile(file, 'utf8');
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end(html.replace('</head>', '  <meta name="session" content="proxy" />\n  </head>'));
    } catch (error) {
      next(error);
    }
  };
}

const noSimulator: Connect.SimpleHandleFunction = (_request, response) => {
  answer(response, 404, { message: 'There is no simulator: CODER_URL names a deployment.' });
};

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
