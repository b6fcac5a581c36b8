/** The password of every seeded account that has one. */
export const password = 'SomeSecret-1';

interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What `POST /simulator/login` says that a login did, or why it was refused. */
interface LoginAnswer {
  readonly status: number;
  readonly message: string | undefined;
  readonly changes: Readonly<Record<'organizations' | 'groups' | 'roles', Difference>>;
}

/** One request that the simulator has answered. */
interface SeenRequest {
  readonly method: string;
  readonly path: string;
}

/** The simulated deployment behind the page: its situations, what it was asked, and its data as an Owner reads it. */
export class Simulator {
  private readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Fresh data, no faults, no sessions. */
  async reset(scenario?: string): Promise<void> {
    await this.send('POST', '/simulator/reset', { body: scenario === undefined ? {} : { scenario } });
  }

  async apply(scenario: string): Promise<void> {
    await this.send('POST', '/simulator/scenarios', { body: { name: scenario } });
  }

  /** Signs somebody in as their identity provider would send them, or with other claims. */
  async login(username: string, claims?: object): Promise<LoginAnswer> {
    const response = await this.send('POST', '/simulator/login', { body: { username, claims }, mayFail: true });
    const { changes, message } = await response.json();
    return { status: response.status, changes, message };
  }

  /** API requests since the last {@link forgetRequests}, oldest first. */
  async requests(): Promise<readonly SeenRequest[]> {
    const seen: readonly SeenRequest[] = await (await this.send('GET', '/simulator/requests')).json();
    return seen.filter(({ path }) => path.startsWith('/api/'));
  }

  async forgetRequests(): Promise<void> {
    await this.send('DELETE', '/simulator/requests');
  }

  /** Calls the API as somebody, an Owner unless told otherwise, past the page and its cookies. */
  async api(method: 'GET' | 'PATCH' | 'POST' | 'DELETE', path: string, body?: object, as = 'owner') {
    return (await this.send(method, `/api/v2${path}`, { body, token: await this.token(as) })).json();
  }

  private async token(username: string): Promise<string> {
    const body = { email: `${username}@example.com`, password };
    return (await (await this.send('POST', '/api/v2/users/login', { body })).json()).session_token;
  }

  private async send(
    method: string,
    path: string,
    { body, token, mayFail = false }: { body?: object | undefined; token?: string; mayFail?: boolean } = {},
  ): Promise<Response> {
    const response = await fetch(this.origin + path, {
      method,
      headers: { ...(token !== undefined && { 'Coder-Session-Token': token }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok && !mayFail) {
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    }
    return response;
  }
}
