import { describe, expect, it } from 'vitest';
import {
  findPassThroughs,
  findRowProblems,
  indexSeenValues,
  type RowProblem,
  rowProblemFinder,
  type TargetState,
} from './rowProblems.ts';

const states = new Map<string, TargetState>([
  ['known', 'known'],
  ['foreign', 'foreign'],
  ['implied', 'implied'],
  ['unchecked', 'unchecked'],
]);
const stateOf = (target: string) => states.get(target) ?? 'unknown';
const seen = indexSeenValues(['eng', 'Ops Team', '/data/ml', '__proto__']);
const noCapitals = (value: string) => value === value.toLowerCase();

describe('findRowProblems', () => {
  it.each<[string, string, readonly string[], readonly RowProblem[]]>([
    ['nothing about a good row', 'eng', ['known'], []],
    ['nothing about what isn’t known yet', 'eng', ['unchecked'], []],
    ['a target that names nothing', 'eng', ['known', 'gone'], [{ code: 'unknown-target', target: 'gone' }]],
    ['another name for it', 'eng', ['Known'], [{ code: 'unknown-target', target: 'Known', suggestion: 'known' }]],
    ['a target elsewhere', 'eng', ['foreign'], [{ code: 'foreign-target', target: 'foreign' }]],
    ['what everybody has', 'eng', ['implied'], [{ code: 'implied-target', target: 'implied' }]],
    [
      'what refuses the login',
      'eng',
      ['organization-service-account'],
      [{ code: 'refused-target', target: 'organization-service-account' }],
    ],
    ['a row that the filter stops', 'Ops Team', ['known'], [{ code: 'regex-kills-row' }]],
    ['a row without targets', 'eng', [], [{ code: 'swallows-value' }]],
    [
      'a value that differs by case',
      'ENG',
      ['known'],
      [{ code: 'regex-kills-row' }, { code: 'near-miss', seen: 'eng' }],
    ],
    ['a value that differs by a space', 'ops  team', ['known'], [{ code: 'near-miss', seen: 'Ops Team' }]],
    ['a value that differs by a slash', 'data/ml', ['known'], [{ code: 'near-miss', seen: '/data/ml' }]],
    ['a value that nobody has', 'sales', ['known'], [{ code: 'never-seen' }]],
    ['nothing about a seen value with an odd name', '__proto__', ['known'], []],
    ['a value with an odd name', 'constructor', ['known'], [{ code: 'never-seen' }]],
    [
      'each target that is wrong',
      'eng',
      ['gone', 'foreign'],
      [
        { code: 'unknown-target', target: 'gone' },
        { code: 'foreign-target', target: 'foreign' },
      ],
    ],
  ])('says %s', (_, key, targets, problems) => {
    const suggest = (target: string) => (target === 'Known' ? 'known' : undefined);
    const found = findRowProblems(new Map([[key, targets]]), { stateOf, suggest, seen, filter: noCapitals });
    expect(found.get(key) ?? []).toEqual(problems);
    expect(found.has(key)).toBe(problems.length > 0);
  });

  it('holds rows against nothing that isn’t known', () => {
    const mapping = new Map([
      ['ENG', ['unchecked']],
      ['nobody', ['known']],
    ]);
    expect(findRowProblems(mapping, { stateOf }).size).toBe(0);
  });
});

describe('findPassThroughs', () => {
  const byName = new Map([
    ['eng', 'id-eng'],
    ['ops', 'id-ops'],
    ['Ops', 'id-Ops'],
    ['toString', 'id-odd'],
  ]);
  it('finds seen values that name a target and have no row', () => {
    const mapping = new Map([['ops', []]]);
    expect(findPassThroughs(['eng', 'ops', 'sales', 'toString'], mapping, byName)).toEqual([
      { value: 'eng', target: 'id-eng' },
      { value: 'toString', target: 'id-odd' },
    ]);
  });

  it('leaves out what the filter stops, and what is spelt another way', () => {
    expect(findPassThroughs(['ENG', 'eng', 'Ops'], new Map(), byName, noCapitals)).toEqual([
      { value: 'eng', target: 'id-eng' },
    ]);
  });
});

describe('rowProblemFinder', () => {
  it('looks again at a row that changed, and at no other', () => {
    const asked: string[] = [];
    const find = rowProblemFinder({
      stateOf: (target) => {
        asked.push(target);
        return stateOf(target);
      },
    });
    const eng = ['gone'];
    const ops = ['known'];
    const first = find(
      new Map([
        ['eng', eng],
        ['ops', ops],
      ]),
    );
    asked.length = 0;
    const second = find(
      new Map([
        ['ops', ['lost']],
        ['eng', eng],
      ]),
    );
    expect(asked).toEqual(['lost']);
    expect(second.get('eng')).toBe(first.get('eng'));
    expect(second.get('ops')).toEqual([{ code: 'unknown-target', target: 'lost' }]);
    expect(find(new Map([['ops', ops]]))).toEqual(new Map());
  });

  it('isn’t misled by two rows that share one list', () => {
    const shared = ['known'];
    const find = rowProblemFinder({ stateOf, seen });
    find(new Map([['eng', shared]]));
    expect([...find(new Map([['new', shared]]))]).toEqual([['new', [{ code: 'never-seen' }]]]);
  });
});
