import { expect, test } from 'vitest';
import { shownName } from './shownName.ts';

test.each(['Engineering', 'R&D <script>alert(1)</script>', 'Ünïcode 🚀', '数据', ''])(
  '%j is shown as it is',
  (name) => {
    expect(shownName(name)).toBe(name);
  },
);

test('a mark that turns the direction ends with the name', () => {
  expect(shownName('safe\u202Etxt.exe')).toBe('\u2068safe\u202Etxt.exe\u2069');
});

test('a name can’t end its own isolation', () => {
  expect(shownName('a\u2069\u202Eb')).toBe('\u2068a\u202Eb\u2069');
});

test('letters from right to left are kept to themselves', () => {
  expect(shownName('הנדסה')).toBe('\u2068הנדסה\u2069');
});

test('an endless name is cut, and never inside of a character', () => {
  expect(shownName('x'.repeat(10_000))).toBe(`${'x'.repeat(200)}…`);
  expect(shownName(`x${'🚀'.repeat(5_000)}`)).toBe(`x${'🚀'.repeat(99)}…`);
});
