import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditFilter, isWithin, noFilter } from './auditFilter.ts';

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Asia/Tokyo';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('asks for every day of UTC that a local day touches, and leaves out what is outside of it', () => {
  const filter = { username: 'ada', from: '2026-03-02', to: '2026-03-02' };
  expect(auditFilter(filter)).toEqual({ username: 'ada', fromDay: '2026-03-01', toDay: '2026-03-02' });
  expect(isWithin(filter, new Date('2026-03-01T14:59:59Z'))).toBe(false);
  expect(isWithin(filter, new Date('2026-03-01T15:00:00Z'))).toBe(true);
  expect(isWithin(filter, new Date('2026-03-02T14:59:59Z'))).toBe(true);
  expect(isWithin(filter, new Date('2026-03-02T15:00:00Z'))).toBe(false);
});

test.each(['', '0002-01-01', '2026-13-01', 'yesterday'])('%o is no day', (from) => {
  expect(auditFilter({ ...noFilter, from })).toEqual({});
  expect(isWithin({ ...noFilter, from }, new Date(0))).toBe(true);
});
