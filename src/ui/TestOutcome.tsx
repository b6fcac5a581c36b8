import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { statusOf, type TestRun, type TestStatus } from '../domain/claim-tests/ClaimTest.ts';
import { ErrorIcon, InfoIcon, SuccessIcon } from './icons.tsx';
import { statusWords } from './testWords.ts';

const icons = { passed: SuccessIcon, failed: ErrorIcon, unchecked: InfoIcon } as const;
const colors = { passed: 'success', failed: 'error', unchecked: 'info' } as const;

interface TestMarkProps {
  readonly status: TestStatus;
  /** What it was held against: `with the draft`. */
  readonly side?: string | undefined;
}

/** What became of a test, as icon and word. */
export function TestMark({ status, side }: TestMarkProps) {
  const Icon = icons[status];
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' }}>
      <Icon fontSize="small" color={colors[status]} />
      {statusWords[status].label}
      {side !== undefined && ` ${side}`}
    </Box>
  );
}

/** What was expected, what came of it and why, and what couldn't be told. */
export function TestDetails({ run }: { readonly run: TestRun }) {
  if (statusOf(run) === 'passed') return <Typography variant="body2">Everything is as expected.</Typography>;
  return (
    <Box
      component="ul"
      sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.75, typography: 'body2', overflowWrap: 'anywhere' }}
    >
      {run.failures.map(({ expected, got, why }) => (
        <li key={expected}>
          Expected: <b>{expected}</b>. Got: <b>{got}</b>.
          {why.length > 0 && (
            <Box component="ul" sx={{ m: 0, pl: 2.25, color: 'text.secondary' }}>
              {why.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </Box>
          )}
        </li>
      ))}
      {run.unchecked.map((reason) => (
        <li key={reason}>Not checked: {reason}</li>
      ))}
    </Box>
  );
}
