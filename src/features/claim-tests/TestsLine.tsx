import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { statusOf } from '../../domain/claim-tests/ClaimTest.ts';
import { shownName } from '../../domain/shownName.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { ErrorIcon, InfoIcon, SuccessIcon } from '../../ui/icons.tsx';
import type { Sides } from './readWorlds.ts';
import { UnreadableTests } from './testStore.ts';
import { useClaimTests } from './useClaimTests.ts';
import { useTestRuns } from './useTestRuns.ts';

interface TestsLineProps {
  readonly sides: Sides;
  /** Leads to all tests. */
  readonly link: ReactNode;
}

const shown = 3;

/** How many tests pass with the draft, and which don't. Nothing, where there are none. */
export function TestsLine({ sides, link }: TestsLineProps) {
  const { data: tests, error: unread } = useClaimTests();
  const { checks, error } = useTestRuns(tests, sides);
  if (unread instanceof UnreadableTests)
    return <Line icon={<InfoIcon fontSize="small" color="info" />} text="The claim tests can’t be read." link={link} />;
  if (!tests || tests.length === 0) return null;
  if (error)
    return (
      <Line icon={<InfoIcon fontSize="small" color="info" />} text="The claim tests couldn’t be run." link={link} />
    );
  if (!checks) return <Line icon={null} text="Running the claim tests…" link={link} />;
  const failed = checks.filter(({ draft }) => statusOf(draft) === 'failed');
  const passed = checks.filter(({ draft }) => statusOf(draft) === 'passed').length;
  const unchecked = checks.length - passed - failed.length;
  const Icon = failed.length > 0 ? ErrorIcon : unchecked > 0 ? InfoIcon : SuccessIcon;
  const color = failed.length > 0 ? 'error' : unchecked > 0 ? 'info' : 'success';
  return (
    <Line
      icon={<Icon fontSize="small" color={color} />}
      text={`${formatCount(passed)} of ${checks.length === 1 ? '1 claim test passes' : `${formatCount(checks.length)} claim tests pass`}${unchecked > 0 ? `, ${formatCount(unchecked)} not checked` : ''}`}
      link={link}
    >
      {failed.slice(0, shown).map(({ test, saved, draft }) => (
        <li key={test.name}>
          <b>{shownName(test.name)}</b> fails{statusOf(saved) === 'passed' && ' with the draft'}: expected{' '}
          {draft.failures[0]?.expected}
          {draft.failures.length > 1 && ` and ${formatCount(draft.failures.length - 1)} more`}
        </li>
      ))}
      {failed.length > shown && <li>and {formatCount(failed.length - shown)} more</li>}
    </Line>
  );
}

interface LineProps {
  readonly icon: ReactNode;
  readonly text: string;
  readonly link: ReactNode;
  readonly children?: ReactNode;
}

function Line({ icon, text, link, children }: LineProps) {
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Typography
          variant="body2"
          role="status"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, fontWeight: 600 }}
        >
          {icon}
          {text}
        </Typography>
        <Typography variant="body2" component="span">
          {link}
        </Typography>
      </Box>
      <Box
        component="ul"
        sx={{ m: 0, pl: 2.25, typography: 'body2', overflowWrap: 'anywhere', '&:empty': { display: 'none' } }}
      >
        {children}
      </Box>
    </Box>
  );
}
