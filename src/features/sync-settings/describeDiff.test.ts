import { expect, it } from 'vitest';
import { diffSettings } from '../../domain/diffSettings.ts';
import { emptySettings, type SyncSettings } from '../../domain/settings.ts';
import { describeDiff } from './describeDiff.ts';

const saved: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  mapping: new Map([
    ['eng', ['a']],
    ['ops', ['b']],
  ]),
  legacyNameMapping: new Map([
    ['old', 'Old'],
    ['older', 'Older'],
  ]),
};
const rows = (...mapping: (readonly [string, readonly string[]])[]) => ({ mapping: new Map(mapping) });

it.each<[Partial<SyncSettings>, string]>([
  [{ field: 'roles' }, '1 unsaved change: field'],
  [{ regexFilter: 'x' }, '1 unsaved change: filter'],
  [{ autoCreateMissing: true }, '1 unsaved change: auto create'],
  [{ assignDefault: true }, '1 unsaved change: default organization'],
  [rows(['eng', ['a']], ['ops', ['b']], ['new', ['c']]), '1 unsaved change: 1 mapping added'],
  [rows(['eng', ['a', 'c']], ['ops', ['b']]), '1 unsaved change: 1 mapping changed'],
  [rows(['dev', ['a']], ['ops', ['b']]), '1 unsaved change: 1 mapping renamed'],
  [rows(), '2 unsaved changes: 2 mappings removed'],
  [{ legacyNameMapping: new Map([['old', 'Old']]) }, '1 unsaved change: 1 legacy mapping removed'],
  [{ legacyNameMapping: new Map() }, '2 unsaved changes: 2 legacy mappings removed'],
  [
    { field: '', regexFilter: 'x', ...rows(['ops', ['b', 'c']], ['x', ['d']], ['y', ['e']]) },
    '6 unsaved changes: field, filter, 2 mappings added, 1 mapping changed, 1 mapping removed',
  ],
  [
    rows(...[...Array(1500).keys()].map((n) => [`v${n}`, [`t${n}`]] as const)),
    '1,502 unsaved changes: 1,500 mappings added, 2 mappings removed',
  ],
])('change %#', (change, words) => {
  expect(describeDiff(diffSettings(saved, { ...saved, ...change }))).toBe(words);
});
