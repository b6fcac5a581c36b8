import { createServer, type IncomingMessage, type Server } from 'node:http';
import { preview } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deploymentPlugin } from './deploymentPlugin.ts';

const closing: (() => Promise<void>)[] = [];

// These requests are real.
beforeEach(() => {
  vi.unstubAllGlobals();
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

/** A deployment that remembers what reached it, and sets a cookie as Coder does. */
async function deployment() {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.setHeader('Set-Cookie', 'coder_session_token=stale');
    response.end('{"username":"ada"}');
  });
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  closing.push(close);
  return { origin: await listening(server), requests, close };
}

async function previewOf(address: string): Promise<string> {
  const server = await preview({
    configFile: false,
    logLevel: 'silent',
    plugins: [deploymentPlugin(address)],
    preview: { host: '127.0.0.1', port: 0 },
  });
  closing.push(() => server.close());
  return server.resolvedUrls?.local[0] ?? '';
}

test('the API is the deployment, without cookies in either direction', async () => {
  const { origin, requests } = await deployment();
  const base = await previewOf(origin);

  const response = await fetch(`${base}api/v2/users/me?x=1`, {
    headers: { Cookie: 'coder_session_token=stale', 'Coder-Session-Token': 'id-secret' },
  });

  expect(await response.json()).toEqual({ username: 'ada' });
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(requests[0]?.url).toBe('/api/v2/users/me?x=1');
  expect(requests[0]?.headers).toMatchObject({ host: new URL(origin).host, 'coder-session-token': 'id-secret' });
  expect(requests[0]?.headers).not.toHaveProperty('cookie');
});

test('a deployment that is down is an answer that says so', async () => {
  const { origin, close } = await deployment();
  const base = await previewOf(origin);
  await close();

  const response = await fetch(`${base}api/v2/buildinfo`);

  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({ message: `The deployment at ${origin} can't be reached.` });
});

test('there is no simulator beside a deployment', async () => {
  const { origin, requests } = await deployment();

  const response = await fetch(`${await previewOf(origin)}simulator/reset`, { method: 'POST' });

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

test('an address with a password is not repeated', () => {
  expect(() => deploymentPlugin('https://ada:secret@coder.example.com')).not.toThrow(/secret/);
});
