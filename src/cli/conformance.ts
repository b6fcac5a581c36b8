import { readFileSync } from 'node:fs';
import { runVectors } from './runVectors.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error(
    'Usage: npm run conformance -- FILE...\nFILE holds vectors in the form of src/domain/vectors/sync.json.',
  );
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const file of files) {
  try {
    const run = runVectors(JSON.parse(readFileSync(file, 'utf8')));
    passed += run.passed;
    failed += run.failures.length;
    for (const { name, expected, got } of run.failures) {
      console.log(`${file}: ${name}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}`);
    }
  } catch (error) {
    failed += 1;
    console.log(`${file}: can't be read as vectors: ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
