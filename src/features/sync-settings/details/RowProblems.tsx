import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { RowProblem } from '../../../domain/rowProblems.ts';
import type { SyncKind } from '../../../domain/settings.ts';
import { ErrorIcon, InfoIcon, WarningIcon } from '../../../ui/icons.tsx';
import { type ProblemFix, type ProblemWords, wordsOfRow } from '../problemWords.ts';
import type { Targets } from '../useTargets.ts';

interface RowProblemsProps {
  readonly kind: SyncKind;
  readonly problems: readonly RowProblem[];
  readonly targets: Targets;
  /** Undefined: read-only. */
  readonly onFix: ((fix: ProblemFix) => void) | undefined;
}

/** What is wrong with a row, the worst first, with what mends it. */
export function RowProblems({ kind, problems, targets, onFix }: RowProblemsProps) {
  return wordsOfRow(kind, problems, targets).map((problem) => (
    <Problem key={JSON.stringify(problem)} problem={problem} onFix={onFix} />
  ));
}

const problemLook = {
  error: { Icon: ErrorIcon, color: 'error.main', word: 'Problem' },
  warning: { Icon: WarningIcon, color: 'warning.main', word: 'Warning' },
  info: { Icon: InfoIcon, color: 'text.secondary', word: 'Note' },
} as const;

interface ProblemProps {
  readonly problem: ProblemWords;
  readonly onFix: ((fix: ProblemFix) => void) | undefined;
}

function Problem({ problem, onFix }: ProblemProps) {
  const { Icon, color, word } = problemLook[problem.level];
  return (
    <Box sx={{ display: 'flex', gap: 0.75, mt: 0.5, fontSize: '0.8125rem', lineHeight: '20px', color }}>
      <Icon titleAccess={word} sx={{ fontSize: 16, mt: '2px' }} />
      <Box sx={{ minWidth: 0 }}>
        {problem.text}
        {onFix && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', ml: -0.75 }}>
            {problem.fixes.map((fix) => (
              <Button
                key={fix.label}
                size="small"
                onClick={() => onFix(fix)}
                sx={{ minHeight: 24, px: 0.75, whiteSpace: 'normal', textAlign: 'left' }}
              >
                {fix.label}
              </Button>
            ))}
          </Box>
        )}
      </Box>
    </Box>
  );
}
