import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/browser.mjs';
import { freePort } from './e2e/freePort.ts';

// Workers read this file too and inherit the environment: settle browser and port once.
const browser = findBrowser();
if (browser) process.env.CHROMIUM_PATH ??= browser.executablePath;
process.env.E2E_PORT ??= String(await freePort());

const port = process.env.E2E_PORT;
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results/journeys',
  reporter: 'list',
  projects: [
    { name: 'journeys', testDir: 'e2e', testMatch: '*.spec.ts' },
    { name: 'bench', testDir: 'e2e/bench', testMatch: '*.bench.ts', timeout: 600_000, use: { trace: 'off' } },
  ],
  use: {
    baseURL,
    browserName: 'chromium',
    actionTimeout: 15_000,
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port}`,
    url: baseURL,
    env: { SIMULATOR_STATE: 'memory', CODER_URL: '' },
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
