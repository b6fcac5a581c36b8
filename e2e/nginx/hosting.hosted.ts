import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, get, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { userInfo } from 'node:os';
import { expect, test } from '@playwright/test';
import { testCertificate } from '../../mocks/testCertificate.ts';
import { freePort } from '../freePort.ts';
import { findNginx } from '../nginx.mjs';

const baseURL = process.env.E2E_NGINX_URL ?? '';

/** What deploy/nginx/security-headers.conf says, which the preview server sends too. */
const security = Array.from(
  readFileSync('deploy/nginx/security-headers.conf', 'utf8').matchAll(/^add_header (\S+) "([^"]*)" always;$/gm),
  ([, name = '', value = '']) => [name.toLowerCase(), value] as const,
);

interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly size: number;
  readonly text: string;
}

/** As it is on the wire: neither decompressed nor redirected. */
function raw(url: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts);
        resolve({ status: response.statusCode, headers: response.headers, size: body.length, text: body.toString() });
      });
    }).on('error', reject);
  });
}

async function entryScript(): Promise<string> {
  const { text } = await raw(`${baseURL}/`);
  return baseURL + (/src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '/not-found');
}

test('every answer has every security header, once, and nothing about the server', async () => {
  const paths: readonly (readonly [path: string, status: number])[] = [
    ['/', 200],
    ['/organizations/engineering/idp-sync', 200],
    ['/color-scheme.js', 200],
    ['/healthz', 200],
    ['/assets/missing.js', 404],
    ['/.vite/manifest.json', 404],
    ['/api/v2/buildinfo', 200],
    ['/api/v2/users/me', 401],
    ['/api/v2/nowhere', 404],
    ['/%', 400],
  ];
  expect(security.length).toBeGreaterThan(10);
  for (const [path, status] of [...paths, [new URL(await entryScript()).pathname, 200] as const]) {
    const { headers, status: actual } = await raw(baseURL + path);
    expect(actual, path).toBe(status);
    for (const [name, value] of security) expect(headers[name], `${name} of ${path}`).toBe(value);
    expect(headers.server).toBe('nginx');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('set-cookie');
  }
});

test('what has a hash in its name is kept for good, pages are asked for again, answers of the API are not kept', async () => {
  const kept = async (path: string) => (await raw(baseURL + path)).headers['cache-control'];
  expect(await kept(new URL(await entryScript()).pathname)).toBe('public, max-age=31536000, immutable');
  expect(await kept('/organizations')).toBe('no-cache');
  expect(await kept('/color-scheme.js')).toBe('no-cache');
  expect(await kept('/assets/missing.js')).toBe('no-cache');
  expect(await kept('/api/v2/buildinfo')).toBe('no-store');
});

test('the build is sent as it was compressed', async () => {
  for (const url of [await entryScript(), `${baseURL}/organizations`]) {
    const plain = await raw(url);
    const gzip = await raw(url, { 'Accept-Encoding': 'gzip' });
    const brotli = await raw(url, { 'Accept-Encoding': 'br, gzip' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(gzip.size).toBeLessThan(plain.size * 0.6);
    expect(brotli.size).toBeLessThan(gzip.size);
  }
});

test('the first view takes at most 155 kB of JavaScript over the wire', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const requested = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, response }) => requested.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requested.get(requestId) ?? '', encodedDataLength);
  });
  await page.goto(`${baseURL}/login`);
  await expect(page.getByLabel('Email')).toBeVisible();
  const first = firstFiles().map((file) => [file, sizes.get(`${baseURL}/${file}`) ?? Number.NaN] as const);
  const bytes = first.reduce((sum, [, size]) => sum + size, 0);
  console.log(`First view through nginx with brotli: ${(bytes / 1000).toFixed(1)} kB in ${first.length} files`);
  expect(bytes, JSON.stringify(first)).toBeLessThanOrEqual(155_000);
});

/** What the page fetches before anything is clicked: the entry, with the IdP Sync page in it, and all that it imports. */
function firstFiles(): readonly string[] {
  const manifest: Record<string, { file: string; imports?: string[] }> = JSON.parse(
    readFileSync('dist/.vite/manifest.json', 'utf8'),
  );
  const keys = new Set(['index.html']);
  for (const key of keys) for (const imported of manifest[key]?.imports ?? []) keys.add(imported);
  return ['color-scheme.js', ...Array.from(keys, (key) => manifest[key]?.file ?? key)];
}

test('the API comes without cookies in either direction, and with what the caller sent', async () => {
  const login = await fetch(`${baseURL}/api/v2/users/login`, {
    method: 'POST',
    headers: { Cookie: 'coder_session_token=stale' },
    body: JSON.stringify({ email: 'owner@example.com', password: 'SomeSecret-1' }),
  });
  expect(login.status).toBe(201);
  expect(login.headers.get('set-cookie')).toBeNull();
  const { session_token } = await login.json();

  const me = await fetch(`${baseURL}/api/v2/users/me`, {
    headers: { 'Coder-Session-Token': session_token, Cookie: 'coder_session_token=stale' },
  });

  expect(me.status).toBe(200);
  expect(me.headers.get('x-coder-build-version')).toBeTruthy();
});

