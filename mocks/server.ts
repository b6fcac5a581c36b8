import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { findScenario, scenarios } from './scenarios/scenarios.ts';
import { accountPassword, accounts } from './seed/accounts.ts';
import { createSimulator } from './simulator.ts';
import { fileStorage } from './state/fileStorage.ts';

const defaultState = '.state/simulator.json';

const usage = `Usage: npm run simulator -- [options]

  --port N          port to listen on (default 3000)
  --host NAME       address to listen on (default 127.0.0.1)
  --scenario NAME   where to start: a sentence, or large, empty, agpl, unlicensed
  --state FILE      keep the state in this file over a restart (default .state/simulator.json, which
                    npm start uses too; with --scenario in memory only)
  --reset           start over, whatever the file holds
  --help            this text, and all scenarios
`;

function main(): void {
  const options = readOptions(process.argv.slice(2));
  const storage = options.state === undefined ? undefined : fileStorage(options.state, console.warn);
  const simulator = createSimulator({ scenario: options.scenario, ...(storage && { storage }) });
  if (options.reset) simulator.reset();
  else if (storage?.read() !== undefined) console.log(`Goes on with ${options.state}; --reset starts over.`);
  const server = serve({ fetch: simulator.fetch, port: options.port, hostname: options.host }, (info) => {
    console.log(`Coder simulator on http://${options.host}:${info.port}`);
    console.log(`Password of all accounts: ${accountPassword}`);
    for (const { email, may, loginType } of accounts) {
      console.log(`  ${email.padEnd(28)} ${loginType === 'oidc' ? '(POST /simulator/login) ' : ''}${may}`);
    }
  });
  server.on('error', (error) => fail(error.message));
  // An exit, unlike a signal, lets the last changes be saved.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit());
}

function readOptions(args: string[]) {
  const values = parsed(args);
  if (values.help) {
    console.log(usage);
    for (const { name, says } of scenarios) console.log(`  ${name}\n      ${says}`);
    process.exit(0);
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    fail(`--port takes a number up to 65535, not "${values.port}".`);
  const scenario = findScenario(values.scenario ?? 'a believable company');
  if (!scenario) return fail(`There is no scenario "${values.scenario}". --help lists them.`);
  const state = values.state ?? (values.scenario === undefined ? defaultState : undefined);
  return { ...values, port, scenario: scenario.name, state };
}

function parsed(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '3000' },
        host: { type: 'string', default: '127.0.0.1' },
        scenario: { type: 'string' },
        state: { type: 'string' },
        reset: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
}

main();
