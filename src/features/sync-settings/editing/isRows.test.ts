import { expect, test } from 'vitest';
import { isRows } from './isRows.ts';

test.each([
  ['eng-platform', false],
  ['eng-platform\r\n', false],
  ['CN=eng,OU=groups', false],
  ['data science', false],
  ['eng\tplatform', true],
  ['eng,platform\nops,backend', true],
])('%j is rows: %s', (text, isSo) => {
  expect(isRows(text)).toBe(isSo);
});
