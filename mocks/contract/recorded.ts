import { expect } from 'vitest';
import * as z from 'zod';
import type { Simulator } from '../simulator.ts';

/** One request of a recorded session, and what its sender needs of the answer. */
export interface Exchange {
  readonly send: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  /** The body as the sender's own types decode it: all of its keys, of these types. */
  readonly answer: z.ZodType;
}

export interface Received {
  readonly json: unknown;
  readonly headers: Headers;
}

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Sends one request and holds the answer against the record, and against what every answer of the API has. */
export async function replay(simulator: Simulator, exchange: Exchange): Promise<Received> {
  const { send, headers = {}, body, status, answer } = exchange;
  const [method = '', path = ''] = send.split(' ');
  const response = await simulator.fetch(
    new Request(`http://coder.test/api/v2${path}`, {
      method,
      headers: { Accept: 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  expect(`${send} → ${response.status} ${response.status === status ? '' : text}`).toBe(`${send} → ${status} `);
  expect(response.headers.get('Content-Type'), send).toBe('application/json; charset=utf-8');
  expectCommonHeaders(send, response.headers);
  expect(text.endsWith('\n'), `${send} ends with a newline`).toBe(true);
  const json: unknown = JSON.parse(text);
  expect(`${goCompact(json)}\n`, `${send} is compact`).toBe(text);
  const parsed = answer.safeParse(json);
  expect(parsed.error && `${send}: ${z.prettifyError(parsed.error)}`).toBeUndefined();
  return { json, headers: response.headers };
}

/** As Go's encoder writes it, with the characters of HTML escaped. */
function goCompact(json: unknown): string {
  return JSON.stringify(json).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function expectCommonHeaders(send: string, headers: Headers): void {
  // The CLI compares major and minor with its own.
  expect(headers.get('X-Coder-Build-Version'), send).toMatch(/^v\d+\.\d+\.\d+(\+[0-9a-f]+)?$/);
  expect(headers.get('X-Coder-Request-Id'), send).toMatch(uuid);
  expect(headers.get('X-Content-Type-Options'), send).toBe('nosniff');
  expect(headers.get('Vary'), send).toMatch(/Cookie.*Origin/);
  const limit = Number(headers.get('X-RateLimit-Limit'));
  const remaining = Number(headers.get('X-RateLimit-Remaining'));
  const reset = Number(headers.get('X-RateLimit-Reset'));
  expect(limit, send).toBe(send === 'POST /users/login' ? 60 : 512);
  expect(remaining, send).toBeLessThan(limit);
  expect(remaining, send).toBeGreaterThan(0);
  expect(Math.abs(reset - Date.now() / 1000), `${send}: seconds to reset`).toBeLessThanOrEqual(61);
  for (const name of ['Access-Control-Allow-Origin', 'ETag', 'Content-Security-Policy']) {
    expect(headers.get(name), `${name} of ${send}`).toBeNull();
  }
}
