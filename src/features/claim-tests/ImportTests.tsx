import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { readClaimTestText } from '../../api/claimTestFile.ts';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';
import { shownName } from '../../domain/shownName.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { Notice } from '../../ui/Notice.tsx';
import { mergeTests, namesTaken, type OnSameName } from './mergeTests.ts';
import { useChangeTests } from './useClaimTests.ts';

/** A file that was read, and what came of it. */
interface Imported {
  readonly tests: readonly ClaimTest[];
  readonly problems: readonly string[];
  /** Why nothing can be read. */
  readonly failure?: string;
  /** Names that are taken: waits for a decision. */
  readonly taken: readonly string[];
}

const shown = 8;

/** Takes tests out of a file. Those that can't be read are named, the others come in. */
export function ImportTests({ tests }: { readonly tests: readonly ClaimTest[] }) {
  const change = useChangeTests();
  const [file, setFile] = useState<Imported>();
  const put = (incoming: readonly ClaimTest[], onSameName: OnSameName) => {
    if (incoming.length > 0) change.mutate((present) => mergeTests(present, incoming, onSameName));
  };
  const read = (text: string) => {
    change.reset();
    const answer = readClaimTestText(text);
    if (!answer.ok) return setFile({ tests: [], problems: [], taken: [], failure: answer.error });
    const { tests: incoming, problems } = answer.value;
    const taken = namesTaken(tests, incoming);
    setFile({ tests: incoming, problems, taken });
    if (taken.length === 0) put(incoming, 'replace');
  };
  const decide = (onSameName: OnSameName) => {
    if (!file) return;
    put(file.tests, onSameName);
    setFile({ ...file, taken: [] });
  };
  return (
    <Box sx={{ display: 'contents' }}>
      <FileButton accept=".json" onText={read}>
        Import
      </FileButton>
      {file && (
        <Box sx={{ order: 1, flexBasis: '100%', display: 'grid', gap: 1 }}>
          {file.failure !== undefined && (
            <Notice tone="error" title="No claim tests could be read from this file">
              {file.failure}
            </Notice>
          )}
          {file.problems.length > 0 && (
            <Notice tone="warning" title={`${countOf(file.problems.length)} can’t be read, and stay out`}>
              {file.problems.slice(0, shown).map((problem) => (
                <div key={problem}>{problem}</div>
              ))}
              {file.problems.length > shown && <div>and {formatCount(file.problems.length - shown)} more</div>}
            </Notice>
          )}
          {file.taken.length > 0 && (
            <Notice
              tone="info"
              title={
                file.taken.length === 1
                  ? '1 test here has the name of one in the file'
                  : `${countOf(file.taken.length)} here have names of tests in the file`
              }
              action={
                <>
                  <Button size="small" variant="outlined" onClick={() => decide('replace')}>
                    Replace
                  </Button>
                  <Button size="small" variant="outlined" onClick={() => decide('keep-both')}>
                    Keep both
                  </Button>
                  <Button size="small" onClick={() => setFile(undefined)}>
                    Cancel
                  </Button>
                </>
              }
            >
              {file.taken.slice(0, shown).map(shownName).join(', ')}
              {file.taken.length > shown && ` and ${formatCount(file.taken.length - shown)} more`}
            </Notice>
          )}
          {change.isSuccess && file.taken.length === 0 && file.tests.length > 0 && (
            <Notice tone="success">{countOf(file.tests.length)} imported.</Notice>
          )}
          {change.error && (
            <Notice tone="error" title="The tests couldn’t be stored">
              {change.error.message}
            </Notice>
          )}
        </Box>
      )}
    </Box>
  );
}

function countOf(count: number): string {
  return count === 1 ? '1 test' : `${formatCount(count)} tests`;
}
