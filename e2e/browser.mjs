import { spawnSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// A browser for the journeys, on a machine that has one and on a machine that has none. Plain JavaScript, because it runs
// before anything is built.

/** @typedef {{ readonly executablePath: string, readonly source: 'CHROMIUM_PATH' | 'Playwright' | 'system' }} Browser */

/**
 * The Chromium to drive: the one that CHROMIUM_PATH names, else Playwright's own, else the system's.
 * @returns {Browser | undefined}
 * @throws {Error} if CHROMIUM_PATH is set and can't be run: no other browser takes its place in silence
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!canRun(named)) throw new Error(`CHROMIUM_PATH=${named} is not an executable file.`);
    return { executablePath: named, source: 'CHROMIUM_PATH' };
  }
  const own = playwrightBuilds().find(starts);
  if (own) return { executablePath: own, source: 'Playwright' };
  const system = systemBrowsers().find(starts);
  return system ? { executablePath: system, source: 'system' } : undefined;
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Whether it really starts: shims of snap and browsers without their libraries don't.
 * @param {string} path
 */
function starts(path) {
  return canRun(path) && spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/** Where Playwright's downloads keep their executable, on each platform. */
const insideBuild = [
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
  'chrome-headless-shell-win64/chrome-headless-shell.exe',
  'chrome-linux/headless_shell',
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac/headless_shell',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
  'chrome-win/headless_shell.exe',
];

/** Executables of complete builds, newest first. */
function playwrightBuilds() {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .filter((name) => existsSync(join(folder, name, 'INSTALLATION_COMPLETE')))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))
    .flatMap((name) => insideBuild.map((path) => join(folder, name, path)))
    .filter(canRun);
}

function playwrightFolder() {
  const named = process.env.PLAYWRIGHT_BROWSERS_PATH;
  if (named === '0') return join(dirname(packageFile('playwright-core')), '.local-browsers');
  if (named) return named;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright');
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'ms-playwright');
  }
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
}

/** @param {string} name */
function packageFile(name) {
  return createRequire(import.meta.url).resolve(`${name}/package.json`);
}

function systemBrowsers() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/google/chrome'];
  const usual = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  const onPath = names.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => join(folder, name)));
  return [...new Set([...onPath, ...usual])].filter(canRun);
}

/**
 * Finds a browser, or installs one: Playwright's if its host can be reached, else the distribution's.
 * @returns {Promise<Browser>}
 * @throws {Error} with the commands to type, if there is none and none can be installed
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium here: installing one.');
  const installed = (await installFromPlaywright()) ?? installFromApt();
  if (installed) return installed;
  throw new Error(
    [
      'There is no Chromium and none could be installed. One of these gives one:',
      '  npx playwright install --with-deps --only-shell chromium',
      '  sudo apt-get install chromium',
      'or name one that is there: CHROMIUM_PATH=/path/to/chromium',
    ].join('\n'),
  );
}

async function installFromPlaywright() {
  const host = new URL(process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev').hostname;
  if (!(await resolves(host))) {
    console.log(`${host} cannot be resolved: skipping Playwright's own build.`);
    return undefined;
  }
  const withSystemPackages = administrator() && has('apt-get') ? ['--with-deps'] : [];
  const cli = join(dirname(packageFile('playwright')), 'cli.js');
  const args = [cli, 'install', ...withSystemPackages, '--only-shell', 'chromium'];
  run([process.execPath, ...args], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' });
  return findBrowser();
}

/**
 * Whether a download is worth trying; where packets vanish, Playwright alone would try for minutes.
 * @param {string} host
 */
async function resolves(host) {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true;
  const late = new Promise((resolve) => setTimeout(resolve, 3_000, false).unref());
  const known = lookup(host).then(
    () => true,
    () => false,
  );
  return (await Promise.race([known, late])) === true;
}

function installFromApt() {
  const prefix = administrator();
  if (!prefix || !has('apt-get')) return undefined;
  const apt = [...prefix, 'apt-get', '-o', 'DPkg::Lock::Timeout=120'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run([...apt, 'update'], env);
  for (const name of ['chromium', 'chromium-browser']) {
    run([...apt, 'install', '-y', '--no-install-recommends', name, 'fonts-liberation'], env);
    const found = findBrowser();
    if (found) return found;
  }
  return undefined;
}

/** What to put before a command to run it as root; undefined where this isn't possible without a password. */
function administrator() {
  if (process.getuid?.() === 0) return [];
  return has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n']
    : undefined;
}

/** @param {string} command */
function has(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/**
 * @param {readonly string[]} command
 * @param {Record<string, string>} env
 */
function run([name = '', ...args], env) {
  spawnSync(name, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'], timeout: 240_000 });
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const browser = process.argv.includes('--install') ? await ensureBrowser() : findBrowser();
    if (!process.argv.includes('--install')) console.log(browser ?? 'No Chromium found.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
