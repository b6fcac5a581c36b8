import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Connect, type Plugin, runnerImport } from 'vite';
import { fileStorage } from './state/fileStorage.ts';
import type { StateStorage } from './state/StateStorage.ts';

type SimulatorModule = typeof import('./simulator.ts');
type AccountsModule = typeof import('./seed/accounts.ts');
type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Options {
  /** Where edits are kept over a restart; in memory only without it. */
  readonly stateFile?: string;
}

const simulated = /^\/(api|cli-auth|simulator)(\/|\?|$)/;

/** Vite plugin that answers `/api`, `/cli-auth` and `/simulator` from the simulator, in the dev and in the preview server. */
export function vitePlugin(options: Options): Plugin {
  return {
    name: 'simulator',
    apply: 'serve',
    async configureServer(server) {
      const storage = storageOf(options, server);
      let loaded: { readonly module: unknown; readonly listener: Listener } | undefined;
      server.middlewares.use(
        answering(async () => {
          // Vite keeps the module until one of its sources changes; then the simulator starts anew from its state.
          const module = await server.ssrLoadModule('/mocks/simulator.ts');
          if (loaded?.module !== module) loaded = { module, listener: listen(module.createSimulator, storage) };
          return loaded.listener;
        }),
      );
      await printAccountsWithUrls(server);
    },
    async configurePreviewServer(server) {
      const { createSimulator } = await load<SimulatorModule>('./mocks/simulator.ts');
      const listener = listen(createSimulator, storageOf(options, server));
      server.middlewares.use(answering(async () => listener));
      await printAccountsWithUrls(server);
    },
  };
}

async function load<T>(path: string): Promise<T> {
  const { module } = await runnerImport<T>(path, { configFile: false });
  return module;
}

function listen(createSimulator: SimulatorModule['createSimulator'], storage: StateStorage | undefined): Listener {
  // Without the override Hono would replace the global Request and Response inside Vite.
  return getRequestListener(createSimulator(storage ? { storage } : {}).fetch, { overrideGlobalObjects: false });
}

function storageOf({ stateFile }: Options, { config }: Server): StateStorage | undefined {
  if (stateFile === undefined) return undefined;
  // Vite turns SIGTERM into an exit, which lets the last changes be saved, but not Ctrl+C.
  process.once('SIGINT', () => process.exit(130));
  return fileStorage(stateFile, (line) => config.logger.warn(line));
}

function answering(listener: () => Promise<Listener>): Connect.NextHandleFunction {
  return async (request, response, next) => {
    if (!simulated.test(request.url ?? '')) return next();
    try {
      const answer = await listener();
      await answer(request, response);
    } catch (error) {
      next(error);
    }
  };
}

interface Server {
  readonly config: { readonly logger: { info(message: string): void; warn(message: string): void } };
  printUrls(): void;
}

async function printAccountsWithUrls(server: Server): Promise<void> {
  const { accounts, accountPassword } = await load<AccountsModule>('./mocks/seed/accounts.ts');
  const people = accounts.filter(({ loginType }) => loginType === 'password');
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = people.map(({ email, may }) => `      ${email.padEnd(width)}  ${may}`);
  const printUrls = server.printUrls.bind(server);
  server.printUrls = () => {
    printUrls();
    server.config.logger.info(`\n  Sign in with the password ${accountPassword} as\n${lines.join('\n')}\n`);
  };
}
