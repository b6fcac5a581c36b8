import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runTool } from './runTool.mjs';

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly string[]} command
 * @property {(output: string) => string | undefined} [flaw] what is wrong with a run that ended with exit code 0
 */

const modules = ['src', 'mocks', 'deploy', 'e2e', 'vite.config.ts', 'playwright.config.ts'];

/** @type {readonly Check[]} */
const checks = [
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc'] },
  { name: 'layers', command: ['depcruise', '--config', '.dependency-cruiser.mjs', ...modules], flaw: nothingCruised },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'licences', command: ['node', 'e2e/licences.mjs'] },
];

/**
 * dependency-cruiser passes when it can't read TypeScript and has seen nothing.
 * @param {string} output
 */
function nothingCruised(output) {
  const [, seen, imports] = /\((\d+) modules, (\d+) dependencies cruised\)/.exec(output) ?? [];
  return Number(seen) > 0 && Number(imports) > 0 ? undefined : 'No module was checked.';
}

/**
 * Runs the static checks side by side; shows the output of those that fail.
 * @returns {Promise<{ readonly passed: number, readonly failed: number }>}
 */
export async function check() {
  const results = await Promise.all(
    checks.map(async ({ name, command, flaw }) => {
      const { code, output } = await runTool(command, { quiet: true });
      const problem = code === 0 ? flaw?.(output) : output;
      console.log(problem === undefined ? `✓ ${name}` : `✗ ${name}\n${problem}`);
      return problem === undefined;
    }),
  );
  const passed = results.filter((ok) => ok).length;
  return { passed, failed: results.length - passed };
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { failed } = await check();
  process.exitCode = failed > 0 ? 1 : 0;
}
