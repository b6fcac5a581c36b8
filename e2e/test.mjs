import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { check } from './check.mjs';
import { ensureNginx } from './nginx.mjs';
import { runTool } from './runTool.mjs';

// Everything that must hold, in stages. A stage that fails doesn't keep the later ones from running, so that the report
// is complete; the last line counts all of them.

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped?: number }} Count */

const results = 'test-results';

/** @type {Count} */
const nothing = { passed: 0, failed: 0 };

/** @type {Record<string, Count>} */
const counts = {};

/**
 * @param {string} name
 * @param {() => Promise<Count>} run
 */
async function stage(name, run) {
  console.log(`\n── ${name}`);
  try {
    const count = await run();
    // A stage in which nothing ran has shown nothing.
    counts[name] = count.passed + count.failed + (count.skipped ?? 0) > 0 ? count : { passed: 0, failed: 1 };
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    counts[name] = { passed: 0, failed: 1 };
  }
}

/**
 * What a runner reported, and that its exit code was heard: it may fail outside of any test.
 * @param {Count} count
 * @param {number} code
 * @returns {Count}
 */
function withExitCode(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** @param {string} file */
function report(file) {
  return JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));
}

/** @returns {Promise<Count>} */
async function unit() {
  const file = 'unit.json';
  const { code } = await runTool([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}/${file}`,
  ]);
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const { numPassedTests, numFailedTests, testResults } = report(file);
  const unloadable = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  return withExitCode({ passed: numPassedTests, failed: numFailedTests + unloadable }, code);
}

/** @returns {Promise<Count>} */
async function build() {
  const { code } = await runTool(['vite', 'build']);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @returns {Promise<Count>} */
async function size() {
  requireBuild();
  const { output } = await runTool(['size-limit', '--json'], { quiet: true });
  /** @type {unknown} */
  let parsed;
  try {
    parsed = JSON.parse(output);
  } catch {
    throw new Error(output);
  }
  if (!Array.isArray(parsed)) throw new Error(output);
  /** @type {readonly { name: string, passed: boolean, size: number, sizeLimit: number }[]} */
  const budgets = parsed;
  for (const { name, passed, size, sizeLimit } of budgets) {
    console.log(`${passed ? '✓' : '✗'} ${name}: ${(size / 1000).toFixed(1)} of ${(sizeLimit / 1000).toFixed(0)} kB`);
  }
  const passed = budgets.filter((budget) => budget.passed).length;
  return { passed, failed: budgets.length - passed };
}

/** @returns {Promise<Count>} */
async function journeys() {
  requireBuild();
  return playwright('journeys.json', ['--project=journeys']);
}

/**
 * The main journeys again, through the nginx of `deploy/` and with the simulator as a process behind it.
 * @returns {Promise<Count>}
 */
async function nginx() {
  requireBuild();
  if (!ensureNginx()) return skip('there is no nginx with brotli, and it could not be installed');
  const subPath = { BASE_PATH: '/tools/idp-sync/', API_PATH: '/tools/idp-sync/api' };
  const builds = [
    await runTool(['vite', 'build', '--ssr', 'mocks/server.ts', '--logLevel', 'warn']),
    await runTool(
      ['vite', 'build', '--outDir', 'dist-cli/sub-path/tools/idp-sync', '--emptyOutDir', '--logLevel', 'warn'],
      { env: subPath },
    ),
  ];
  if (builds.some(({ code }) => code !== 0))
    throw new Error('Not run: no build of the simulator, or none below a path.');
  return playwright('nginx.json', ['--config=e2e/nginx/playwright.config.ts', '--project=nginx', '--project=sub-path']);
}

/**
 * @param {string} file where the report goes
 * @param {readonly string[]} args
 * @returns {Promise<Count>}
 */
async function playwright(file, args) {
  const browser = await ensureBrowser();
  const { code } = await runTool(['playwright', 'test', ...args, '--reporter=list,json'], {
    env: { CHROMIUM_PATH: browser.executablePath, PLAYWRIGHT_JSON_OUTPUT_FILE: join(process.cwd(), results, file) },
  });
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} */
  const { stats, errors } = report(file);
  return withExitCode({ passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }, code);
}

/**
 * Known vulnerabilities of what ships, where the registry says.
 * @returns {Promise<Count>}
 */
async function audit() {
  const { output } = await runTool(['npm', 'audit', '--omit=dev', '--json'], { quiet: true });
  const total = /"vulnerabilities":\s*\{[^{}]*"total":\s*(\d+)/.exec(output)?.[1];
  if (total === undefined) return skip('the registry answers no audit');
  if (total !== '0') console.log(output);
  return total === '0' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string} reason
 * @returns {Count}
 */
function skip(reason) {
  console.log(`Skipped: ${reason}.`);
  return { passed: 0, failed: 0, skipped: 1 };
}

function requireBuild() {
  if (counts.build?.passed !== 1) throw new Error('Not run: there is no build.');
}

rmSync(results, { recursive: true, force: true });
await stage('static checks', check);
await stage('unit tests', unit);
await stage('build', build);
await stage('size', size);
await stage('journeys', journeys);
await stage('hosted by nginx', nginx);
await stage('audit', audit);

console.log('');
let total = { ...nothing, skipped: 0 };
/** @param {Required<Count>} count */
const words = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
for (const [name, { passed, failed, skipped = 0 }] of Object.entries(counts)) {
  console.log(`${failed === 0 ? (passed === 0 ? '–' : '✓') : '✗'} ${name}: ${words({ passed, failed, skipped })}`);
  total = { passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped };
}
console.log(`\n${words(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
