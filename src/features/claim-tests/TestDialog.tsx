import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';
import { errorWords } from '../../session/errorWords.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { type PreparedTest, prepareTest, type TestStart } from './prepareTest.ts';
import type { Sides } from './readWorlds.ts';
import { TestForm } from './TestForm.tsx';

interface TestDialogProps {
  readonly start: TestStart;
  /** The test that is edited; undefined: a new one. */
  readonly edited?: ClaimTest;
  readonly sides: Sides;
  readonly onSaved: (name: string) => void;
  readonly onClose: () => void;
}

/** Shows what a test keeps and what it expects, and stores it. */
export function TestDialog({ start, edited, sides, onSaved, onClose }: TestDialogProps) {
  const id = useId();
  const client = useQueryClient();
  const [prepared, setPrepared] = useState<PreparedTest>();
  const [error, setError] = useState<Error>();
  const [asked] = useState({ start, sides });
  useEffect(() => {
    let isOver = false;
    prepareTest(client, asked.start, asked.sides).then(
      (answer) => !isOver && setPrepared(answer),
      (problem: unknown) => !isOver && problem instanceof Error && setError(problem),
    );
    return () => {
      isOver = true;
    };
  }, [client, asked]);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="md" fullWidth>
      <DialogTitle id={id}>{edited ? 'Edit claim test' : 'Keep as a claim test'}</DialogTitle>
      {prepared ? (
        <TestForm prepared={prepared} memberOf={start.memberOf} edited={edited} onSaved={onSaved} onClose={onClose} />
      ) : (
        <>
          <DialogContent dividers>
            {error ? (
              <Notice tone="error" title={errorWords(error, 'work the login out').title}>
                {errorWords(error, 'work the login out').detail}
              </Notice>
            ) : (
              <SkeletonBlock label="Working it out" heights={[36, 120, 60]} />
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
