import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { statusOf } from '../../../domain/claim-tests/ClaimTest.ts';
import { shownName } from '../../../domain/shownName.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { TestDetails } from '../../../ui/TestOutcome.tsx';
import { failedBefore, failingTests, type TestedDrafts } from './TestedDraft.ts';

/** Claim tests that fail with the draft: what they expect, what they get, and why. */
export function TestSection({ tests }: { readonly tests: TestedDrafts }) {
  if (tests === 'unchecked') {
    return (
      <Notice tone="warning" role="none" title="The claim tests couldn’t be run">
        What they would say of this change isn’t known.
      </Notice>
    );
  }
  const failing = failingTests(tests);
  const unchecked = tests.filter(({ draft, saved }) => statusOf(draft) === 'unchecked' && statusOf(saved) === 'passed');
  if (failing.length + unchecked.length === 0) return null;
  return (
    <Notice
      tone={failing.length > 0 ? 'error' : 'warning'}
      role="none"
      title={failing.length > 0 ? titleOf(failing.length) : 'Not every claim test can be checked any more'}
    >
      <Box component="ul" aria-label="Claim tests" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {[...failing, ...unchecked].map((tested) => (
          <li key={tested.test.name}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              <b>{shownName(tested.test.name)}</b>{' '}
              {statusOf(tested.draft) === 'failed' ? verb(failedBefore(tested)) : ''}
            </Typography>
            <TestDetails run={tested.draft} />
          </li>
        ))}
      </Box>
    </Notice>
  );
}

function titleOf(count: number): string {
  return count === 1 ? 'A claim test fails with this change' : `${count} claim tests fail with this change`;
}

function verb(failedAlready: boolean): string {
  return failedAlready ? '(fails as saved, too)' : '(passes as saved)';
}
