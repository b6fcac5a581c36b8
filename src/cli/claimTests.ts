import { readFileSync } from 'node:fs';
import { runTestFiles } from './runTestFiles.ts';

const { lines, exitCode } = runTestFiles(process.argv.slice(2), (path) => readFileSync(path, 'utf8'));
for (const line of lines) {
  if (exitCode === 2) console.error(line);
  else console.log(line);
}
process.exitCode = exitCode;
