import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, preview } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deploymentPlugin } from './deploymentPlugin.ts';
import { testCertificate } from './testCertificate.ts';

const token = 'abcdefghij-abcdefghijklmnopqrstuv';
const closing: (() => unknown)[] = [];

// These requests are real.
beforeEach(() => {
  vi.unstubAllGlobals();
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listening(server: Server, protocol = 'http'): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return `${protocol}://127.0.0.1:${address.port}`;
}

async function serving(handle: RequestListener) {
  const server = createServer(handle);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  closing.push(close);
  return { origin: await listening(server), close };
}

interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

const buildInfo = JSON.stringify({ version: 'v2.34.0+abc1234', external_url: 'https://github.com/coder/coder' });

/** A deployment that remembers what reached it past the check at start, and sets a cookie as Coder does. */
async function deployment() {
  const requests: Seen[] = [];
  const { origin, close } = await serving((message, response) => {
    const { url = '', headers } = message;
    response.setHeader('Content-Type', 'application/json');
    const check = url === '/api/v2/buildinfo';
    if (!check) requests.push({ url, headers });
    response.setHeader('Set-Cookie', 'coder_session_token=stale');
    response.end(check ? buildInfo : '{"username":"ada"}');
  });
  return { origin, requests, close };
}

async function previewOf(address: string, sessionToken?: string) {
  const root = mkdtempSync(join(tmpdir(), 'coder-idp-sync-'));
  closing.push(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'index.html'), '<html><head></head></html>');
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const server = await preview({
    configFile: false,
    root,
    build: { outDir: '.' },
    customLogger: { ...createLogger('silent'), info: log, warn: log, error: log },
    plugins: [deploymentPlugin(address, { sessionToken })],
    preview: { host: '127.0.0.1', port: 0, cors: false },
  });
  closing.push(() => server.close());
  server.printUrls();
  return { base: server.resolvedUrls?.local[0] ?? '', printed: lines.join('\n') };
}

/** Unlike `fetch` it sends any header, `Host` among them. */
function get(url: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, text }));
    })
      .on('error', reject)
      .end();
  });
}

test('the API is the deployment, without cookies in either direction', async () => {
  const { origin, requests } = await deployment();
  const { base } = await previewOf(origin);

  const response = await fetch(`${base}api/v2/users/me?x=1`, {
    headers: { Cookie: 'coder_session_token=stale', 'Coder-Session-Token': 'id-secret' },
  });

  expect(await response.json()).toEqual({ username: 'ada' });
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(requests[0]?.url).toBe('/api/v2/users/me?x=1');
  expect(requests[0]?.headers).toMatchObject({ host: new URL(origin).host, 'coder-session-token': 'id-secret' });
  expect(requests[0]?.headers).not.toHaveProperty('cookie');
});

test('the version is printed at start', async () => {
  const { origin } = await deployment();

  expect((await previewOf(origin)).printed).toContain(`${origin}, v2.34.0+abc1234`);
});

test('there is no simulator beside a deployment', async () => {
  const { origin, requests } = await deployment();
  const { base } = await previewOf(origin);

  const response = await fetch(`${base}simulator/reset`, { method: 'POST' });

  expect(response.status).toBe(404);
  expect(requests).toEqual([]);
});

test.each([
  'coder.example.com',
  'ftp://coder.example.com',
  'https://coder.example.com/coder',
  'https://coder.example.com/?token=x',
  'https://ada:secret@coder.example.com',
])('%s is not the address of a deployment', (address) => {
  expect(() => deploymentPlugin(address)).toThrow(/^CODER_URL must be the address of a Coder deployment/);
});

test.each(['https://ada:secret@coder.example.com', 'https://coder.example.com/?token=secret'])(
  'what is secret in %s is not repeated',
  (address) => {
    expect(() => deploymentPlugin(address)).not.toThrow(/secret/);
  },
);

test('a token of another form is refused at start, unrepeated', () => {
  const start = () => deploymentPlugin('https://coder.example.com', { sessionToken: 'secret' });
  expect(start).toThrow(/^CODER_SESSION_TOKEN must be/);
  expect(start).not.toThrow(/"secret"/);
});

/** At start and, in Coder's form, in the app. */
async function expectTrouble(origin: string, message: RegExp, detail: RegExp): Promise<void> {
  const { base, printed } = await previewOf(origin);
  expect(printed).toMatch(message);
  expect(printed).toMatch(detail);
  const response = await fetch(`${base}api/v2/users/me`);
  expect(response.status).toBe(502);
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
  const body: unknown = await response.json();
  expect(body).toEqual({ message: expect.stringMatching(message), detail: expect.stringMatching(detail) });
}

test('nothing listens there', async () => {
  const { origin, close } = await deployment();
  await close();
  await expectTrouble(origin, /127\.0\.0\.1:\d+ refuses connections\./, /Check the port in CODER_URL/);
});

