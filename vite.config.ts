import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { securityHeadersPlugin } from './deploy/securityHeaders.ts';
import { deploymentPlugin, startError } from './mocks/deploymentPlugin.ts';
import { vitePlugin as simulator } from './mocks/vitePlugin.ts';

const host = '127.0.0.1';
/** Where the app is served, and where it finds the API: docs/hosting.md. */
const { BASE_PATH = '/', API_PATH = '/api' } = process.env;

export default defineConfig(({ command, isSsrBuild }) => ({
  base: BASE_PATH,
  define: { 'import.meta.env.VITE_API_PATH': JSON.stringify(API_PATH) },
  plugins: [react(), securityHeadersPlugin(), command === 'serve' && !process.env.VITEST && api(), compress()],
  // CORS off: what the API answers to other origins is the API's business.
  server: { host, port: port(5173), strictPort: true, cors: false },
  preview: { host, port: port(4173), strictPort: true, cors: false },
  ...(isSsrBuild
    ? { build: { outDir: 'dist-cli', emptyOutDir: false, copyPublicDir: false }, logLevel: 'warn' as const }
    : {
        build: {
          target: 'baseline-widely-available',
          manifest: true,
          // Their licences ask for their text to be passed on.
          license: { fileName: 'licences.md' },
          chunkSizeWarningLimit: 600,
          // One file for the first view: twenty small ones compress worse and take more requests.
          rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial' as const] }] } } },
        },
      }),
  test: {
    // A guard against what hangs, and nothing else: a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts', 'mocks/**/*.test.ts', 'deploy/**/*.test.ts'],
          setupFiles: ['src/app/testing/failOnNoise.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/app/testing/failOnNoise.ts', 'src/app/testing/setup.ts'],
        },
      },
    ],
  },
}));

/** The API behind Vite's servers: a deployment if CODER_URL names one, else the embedded simulator. */
function api(): Plugin {
  const { CODER_URL, CODER_SESSION_TOKEN, SIMULATOR_STATE = '.state/simulator.json' } = process.env;
  if (CODER_URL) return deploymentPlugin(CODER_URL, { sessionToken: CODER_SESSION_TOKEN || undefined });
  if (CODER_SESSION_TOKEN) throw startError('CODER_SESSION_TOKEN needs CODER_URL: the deployment that gave it.');
  return simulator(SIMULATOR_STATE === 'memory' ? {} : { stateFile: SIMULATOR_STATE });
}

function port(fallback: number): number {
  const { PORT } = process.env;
  if (!PORT) return fallback;
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) throw new Error(`PORT must be a port number; it is "${PORT}".`);
  return Number(PORT);
}

/** Writes a .br and a .gz beside each text file of the build, for hosting to send as they are. */
function compress(): Plugin {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  return {
    name: 'compress',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    async writeBundle({ dir = 'dist' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|html|svg)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const path = `${dir}/${name}`;
          const source = await readFile(path);
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
          await writeFile(`${path}.br`, await brotli(source, quality));
          await writeFile(`${path}.gz`, await zip(source, { level: 9 }));
        }),
      );
    },
  };
}
