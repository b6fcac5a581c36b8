import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';
import { freePort } from '../freePort.ts';
import { findNginx } from '../nginx.mjs';

// Journeys through the nginx that hosting uses, with the simulator as a process of its own behind it. It serves one build at /,
// and another below /tools/idp-sync/.
const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'test-results/nginx');
mkdirSync(folder, { recursive: true });

// Workers read this file too and inherit the environment: settle the ports once.
process.env.E2E_SIMULATOR_PORT ??= String(await freePort());
process.env.E2E_NGINX_PORT ??= String(await freePort());
process.env.E2E_SUB_PATH_PORT ??= String(await freePort());
process.env.E2E_SIMULATOR_URL = `http://127.0.0.1:${process.env.E2E_SIMULATOR_PORT}`;
const baseURL = `http://127.0.0.1:${process.env.E2E_NGINX_PORT}`;
const subPathURL = `http://127.0.0.1:${process.env.E2E_SUB_PATH_PORT}`;
process.env.E2E_NGINX_URL = baseURL;
process.env.E2E_SUB_PATH_URL = subPathURL;

const nginx = {
  command: 'sh deploy/serve.sh',
  cwd: root,
  reuseExistingServer: false,
  timeout: 20_000,
};
const environment = {
  NGINX_BIN: findNginx() ?? 'nginx',
  CODER_URL: process.env.E2E_SIMULATOR_URL,
  ERROR_LOG: join(folder, 'error.log'),
  // The checkout may be in root's own folder.
  NGINX_USER: userInfo().username,
};

export default defineConfig({
  ...journeys,
  outputDir: join(root, 'test-results/nginx-journeys'),
  projects: [
    {
      name: 'nginx',
      testDir: root,
      testMatch: ['e2e/main-journey.spec.ts', 'e2e/states.spec.ts', 'e2e/nginx/*.hosted.ts'],
    },
    { name: 'bench', testDir: root, testMatch: 'e2e/bench/*.bench.ts', timeout: 180_000 },
    { name: 'sub-path', testDir: root, testMatch: 'e2e/nginx/*.sub-path.ts', use: { baseURL: subPathURL } },
  ],
  use: { ...journeys.use, baseURL },
  webServer: [
    {
      command: `node dist-cli/server.js --port ${process.env.E2E_SIMULATOR_PORT} --state ${join(folder, 'state.json')} --reset >${join(folder, 'simulator.log')} 2>&1`,
      cwd: root,
      url: `${process.env.E2E_SIMULATOR_URL}/api/v2/buildinfo`,
      reuseExistingServer: false,
      timeout: 20_000,
    },
    {
      ...nginx,
      url: `${baseURL}/healthz`,
      env: {
        ...environment,
        LISTEN: `127.0.0.1:${process.env.E2E_NGINX_PORT}`,
        WEB_ROOT: join(root, 'dist'),
        RUN_DIR: join(folder, 'run'),
        ACCESS_LOG: join(folder, 'access.log'),
      },
    },
    {
      ...nginx,
      url: `${subPathURL}/healthz`,
      env: {
        ...environment,
        LISTEN: `127.0.0.1:${process.env.E2E_SUB_PATH_PORT}`,
        BASE_PATH: '/tools/idp-sync/',
        API_PATH: '/tools/idp-sync/api',
        WEB_ROOT: join(root, 'dist-cli/sub-path'),
        RUN_DIR: join(folder, 'run-sub-path'),
        ACCESS_LOG: join(folder, 'access-sub-path.log'),
      },
    },
  ],
});