test('no name server knows the host', async () => {
  await expectTrouble('https://coder.invalid', /coder\.invalid can't be found\./, /Check CODER_URL, and the VPN/);
});

test.each([
  ['a page', 200, 'text/html', '<!doctype html><title>Welcome</title>'],
  ['other JSON', 200, 'application/json', '{"status":"ok"}'],
  ['a 404', 404, 'text/plain', 'not found'],
])('another server answers: %s', async (_name, status, type, body) => {
  const { origin } = await serving((_request, response) => {
    response.writeHead(status, { 'Content-Type': type }).end(body);
  });
  await expectTrouble(origin, /isn't a Coder deployment\./, new RegExp(`gives a ${status} .*${type}.*Check CODER_URL`));
});

test('a login proxy redirects', async () => {
  const { origin } = await serving((_request, response) => {
    response.writeHead(302, { Location: 'https://login.example.com/authorize?client_id=1' }).end();
  });
  await expectTrouble(
    origin,
    /redirects to https:\/\/login\.example\.com instead of answering\./,
    /has to let \/api through/,
  );
});

test('the load balancer has nothing behind it', async () => {
  const { origin } = await serving((_request, response) => {
    response.writeHead(503).end('no healthy upstream');
  });
  await expectTrouble(origin, /is out of order: it answers 503\./, /Try again/);
});

test('a certificate that nobody vouches for', async () => {
  const server = createTlsServer(testCertificate('coder.test'), (_request, response) => response.end(buildInfo));
  const origin = await listening(server, 'https');
  closing.push(() => server.close());
  await expectTrouble(origin, /The certificate of 127\.0\.0\.1:\d+ doesn't verify: self-signed/, /NODE_EXTRA_CA_CERTS/);
});

test('HTTPS where there is none', async () => {
  const { origin } = await deployment();
  await expectTrouble(origin.replace('http:', 'https:'), /doesn't speak HTTPS/, /http:\/\/ in CODER_URL/);
});

test('a deployment that goes down later is an answer that says so', async () => {
  const { origin, close } = await deployment();
  const { base } = await previewOf(origin);
  await close();

  const down = await fetch(`${base}api/v2/users/me`);

  expect(down.status).toBe(502);
  expect(await down.json()).toMatchObject({ message: expect.stringMatching(/refuses connections/) });
});

test('one that was down at start is found when it is up', async () => {
  let up = false;
  const { origin } = await serving((_request, response) => {
    response.writeHead(up ? 200 : 503).end(buildInfo);
  });
  const { base } = await previewOf(origin);
  up = true;
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5_000);

  const response = await fetch(`${base}api/v2/buildinfo`);

  clock.mockRestore();
  expect(response.status).toBe(200);
});

test('with a session of its own the proxy signs in, and the browser never sees how', async () => {
  const { origin, requests } = await deployment();
  const { base, printed } = await previewOf(origin, token);
  requests.length = 0;

  const response = await fetch(`${base}api/v2/users/me`, { headers: { 'Coder-Session-Token': 'id-other' } });

  expect(requests[0]?.headers['coder-session-token']).toBe(token);
  expect(await response.text()).toBe('{"username":"ada"}');
  expect(JSON.stringify([...response.headers])).not.toContain(token);
  expect(printed).toContain('Session: ada');
  expect(printed).not.toContain(token);
});

test('each page says that the proxy holds the session, without the session', async () => {
  const { origin } = await deployment();
  const { base } = await previewOf(origin, token);

  const page = await fetch(`${base}organizations/engineering`, { headers: { Accept: 'text/html' } });

  const html = await page.text();
  expect(html).toContain('<meta name="session" content="proxy" />');
  expect(html).not.toContain(token);
});

test('without it, no page says so', async () => {
  const { origin } = await deployment();
  const { base } = await previewOf(origin);

  const page = await fetch(`${base}organizations`, { headers: { Accept: 'text/html' } });

  expect(await page.text()).not.toContain('name="session"');
});

test('a session that the deployment refuses is said at start', async () => {
  const { origin } = await serving((message, response) => {
    response.writeHead(message.url === '/api/v2/buildinfo' ? 200 : 401).end(buildInfo);
  });

  expect((await previewOf(origin, token)).printed).toContain(`isn't accepted. ${origin}/cli-auth gives a new one.`);
});

test('the session of the proxy is for its own pages', async () => {
  const { origin, requests } = await deployment();
  const { base } = await previewOf(origin, token);
  requests.length = 0;
  const { host, port } = new URL(base);
  const own = `http://${host}`;

  const allowed: readonly Record<string, string>[] = [
    {},
    { Host: `localhost:${port}` },
    { 'Sec-Fetch-Site': 'same-origin', Origin: own },
    { 'Sec-Fetch-Site': 'none' },
    { Host: `localhost:${port}`, Origin: `http://localhost:${port}` },
  ];
  const refused: readonly Record<string, string>[] = [
    // DNS rebinding: the browser believes that this machine is another site.
    { Host: `evil.example:${port}` },
    { Host: `evil.example:${port}`, Origin: `http://evil.example:${port}`, 'Sec-Fetch-Site': 'same-origin' },
    { Host: `127.0.0.1.evil.example:${port}` },
    { Host: '127.0.0.1' },
    { Host: `localhost:${Number(port) + 1}` },
    // Other sites, and other servers on this machine.
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: `http://127.0.0.1:${Number(port) + 1}` },
    { Origin: 'null' },
    { Origin: `http://localhost:${port}` },
    { Origin: `https://${host}` },
  ];

  for (const headers of allowed) {
    expect(await get(`${base}api/v2/users/me`, headers), JSON.stringify(headers)).toMatchObject({ status: 200 });
  }
  expect(requests).toHaveLength(allowed.length);
  for (const headers of refused) {
    for (const method of ['GET', 'PATCH', 'OPTIONS']) {
      const { status, text } = await get(`${base}api/v2/users/me`, headers, method);
      expect(status, `${method} ${JSON.stringify(headers)}`).toBe(403);
      expect(text).not.toContain('ada');
    }
  }
  expect(requests).toHaveLength(allowed.length);
});

test('a page can not revoke the session of the proxy', async () => {
  const { origin, requests } = await deployment();
  const { base } = await previewOf(origin, token);
  requests.length = 0;

  const response = await fetch(`${base}api/v2/users/logout`, { method: 'POST' });

  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ message: 'The session belongs to the proxy, not to this page.' });
  expect(requests).toEqual([]);
});
