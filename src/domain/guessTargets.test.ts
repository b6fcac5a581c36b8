import { describe, expect, it } from 'vitest';
import { guessWithRows, isGoodGuess, TargetGuesser } from './guessTargets.ts';

const targets = [
  ['1', 'backend', 'Backend'],
  ['2', 'data-platform', 'Data Platform'],
  ['3', 'build-infra', 'Build Infrastructure'],
  ['4', 'team-12', 'Team Twelve'],
  ['5', 'team-13', 'Team Thirteen'],
  ['6', 'x', 'Twins'],
  ['7', 'y', 'Twins'],
  ['8', 'constructor', 'Constructor'],
  ['9', '数据', '数据'],
  ['10', 'c', 'C'],
] as const;

function guesserOf(values: readonly string[]): TargetGuesser {
  const guesser = new TargetGuesser(values);
  for (const [target, name, label] of targets) guesser.add({ target, name, label });
  return guesser;
}

describe('guessTargets', () => {
  it.each([
    ['backend', '1', { code: 'same-name' }],
    ['constructor', '8', { code: 'same-name' }],
    ['数据', '9', { code: 'same-name' }],
    ['Data Platform', '2', { code: 'same-label' }],
    ['/Backend', '1', { code: 'spelling' }],
    [' backend', '1', { code: 'spelling' }],
    ['DATA_PLATFORM', '2', { code: 'spelling' }],
    ['build infrastructure', '3', { code: 'spelling' }],
    ['eng-backend', '1', { code: 'after-prefix', prefix: 'eng-' }],
    ['eng-data-platform', '2', { code: 'after-prefix', prefix: 'eng-' }],
    ['/other/backend', '1', { code: 'similar' }],
    ['backends', '1', { code: 'similar' }],
    ['data-platfrom', '2', { code: 'similar' }],
  ] as const)('%j is %s: %j', (value, target, reason) => {
    const guesser = guesserOf(['eng-backend', 'eng-sales', 'eng-data-platform', '/other/backend']);
    expect(guesser.guess(value)).toEqual({ targets: [target], reason });
  });

  it.each([
    ['another number', 'team-14'],
    ['a name of two', 'twins'],
    ['nothing like it', 'marketing'],
    ['only one word of two', 'data-science'],
    ['signs alone', '++'],
    ['nothing', ''],
    ['a text without end', `backend${' '.repeat(300)}`],
    ['an odd name', '__proto__'],
  ])('makes no guess for %s', (_, value) => {
    expect(guesserOf(['team-14', value]).guess(value)).toBeUndefined();
  });

  it('takes what is spelt like a row for that row, but for what is a name to the letter', () => {
    const mapping = new Map([
      ['Eng-QA', ['a', 'b']],
      ['BACKEND', ['z']],
      ['sales', []],
    ]);
    const values = ['/eng-qa', 'backend', 'Sales', 'eng-backend'];
    const guesser = guesserOf(values);
    const guessed = new Map(
      values.flatMap((value) => {
        const guess = guesser.guess(value);
        return guess ? [[value, guess] as const] : [];
      }),
    );
    expect([...guessWithRows(values, mapping, guessed)]).toEqual([
      ['/eng-qa', { targets: ['a', 'b'], reason: { code: 'like-row', row: 'Eng-QA' } }],
      ['backend', { targets: ['1'], reason: { code: 'same-name' } }],
      ['eng-backend', { targets: ['1'], reason: { code: 'similar' } }],
    ]);
  });

  it('calls all but what is merely similar good', () => {
    expect(isGoodGuess({ targets: ['1'], reason: { code: 'spelling' } })).toBe(true);
    expect(isGoodGuess({ targets: ['1'], reason: { code: 'similar' } })).toBe(false);
  });
});
