import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Suspense, useMemo, useRef, useState } from 'react';
import { type ClaimTest, statusOf } from '../../domain/claim-tests/ClaimTest.ts';
import { shownName } from '../../domain/shownName.ts';
import { errorWords } from '../../session/errorWords.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import type { TestCheck } from './checkTests.ts';
import { ExportTests } from './ExportTests.tsx';
import { ImportTests } from './ImportTests.tsx';
import type { Sides } from './readWorlds.ts';
import { TestItem } from './TestItem.tsx';
import { putTest, useChangeTests, useClaimTests } from './useClaimTests.ts';
import { useTestRuns } from './useTestRuns.ts';

const TestDialog = lazyPart(() => import('./TestDialog.tsx').then((part) => part.TestDialog));

/** All claim tests of this browser for the deployment. */
export function ClaimTests({ sides }: { readonly sides: Sides }) {
  const { data: tests, error } = useClaimTests();
  const runs = useTestRuns(tests, sides);
  const change = useChangeTests();
  const [edited, setEdited] = useState<ClaimTest>();
  const [deleted, setDeleted] = useState<readonly ClaimTest[]>([]);
  const panel = useRef<HTMLElement>(null);
  const checks = useMemo(() => new Map(runs.checks?.map((check) => [check.test.name, check])), [runs.checks]);
  if (error) {
    return (
      <Notice tone="error" title="This browser’s claim tests can’t be read">
        {error.message}
      </Notice>
    );
  }
  if (!tests) return <SkeletonBlock label="Loading the claim tests" heights={[36, 96]} />;
  const last = deleted.at(-1);
  const problem = runs.error && errorWords(runs.error, 'run the tests');
  return (
    <Panel ref={panel} tabIndex={-1} aria-label="Claim tests">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography sx={{ flex: '1 1 200px' }} role="status">
          {tests.length === 0 ? 'No claim tests yet.' : summaryOf(tests, runs.checks)}
        </Typography>
        <ImportTests tests={tests} />
        <ExportTests tests={tests} />
      </Box>
      {tests.length === 0 && <EmptyTests />}
      {problem && (
        <Notice tone="error" title={problem.title}>
          {problem.detail}
        </Notice>
      )}
      <Box component="ul" aria-label="Tests" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }} hidden={tests.length === 0}>
        {tests.map((test) => (
          <TestItem
            key={test.name}
            test={test}
            check={checks.get(test.name)}
            onEdit={() => setEdited(test)}
            onDelete={() => {
              setDeleted((before) => [...before, test]);
              change.mutate((present) => present.filter(({ name }) => name !== test.name));
              panel.current?.focus();
            }}
          />
        ))}
      </Box>
      {last && change.isSuccess && !tests.some(({ name }) => name === last.name) && (
        <Notice
          tone="info"
          action={
            <Button
              size="small"
              variant="outlined"
              onClick={() => {
                setDeleted((before) => before.slice(0, -1));
                change.mutate(putTest(last));
                panel.current?.focus();
              }}
            >
              Undo
            </Button>
          }
        >
          “{shownName(last.name)}” was deleted.
        </Notice>
      )}
      {change.error && (
        <Notice tone="error" title="The tests couldn’t be stored">
          {change.error.message}
        </Notice>
      )}
      {edited && (
        <Suspense fallback={null}>
          <TestDialog
            start={{ claims: edited.claims, memberOf: edited.memberOf, kept: edited }}
            edited={edited}
            sides={sides}
            onSaved={() => undefined}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </Panel>
  );
}

function summaryOf(tests: readonly ClaimTest[], checks: readonly TestCheck[] | undefined): string {
  if (!checks) return 'Running…';
  const count = (status: string) => checks.filter(({ draft }) => statusOf(draft) === status).length;
  const parts = [`${formatCount(count('passed'))} of ${formatCount(tests.length)} pass`];
  if (count('failed') > 0) parts.push(`${formatCount(count('failed'))} fail`);
  if (count('unchecked') > 0) parts.push(`${formatCount(count('unchecked'))} not checked`);
  return `${parts.join(', ')}.`;
}

function EmptyTests() {
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 1, maxWidth: 640 }}>
      Paste claims under “One login” and choose “Keep as a test”. A test runs on every change of a draft; one that fails
      stands in the review before Save. Tests stay in this browser; a file of them can be kept in git and run in a
      pipeline.
    </Typography>
  );
}
