import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { accountPassword, accounts } from '../../../mocks/seed/accounts.ts';
import { createSimulator, type ScenarioName, type Simulator } from '../../../mocks/simulator.ts';
import { sessionToken } from '../../api/sessionToken.ts';
import { App } from '../App.tsx';
import { createQueryClient } from '../createQueryClient.ts';

// A page's code is compiled when it is first needed; that takes longer than the second that is the rule.
configure({ asyncUtilTimeout: 15_000 });

export interface RenderAppOptions {
  /** User name of the account that is signed in; `undefined`: nobody. Default: `owner`. */
  readonly as?: string | undefined;
  readonly scenario?: ScenarioName;
  /** A simulator that is running already, in place of a new one. */
  readonly simulator?: Simulator;
  /** Answers in place of the simulator where it gives a response or an error; `undefined` lets the simulator answer. */
  readonly intercept?: (request: Request) => Response | Promise<Response | undefined> | undefined;
}

/**
 * Mounts the whole product at a path, over a simulator of its own inside of the test.
 *
 * @returns what Testing Library's `render` does, with the simulator and a person (`user`) who acts
 */
export async function renderApp(path: string, options: RenderAppOptions = {}) {
  const simulator = options.simulator ?? createSimulator(options.scenario ? { scenario: options.scenario } : {});
  const answer = async (request: Request): Promise<Response> =>
    (await options.intercept?.(request.clone())) ?? simulator.fetch(request);
  vi.stubGlobal('fetch', (input: string, init: RequestInit = {}) =>
    abortable(answer(toRequest(input, init)), init.signal),
  );
  const account = 'as' in options ? options.as : 'owner';
  sessionStorage.clear();
  sessionToken.set(account === undefined ? undefined : await tokenOf(simulator, account));
  window.history.pushState({}, '', path);
  window.scrollTo = () => undefined;
  const user = userEvent.setup();
  const client = createQueryClient();
  return { ...render(<App client={client} />), simulator, user, client };
}

/** jsdom's signals aren't Node's: a Request takes none of them. */
function toRequest(input: string, { signal: _, ...init }: RequestInit): Request {
  return new Request(new URL(input, 'http://localhost'), { ...init, redirect: 'follow' });
}

function abortable(answer: Promise<Response>, signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
    answer.then(resolve, reject);
  });
}

/** Signs somebody in without the page. */
export async function tokenOf(simulator: Simulator, username: string): Promise<string> {
  const email = `${username}@example.com`;
  const isOidc = accounts.some((account) => account.username === username && account.loginType === 'oidc');
  const response = await simulator.fetch(
    new Request(`http://localhost${isOidc ? '/simulator/login' : '/api/v2/users/login'}`, {
      method: 'POST',
      body: JSON.stringify(isOidc ? { username } : { email, password: accountPassword }),
    }),
  );
  const { session_token: token } = await response.json();
  if (typeof token !== 'string') throw new Error(`The simulator doesn’t let ${email} sign in.`);
  return token;
}
