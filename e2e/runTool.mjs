import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * Runs a command of this repository's dev dependencies.
 * @param {readonly string[]} command its name and arguments
 * @param {{ readonly quiet?: boolean, readonly env?: Record<string, string> }} [options] quiet: collect the output
 *   instead of showing it; env: variables on top of this process's own
 * @returns {Promise<{ readonly code: number, readonly output: string }>} exit code, and what was printed if quiet
 */
export function runTool([name = '', ...args], { quiet = false, env = {} } = {}) {
  const path = [join(process.cwd(), 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(name, args, {
      env: { ...process.env, ...env, PATH: path },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
