import { readClaimTestText } from '../api/claimTestFile.ts';
import { type ClaimTest, statusOf, type TestRun } from '../domain/claim-tests/ClaimTest.ts';
import { runClaimTest } from '../domain/claim-tests/runClaimTest.ts';
import { compileWorld } from '../domain/claim-tests/testWorld.ts';
import { compileFilter } from '../domain/goRegex.ts';
import { readSettingsFile } from './readSettingsFile.ts';

/** What a run prints, and with which code it ends. */
export interface RunReport {
  readonly lines: readonly string[];
  /** 0: all pass. 1: one doesn't. 2: a file can't be read. */
  readonly exitCode: 0 | 1 | 2;
}

const usage: readonly string[] = [
  'Usage: npm run claim-tests -- --settings FILE --tests FILE',
  '--settings  settings of the whole deployment, as exported by “As code” on IdP organization sync (JSON)',
  '--tests     claim tests, as exported on Login preview',
];

/**
 * Runs claim tests against settings, both from files.
 *
 * @param args of the command line
 * @param readFile gives a file's text, or throws
 */
export function runTestFiles(args: readonly string[], readFile: (path: string) => string): RunReport {
  const paths = parseArguments(args);
  if (!paths) return { lines: usage, exitCode: 2 };
  const texts = { settings: '', tests: '' };
  for (const which of ['tests', 'settings'] as const) {
    try {
      texts[which] = readFile(paths[which]);
    } catch (error) {
      return unreadable(paths[which], error instanceof Error ? error.message : String(error));
    }
  }
  const file = readClaimTestText(texts.tests);
  if (!file.ok) return unreadable(paths.tests, file.error);
  const { tests, problems, directory } = file.value;
  if (problems.length > 0) return { lines: problems.map((problem) => `${paths.tests}: ${problem}`), exitCode: 2 };
  if (!directory)
    return unreadable(paths.tests, 'there is no “directory”, which says what ids name. Export the tests again.');
  if (tests.length === 0) return unreadable(paths.tests, 'there is no test in it.');
  const world = readSettingsFile(texts.settings, directory);
  if (!world.ok) return unreadable(paths.settings, world.error);
  const compiled = compileWorld(world.value, compileFilter);
  return report(tests, (test) => runClaimTest(test, compiled));
}

function unreadable(path: string, problem: string): RunReport {
  return { lines: [`${path}: ${problem}`], exitCode: 2 };
}

function parseArguments(args: readonly string[]): { readonly settings: string; readonly tests: string } | undefined {
  const values = new Map<string, string>();
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at], args[at + 1]];
    if ((name !== '--settings' && name !== '--tests') || !value || values.has(name)) return undefined;
    values.set(name, value);
  }
  const [settings, tests] = [values.get('--settings'), values.get('--tests')];
  return settings !== undefined && tests !== undefined ? { settings, tests } : undefined;
}

function report(tests: readonly ClaimTest[], run: (test: ClaimTest) => TestRun): RunReport {
  const lines: string[] = [];
  let passed = 0;
  for (const test of tests) {
    const result = run(test);
    const isPassed = statusOf(result) === 'passed';
    if (isPassed) passed += 1;
    lines.push(`${isPassed ? '✓' : '✗'} ${test.name}`);
    for (const { expected, got, why } of result.failures) {
      lines.push(`    expected  ${expected}`, `    got       ${got}`, ...why.map((line) => `              ${line}`));
    }
    // What nobody could check mustn't count as passed in a pipeline.
    for (const reason of result.unchecked) lines.push(`    unchecked ${reason}`);
  }
  const failed = tests.length - passed;
  lines.push(`${passed} passed, ${failed} failed`);
  return { lines, exitCode: failed > 0 ? 1 : 0 };
}
