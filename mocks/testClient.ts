import { accountPassword } from './seed/accounts.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';

export interface Answer {
  readonly status: number;
  /** The body as it stands on the wire. */
  readonly text: string;
  readonly json: unknown;
  readonly headers: Headers;
}

/** Sends requests to a simulator in this process, with or without a session. */
export interface TestClient {
  readonly simulator: Simulator;
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;
  /** The same simulator with the session of an account, named without `@example.com`. */
  readonly as: (account: string) => Promise<TestClient>;
  readonly token: string;
}

/** A string is sent as it is, anything else as JSON. Paths begin after `/api/v2`, or with `/simulator` or `/api`. */
export function testClient(options: SimulatorOptions = {}): TestClient {
  return clientOf(createSimulator(options), '');
}

export function clientOf(simulator: Simulator, token: string): TestClient {
  const send: TestClient['send'] = async (method, path, body, headers = {}) => {
    const url = /^\/(simulator|api)\//.test(path) ? path : `/api/v2${path}`;
    const response = await simulator.fetch(
      new Request(`http://coder.test${url}`, {
        method,
        headers: { ...(token !== '' && { 'Coder-Session-Token': token }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    return { status: response.status, text, json: isJson ? JSON.parse(text) : undefined, headers: response.headers };
  };
  return {
    simulator,
    send,
    token,
    as: async (account) => {
      const login = { email: `${account}@example.com`, password: accountPassword };
      const { json } = await clientOf(simulator, '').send('POST', '/users/login', login);
      return clientOf(simulator, stringAt(json, 'session_token'));
    },
  };
}

/** A text in a JSON object, for tests that need it in the next request. */
export function stringAt(json: unknown, key: string): string {
  const value = typeof json === 'object' && json !== null ? new Map(Object.entries(json)).get(key) : undefined;
  if (typeof value !== 'string') throw new Error(`No text at ${key} in ${JSON.stringify(json)}`);
  return value;
}
