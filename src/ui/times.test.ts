import { expect, test } from 'vitest';
import { relativeTime } from './times.ts';

const now = new Date('2026-06-01T08:00:00Z');

test.each([
  ['2026-06-01T08:00:30Z', 'just now'],
  ['2026-06-01T07:59:10Z', 'just now'],
  ['2026-06-01T07:56:00Z', '4 minutes ago'],
  ['2026-06-01T06:00:00Z', '2 hours ago'],
  ['2026-05-31T07:00:00Z', '1 day ago'],
  ['2026-05-18T08:00:00Z', '2 weeks ago'],
  ['2026-01-12T10:00:00Z', '4 months ago'],
  ['2024-05-01T08:00:00Z', '2 years ago'],
])('%s is %s', (time, words) => {
  expect(relativeTime(new Date(time), now)).toBe(words);
});
