import type { RowProblem } from '../../domain/rowProblems.ts';
import type { SyncKind } from '../../domain/settings.ts';
import { shownName } from '../../domain/shownName.ts';
import { kindWords } from './kinds.ts';
import type { Targets } from './useTargets.ts';

/** What can be done about a problem with one click. */
export type ProblemFix =
  | { readonly type: 'remove-target'; readonly target: string; readonly label: string }
  | { readonly type: 'replace-target'; readonly target: string; readonly by: string; readonly label: string }
  | { readonly type: 'rename'; readonly to: string; readonly label: string }
  | { readonly type: 'edit'; readonly label: string }
  | { readonly type: 'edit-filter'; readonly label: string };

export interface ProblemWords {
  readonly text: string;
  /** `error`: the row doesn't do what it says. `warning`: it does something else too. `info`: look once. */
  readonly level: 'error' | 'warning' | 'info';
  readonly fixes: readonly ProblemFix[];
}

/** Says a row's problem in a sentence, with what mends it. */
export function problemWords(kind: SyncKind, problem: RowProblem, targets: Targets): ProblemWords {
  const { target: thing, oneTarget } = kindWords[kind];
  const choose: ProblemFix = { type: 'edit', label: `Choose another ${thing}` };
  switch (problem.code) {
    case 'unknown-target': {
      const remove: ProblemFix = { type: 'remove-target', target: problem.target, label: 'Remove it' };
      const { suggestion } = problem;
      const replace: readonly ProblemFix[] =
        suggestion === undefined
          ? []
          : [{ type: 'replace-target', target: problem.target, by: suggestion, label: `Use “${suggestion}”` }];
      return { level: 'error', text: unknownText(kind, problem.target), fixes: [...replace, choose, remove] };
    }
    case 'foreign-target': {
      const name = targets.find(problem.target)?.label ?? problem.target;
      return {
        level: 'warning',
        text: `${name} belongs to another organization. People are put into it there.`,
        fixes: [choose, { type: 'remove-target', target: problem.target, label: 'Remove it' }],
      };
    }
    case 'implied-target':
      return {
        level: 'info',
        text: `Every member has ${kind === 'group' ? 'Everyone' : (targets.find(problem.target)?.label ?? problem.target)} anyway.`,
        fixes: [{ type: 'remove-target', target: problem.target, label: 'Remove it' }],
      };
    case 'refused-target':
      return {
        level: 'error',
        text: `${shownName(problem.target)} is a system role that sync may not give: every login with this value fails.`,
        fixes: [{ type: 'remove-target', target: problem.target, label: 'Remove it' }],
      };
    case 'regex-kills-row':
      return {
        level: 'error',
        text: 'Never applies: the regex filter stops this value before the mapping.',
        fixes: [{ type: 'edit-filter', label: 'Change the filter' }],
      };
    case 'swallows-value':
      return kind === 'organization'
        ? { level: 'info', text: 'Gives no organization.', fixes: [{ type: 'edit', label: `Choose ${oneTarget}` }] }
        : {
            level: 'warning',
            text: `Gives nothing, and keeps the value from being matched with a ${thing} of its name.`,
            fixes: [{ type: 'edit', label: `Choose ${oneTarget}` }],
          };
    case 'near-miss':
      return {
        level: 'error',
        text: `Never seen. Logins carry “${problem.seen}”, and values have to match exactly.`,
        fixes: [{ type: 'rename', to: problem.seen, label: `Use “${problem.seen}”` }],
      };
    case 'never-seen':
      return {
        level: 'info',
        text: 'Not seen in anybody’s last login. Check the spelling.',
        fixes: [{ type: 'edit', label: 'Edit' }],
      };
  }
}

function unknownText(kind: SyncKind, target: string): string {
  switch (kind) {
    case 'group':
      return `The group ${target.slice(0, 8)}… doesn’t exist any more. It gives nothing.`;
    case 'role':
      return `There is no role “${shownName(target)}” here. It gives nothing.`;
    case 'organization':
      return `The organization ${target.slice(0, 8)}… was deleted, or never existed. It gives nothing.`;
  }
}

const rank = { error: 0, warning: 1, info: 2 } as const;

/** The words of all problems of a row, the worst first. */
export function wordsOfRow(kind: SyncKind, problems: readonly RowProblem[], targets: Targets): readonly ProblemWords[] {
  return problems
    .map((problem) => problemWords(kind, problem, targets))
    .toSorted((a, b) => rank[a.level] - rank[b.level]);
}
