import { describe, expect, it } from 'vitest';
import type { RowProblem } from '../../domain/rowProblems.ts';
import type { SyncKind } from '../../domain/settings.ts';
import { problemWords, wordsOfRow } from './problemWords.ts';
import type { Targets } from './useTargets.ts';

const targets: Targets = {
  options: [],
  find: (target) =>
    target === 'known' ? { target, label: 'Known One', name: 'known', isAmbiguous: false } : undefined,
  stateOf: () => 'known',
  suggest: () => undefined,
  byName: new Map(),
  error: null,
  retry: () => undefined,
};

describe('problemWords', () => {
  it.each<[SyncKind, RowProblem, string, string, readonly string[]]>([
    [
      'group',
      { code: 'unknown-target', target: 'x' },
      'error',
      'The group x… doesn’t exist any more. It gives nothing.',
      ['Choose another group', 'Remove it'],
    ],
    [
      'role',
      { code: 'unknown-target', target: 'X', suggestion: 'x' },
      'error',
      'There is no role “X” here. It gives nothing.',
      ['Use “x”', 'Choose another role', 'Remove it'],
    ],
    [
      'organization',
      { code: 'unknown-target', target: 'x' },
      'error',
      'The organization x… was deleted, or never existed. It gives nothing.',
      ['Choose another organization', 'Remove it'],
    ],
    [
      'group',
      { code: 'foreign-target', target: 'known' },
      'warning',
      'Known One belongs to another organization. People are put into it there.',
      ['Choose another group', 'Remove it'],
    ],
    [
      'group',
      { code: 'foreign-target', target: 'x' },
      'warning',
      'x belongs to another organization. People are put into it there.',
      ['Choose another group', 'Remove it'],
    ],
    ['group', { code: 'implied-target', target: 'org' }, 'info', 'Every member has Everyone anyway.', ['Remove it']],
    ['role', { code: 'implied-target', target: 'known' }, 'info', 'Every member has Known One anyway.', ['Remove it']],
    [
      'role',
      { code: 'refused-target', target: 'x' },
      'error',
      'x is a system role that sync may not give: every login with this value fails.',
      ['Remove it'],
    ],
    [
      'group',
      { code: 'regex-kills-row' },
      'error',
      'Never applies: the regex filter stops this value before the mapping.',
      ['Change the filter'],
    ],
    [
      'group',
      { code: 'swallows-value' },
      'warning',
      'Gives nothing, and keeps the value from being matched with a group of its name.',
      ['Choose a group'],
    ],
    [
      'role',
      { code: 'swallows-value' },
      'warning',
      'Gives nothing, and keeps the value from being matched with a role of its name.',
      ['Choose a role'],
    ],
    ['organization', { code: 'swallows-value' }, 'info', 'Gives no organization.', ['Choose an organization']],
    [
      'group',
      { code: 'near-miss', seen: 'eng' },
      'error',
      'Never seen. Logins carry “eng”, and values have to match exactly.',
      ['Use “eng”'],
    ],
    ['group', { code: 'never-seen' }, 'info', 'Not seen in anybody’s last login. Check the spelling.', ['Edit']],
  ])('%s sync: %o', (kind, problem, level, text, fixes) => {
    const words = problemWords(kind, problem, targets);
    expect(words).toMatchObject({ level, text });
    expect(words.fixes.map(({ label }) => label)).toEqual(fixes);
  });

  it('mends what it says', () => {
    const fixes = (problem: RowProblem) => problemWords('role', problem, targets).fixes;
    expect(fixes({ code: 'unknown-target', target: 'X', suggestion: 'x' })).toEqual([
      { type: 'replace-target', target: 'X', by: 'x', label: 'Use “x”' },
      { type: 'edit', label: 'Choose another role' },
      { type: 'remove-target', target: 'X', label: 'Remove it' },
    ]);
    expect(fixes({ code: 'near-miss', seen: 'eng' })).toEqual([{ type: 'rename', to: 'eng', label: 'Use “eng”' }]);
    expect(fixes({ code: 'regex-kills-row' })).toEqual([{ type: 'edit-filter', label: 'Change the filter' }]);
  });

  it('says the worst first', () => {
    const problems: RowProblem[] = [
      { code: 'never-seen' },
      { code: 'foreign-target', target: 'x' },
      { code: 'regex-kills-row' },
    ];
    expect(wordsOfRow('group', problems, targets).map(({ level }) => level)).toEqual(['error', 'warning', 'info']);
  });
});
