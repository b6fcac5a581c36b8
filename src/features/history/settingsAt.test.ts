import { describe, expect, it, test } from 'vitest';
import type { LoggedChange, SettingsEntry } from '../../api/audit.ts';
import { emptySettings, type Mapping, type SyncSettings } from '../../domain/settings.ts';
import { diffOfChange, isAsAfter, settingsAt, writtenChange } from './settingsAt.ts';

const noChange: LoggedChange = {
  field: undefined,
  mapping: undefined,
  autoCreateMissing: undefined,
  assignDefault: undefined,
  filterChanged: false,
};

function entry(change: Partial<LoggedChange>, status = 200): SettingsEntry {
  const person = { username: 'ada', displayName: 'Ada' };
  return { id: crypto.randomUUID(), time: new Date(0), status, change: { ...noChange, ...change }, person };
}

function rows(...values: readonly string[]): Mapping {
  return new Map(values.map((value) => [value, ['x']]));
}

const saved: SyncSettings = {
  ...emptySettings,
  field: 'groups',
  mapping: rows('a', 'b', 'c'),
  regexFilter: '^x',
  autoCreateMissing: true,
  legacyNameMapping: new Map([['old', 'name']]),
};
/** Newest first. */
const log = [
  entry({ mapping: { from: rows('a', 'b'), to: rows('a', 'b', 'c') } }),
  entry({}, 403),
  entry({ filterChanged: true, autoCreateMissing: { from: false, to: true } }),
  entry({ mapping: { from: rows('a'), to: rows('a', 'b') } }),
  entry({ field: { from: '', to: 'groups' }, mapping: { from: rows(), to: rows('a') } }),
];

describe('settingsAt', () => {
  test.each([
    ['after the newest', 0, 'after', { mapping: rows('a', 'b', 'c') }, false],
    ['before the newest', 0, 'before', { mapping: rows('a', 'b') }, false],
    ['after the change of the filter', 2, 'after', { mapping: rows('a', 'b') }, false],
    ['before the change of the filter', 2, 'before', { mapping: rows('a', 'b'), autoCreateMissing: false }, true],
    ['after an older one', 3, 'after', { mapping: rows('a', 'b'), autoCreateMissing: false }, true],
    ['after the first', 4, 'after', { mapping: rows('a'), autoCreateMissing: false }, true],
    ['before the first', 4, 'before', { field: '', mapping: rows(), autoCreateMissing: false }, true],
  ] as const)('%s', (_, index, moment, expected, filterChanged) => {
    expect(settingsAt(saved, log.slice(0, index + 1), moment)).toEqual({
      settings: { ...saved, ...expected },
      filterChanged,
      hasGaps: false,
    });
  });

  it('notices what was written without an entry', () => {
    const other = { ...saved, mapping: rows('z') };
    expect(settingsAt(other, log.slice(0, 1), 'before')).toMatchObject({
      settings: { mapping: rows('a', 'b') },
      hasGaps: true,
    });
    const lost = [...log.slice(0, 1), ...log.slice(4)];
    expect(settingsAt(saved, lost, 'after')).toMatchObject({ settings: { mapping: rows('a') }, hasGaps: true });
  });

  it('keeps the present default switch of organization sync, unless the log has another one', () => {
    const off = [entry({ assignDefault: { from: true, to: false } })];
    expect(settingsAt(saved, off, 'before').settings.assignDefault).toBe(true);
  });
});

test('failed attempts and saves of the same have written nothing', () => {
  expect(writtenChange(entry({ field: { from: 'a', to: 'b' } }, 400))).toBeUndefined();
  expect(writtenChange(entry({}))).toBeUndefined();
  expect(writtenChange(entry({ filterChanged: true }))).toBeDefined();
});

test('a change is shown as the review of a save shows it', () => {
  const { change } = entry({ mapping: { from: rows('a', 'b'), to: rows('a', 'c', 'd') } });
  const diff = diffOfChange(change);
  expect([diff.added.map(({ value }) => value), diff.removed.map(({ value }) => value)]).toEqual([['c', 'd'], ['b']]);
});

test('settings are as after a change if all that it touched is', () => {
  expect(isAsAfter(saved, log[0]!.change)).toBe(true);
  expect(isAsAfter(saved, log[3]!.change)).toBe(false);
});
