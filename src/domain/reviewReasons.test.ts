import { describe, expect, it } from 'vitest';
import { diffSettings } from './diffSettings.ts';
import { type ReviewReason, reviewReasons } from './reviewReasons.ts';
import { emptySettings, type SyncSettings } from './settings.ts';

const saved: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  regexFilter: '^eng-',
  assignDefault: true,
  mapping: new Map([
    ['eng', ['a', 'b']],
    ['ops', ['c']],
  ]),
  legacyNameMapping: new Map([['old', 'Old']]),
};
const off: SyncSettings = { ...saved, field: '' };

function withRows(...rows: (readonly [string, readonly string[]])[]): SyncSettings {
  return { ...saved, mapping: new Map(rows) };
}

describe('reviewReasons', () => {
  it.each<[string, SyncSettings, SyncSettings, readonly ReviewReason[]]>([
    ['nothing', saved, { ...saved }, []],
    ['a row added', saved, withRows(['eng', ['a', 'b']], ['ops', ['c']], ['new', ['d']]), []],
    ['a target added', saved, withRows(['eng', ['a', 'b', 'd']], ['ops', ['c']]), []],
    ['the filter cleared', saved, { ...saved, regexFilter: null }, []],
    ['auto create off', { ...saved, autoCreateMissing: true }, saved, []],
    ['the default organization on', { ...saved, assignDefault: false }, saved, []],
    ['the field cleared', saved, off, ['sync-off']],
    ['the field changed', saved, { ...saved, field: 'roles' }, ['field-changed']],
    ['the first field', off, saved, ['sync-on']],
    ['the filter changed', saved, { ...saved, regexFilter: '^x' }, ['filter-changed']],
    ['the first filter', { ...saved, regexFilter: null }, saved, ['filter-changed']],
    ['a row removed', saved, withRows(['eng', ['a', 'b']]), ['rows-removed']],
    ['a target removed', saved, withRows(['eng', ['a']], ['ops', ['c']]), ['targets-removed']],
    ['a row emptied', saved, withRows(['eng', []], ['ops', ['c']]), ['targets-removed']],
    ['a row renamed', saved, withRows(['eng', ['a', 'b']], ['operations', ['c']]), ['rows-renamed']],
    ['a row without targets', saved, withRows(['eng', ['a', 'b']], ['ops', ['c']], ['x', []]), ['values-swallowed']],
    ['the default organization off', saved, { ...saved, assignDefault: false }, ['default-off']],
    ['auto create on', saved, { ...saved, autoCreateMissing: true }, ['auto-create-on']],
    ['legacy mappings dropped', saved, { ...saved, legacyNameMapping: new Map() }, ['legacy-dropped']],
    [
      'several',
      saved,
      { ...off, autoCreateMissing: true, mapping: new Map() },
      ['sync-off', 'rows-removed', 'auto-create-on'],
    ],
  ])('%s', (_, from, to, reasons) => {
    expect(reviewReasons(diffSettings(from, to))).toEqual(reasons);
  });
});
