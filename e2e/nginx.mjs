import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// nginx for the journeys, as Debian packages it and as deploy/Dockerfile installs it.

const packages = ['nginx-light', 'libnginx-mod-http-brotli-static'];
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/**
 * The nginx that is there, with brotli.
 * @returns {string | undefined}
 */
export function findNginx() {
  const named = process.env.NGINX_BIN;
  if (named) return named;
  const found = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
  return found !== undefined && existsSync(brotliModule) ? found : undefined;
}

/**
 * Finds nginx, or installs it where that takes no password.
 * @returns {string | undefined} undefined where it can't be installed
 */
export function ensureNginx() {
  const found = findNginx();
  if (found) return found;
  const prefix = administrator();
  if (!prefix || !succeeds(['apt-get', '--version'])) return undefined;
  console.log('No nginx with brotli here: installing it.');
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=120'];
  run([...apt, 'update', '-q']);
  run([...apt, 'install', '-q', '-y', '--no-install-recommends', ...packages]);
  return findNginx();
}

/** What to put before a command to run it as root; undefined where this isn't possible without a password. */
function administrator() {
  if (process.getuid?.() === 0) return [];
  return succeeds(['sudo', '-n', 'true']) ? ['sudo', '-n'] : undefined;
}

/** @param {readonly string[]} command */
function succeeds([name = '', ...args]) {
  return spawnSync(name, args, { stdio: 'ignore' }).status === 0;
}

/** @param {readonly string[]} command */
function run([name = '', ...args]) {
  spawnSync(name, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 });
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!ensureNginx()) {
    console.error(`There is no nginx with brotli. sudo apt-get install ${packages.join(' ')}`);
    process.exitCode = 1;
  }
}
