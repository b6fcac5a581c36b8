import fc from 'fast-check';
import type { SyncSettings, Target } from './settings.ts';

/** Few different values, so that they meet; half of them are names that a plain object trips over. */
const claimValue = fc.constantFrom(
  'eng',
  'ops',
  'data science',
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
);

const target = fc.constantFrom<Target>('a', 'b', 'c', 'd', '__proto__');

/** Up to eight rows, in any order; lists may be empty or repeat a target. */
const mapping = fc
  .uniqueArray(fc.tuple(claimValue, fc.array(target, { maxLength: 4 })), { selector: ([value]) => value, maxLength: 8 })
  .map((rows) => new Map(rows));

/** Settings of a group sync without legacy name mappings. */
export const groupSettings: fc.Arbitrary<SyncSettings> = fc.record({
  field: fc.constantFrom('', 'groups', 'roles'),
  mapping,
  regexFilter: fc.constantFrom(null, '', '^eng-'),
  autoCreateMissing: fc.boolean(),
  assignDefault: fc.constant(false),
  legacyNameMapping: fc.constant(new Map()),
});

export const legacyNames = fc
  .uniqueArray(fc.tuple(claimValue, fc.constantFrom('Engineering', 'Operations')), { selector: ([value]) => value })
  .map((names) => new Map(names));
