import { describe, expect, it } from 'vitest';
import { compileFilter } from './goRegex.ts';

function matches(pattern: string, value: string): boolean {
  const filter = compileFilter(pattern);
  if (!filter.ok) throw new Error(filter.error);
  return filter.value(value);
}

describe('compileFilter', () => {
  it.each([
    ['', 'anything', true],
    ['eng', 'my-eng-team', true],
    ['^eng-', 'my-eng-team', false],
    ['^eng$', 'eng\n', false],
    ['(?i)^ENG', 'engineering', true],
    ['(?i)s', 'ſ', true],
    ['\\w', 'é', false],
    ['^.$', '🚀', true],
    ['^.$', '\n', false],
    ['\\p{Greek}', 'αβγ', true],
    ['[[:upper:]]', 'eng', false],
    ['^\\x{1F680}$', '🚀', true],
    ['a{,2}', 'a{,2}', true],
    ['(a|b)*c|(a|ab)*c', 'xc', true],
    ['[[:]]', ':]', true],
    ['^[[:]]$', '[]', true],
    ['^\\p{greek}$', 'α', true],
    ['^\\P{uppercase letter}$', 'A', false],
    ['^\\p{^ Letter}$', 'a', false],
    ['^[\\p{ASCII}ä]$', 'ä', true],
    ['^[^\\pl]$', 'a', false],
    ['\\Q\\p{lu}\\E', '\\p{lu}', true],
    ['^\\\\p{lu}$', '\\p{lu}', true],
  ])('tests %j on %j', (pattern, value, expected) => {
    expect(matches(pattern, value)).toBe(expected);
  });

  // Each text is what `regexp.Compile` of Go 1.26 answers.
  it.each([
    ['(a', 'missing closing ): `(a`'],
    ['a)', 'unexpected ): `a)`'],
    ['a\\', 'trailing backslash at end of expression: ``'],
    ['[a', 'missing closing ]: `[a`'],
    ['[z-a]', 'invalid character class range: `z-a`'],
    ['*a', 'missing argument to repetition operator: `*`'],
    ['a**', 'invalid nested repetition operator: `**`'],
    ['a{1001}', 'invalid repeat count: `{1001}`'],
    ['(a{1000}){1000}', 'invalid repeat count: `{1000}`'],
    ['\\1', 'invalid escape sequence: `\\1`'],
    ['\\Z', 'invalid escape sequence: `\\Z`'],
    ['\\pX', 'invalid character class range: `\\pX`'],
    ['\\p{Emoji}', 'invalid character class range: `\\p{Emoji}`'],
    ['\\p{Old_Italic}', 'invalid character class range: `\\p{Old_Italic}`'],
    ['[\\p{alphabetic}]', 'invalid character class range: `\\p{alphabetic}`'],
    ['\\pſ', 'invalid character class range: `\\pſ`'],
    ['\\p{L', 'invalid character class range: `\\p{L`'],
    ['(\\p{lu}', 'missing closing ): `(\\p{lu}`'],
    ['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['(?!a)', 'invalid or unsupported Perl syntax: `(?!`'],
    ['(?<=a)', 'invalid named capture: `(?<=a)`'],
    ['(?<=a)b', 'invalid named capture: `(?<=a)b`'],
    ['(?P<é>a)', 'invalid named capture: `(?P<é>`'],
    [
      `${'('.repeat(1001)}${')'.repeat(1001)}`,
      `expression nests too deeply: \`${'('.repeat(1001)}${')'.repeat(1001)}\``,
    ],
  ])("refuses %j with Go's words", (pattern, message) => {
    expect(compileFilter(pattern)).toEqual({ ok: false, error: `error parsing regexp: ${message}` });
  });

  it('reads `[:` as the start of a class wherever `:]` follows', () => {
    expect(compileFilter('[[:]a:]]').ok).toBe(false);
  });

  describe('groups that share a name', () => {
    it.each([
      ['^(?P<n>a)(?P<n>b)$', 'ab', true],
      ['^(?<n>a)(?P<n>b)$', 'b', false],
      ['(?P<n>a)|(?P<n>b)|^\\(?P<n>$', '(P<n>', true],
      ['(?P<n>1)|(?P<n>2)|^[(?P<n>]$', '?', true],
      ['(?P<n>1)|(?P<n>2)|^\\Q(?P<n>\\E$', '(?P<n>', true],
    ])('are fine in %j', (pattern, value, expected) => {
      expect(matches(pattern, value)).toBe(expected);
    });

    it.each([
      ['(?P<n>(?P<n>', 'missing closing ): `(?P<n>(?P<n>`'],
      ['(?P<n>a)(?P<n>?:b)', 'missing argument to repetition operator: `?`'],
    ])("leave Go's words for %j alone", (pattern, message) => {
      expect(compileFilter(pattern)).toEqual({ ok: false, error: `error parsing regexp: ${message}` });
    });
  });

  it('takes linear time where backtracking would not end', () => {
    expect(matches('^(a+)+$', `${'a'.repeat(5_000)}!`)).toBe(false);
  });
});