test('inline scripts and styles have no effect', async ({ page }) => {
  await page.goto(`${baseURL}/login`);
  await expect(page.getByLabel('Email')).toBeVisible();
  const { violations, red } = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const style = document.createElement('style');
    style.textContent = 'body { color: rgb(255, 0, 0) !important }';
    document.head.append(style);
    document.body.setAttribute('style', 'color: rgb(255, 0, 0)');
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="document.title=1">');
    } catch {}
    const script = document.createElement('script');
    try {
      script.textContent = 'document.title = "owned"';
      document.head.append(script);
    } catch {}
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { violations, red: getComputedStyle(document.body).color === 'rgb(255, 0, 0)' };
  });
  expect(red).toBe(false);
  expect(new Set(violations)).toEqual(new Set(['style-src-elem', 'style-src-attr', 'require-trusted-types-for']));
  await expect(page).not.toHaveTitle(/owned|1/);
});

/** The same nginx in front of another deployment. */
async function nginxBefore(
  deployment: Server,
  protocol: string,
  run: (origin: string) => Promise<void>,
): Promise<void> {
  const [port, ownPort] = [await freePort(), await freePort()];
  await new Promise<void>((resolve) => deployment.listen(port, '127.0.0.1', resolve));
  const folder = `test-results/nginx/run-${ownPort}`;
  const nginx = spawn('sh', ['deploy/serve.sh'], {
    env: {
      ...process.env,
      NGINX_BIN: findNginx() ?? 'nginx',
      CODER_URL: `${protocol}://127.0.0.1:${port}`,
      LISTEN: `127.0.0.1:${ownPort}`,
      WEB_ROOT: `${process.cwd()}/dist`,
      RUN_DIR: `${process.cwd()}/${folder}`,
      NGINX_USER: userInfo().username,
      ACCESS_LOG: '/dev/null',
      ERROR_LOG: `${process.cwd()}/${folder}.log`,
    },
  });
  const ended = new Promise((resolve) => nginx.on('close', resolve));
  try {
    const origin = `http://127.0.0.1:${ownPort}`;
    const answers = () => raw(`${origin}/healthz`).then(({ text }) => text, String);
    await expect.poll(answers).toBe('ok\n');
    await run(origin);
  } finally {
    nginx.kill('SIGTERM');
    deployment.close();
    await ended;
  }
}

test('a deployment whose certificate does not verify gets no request', async () => {
  let requests = 0;
  const deployment = createTlsServer(testCertificate('coder.test'), (_request, response) => {
    requests += 1;
    response.end('{}');
  });
  await nginxBefore(deployment, 'https', async (origin) => {
    const { status, headers, text } = await raw(`${origin}/api/v2/users/me`, { 'Coder-Session-Token': 'secret' });
    expect(status).toBe(502);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(text)).toEqual({
      message: "The deployment can't be reached.",
      detail: expect.stringContaining("its certificate doesn't verify"),
    });
    expect(headers['x-frame-options']).toBe('DENY');
  });
  expect(requests).toBe(0);
});

test('a redirect of the deployment is an answer that says so', async () => {
  const deployment = createServer((_request, response) => {
    response.writeHead(302, { Location: 'https://login.example.com/', 'Set-Cookie': 'sso=1' }).end();
  });
  await nginxBefore(deployment, 'http', async (origin) => {
    const { status, headers, text } = await raw(`${origin}/api/v2/users/me`);
    expect(status).toBe(502);
    expect(headers).not.toHaveProperty('set-cookie');
    expect(JSON.parse(text)).toMatchObject({ message: 'The deployment redirects instead of answering.' });
  });
});

test('what the deployment says goes through, whatever the status', async () => {
  const seen: string[] = [];
  const deployment = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers.cookie ?? 'no cookie'}`);
    response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '5', 'Cache-Control': 'public' });
    response.end('{"message":"Out of order."}');
  });
  await nginxBefore(deployment, 'http', async (origin) => {
    const path = '/api/v2/organizations/a%2Fb/settings?claimField=a%20b&x=1';
    const { status, headers, text } = await raw(origin + path, { Cookie: 'coder_session_token=stale' });
    expect(status).toBe(503);
    expect(text).toBe('{"message":"Out of order."}');
    expect(headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
    const [, port] = /127\.0\.0\.1:(\d+)/.exec(seen[0] ?? '') ?? [];
    expect(seen).toEqual([`GET ${path} 127.0.0.1:${port} no cookie`]);
  });
});
