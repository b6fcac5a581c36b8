import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { countChanges } from '../../../domain/diffSettings.ts';
import type { SyncKind } from '../../../domain/settings.ts';
import { Field } from '../../../ui/Field.tsx';
import { formatCount } from '../../../ui/formatCount.ts';
import { Mono } from '../../../ui/Mono.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { describeDiff } from '../describeDiff.ts';
import { kindWords } from '../kinds.ts';
import type { Targets } from '../useTargets.ts';
import type { Assessment } from './assessChange.ts';
import { DiffList, TargetNames } from './DiffList.tsx';
import { LockOutSection } from './LockOutSection.tsx';
import { reasonWords } from './reasonWords.ts';
import { TestSection } from './TestSection.tsx';

interface ReviewDialogProps {
  readonly kind: SyncKind;
  /** Name of the organization, or of the deployment. */
  readonly place: string;
  readonly assessment: Assessment;
  readonly targets: Pick<Targets, 'find'>;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

const shownOutcomes = 8;
const shownLost = 12;
/** From here on the list of changes doesn't fit in sight. */
const summedUp = 12;

/** Shows a change that can take something away, in words, before it is saved. */
export function ReviewDialog({ kind, place, assessment, targets, onSave, onCancel }: ReviewDialogProps) {
  const [typed, setTyped] = useState('');
  const { diff, reasons, outcomes, lost, ownLosses, tests, needsTyping } = assessment;
  const hasEffects = reasons.length > 0 || outcomes.length > 0 || lost.length > 0;
  const losingFirst = outcomes.toSorted((a, b) => Number(b.lost.length > 0) - Number(a.lost.length > 0));
  const isConfirmed = !needsTyping || typed.trim().toLowerCase() === place.toLowerCase();
  return (
    <Dialog open onClose={onCancel} aria-labelledby="review-title" maxWidth="md" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isConfirmed) onSave();
        }}
      >
        <DialogTitle id="review-title">
          Review changes to {kindWords[kind].name} of {place}
        </DialogTitle>
        <DialogContent dividers tabIndex={0} sx={{ display: 'grid', alignContent: 'start', gap: 2 }}>
          <LockOutSection losses={ownLosses} place={place} targets={targets} />
          <TestSection tests={tests} />
          {countChanges(diff) > summedUp && <Typography sx={{ fontWeight: 600 }}>{describeDiff(diff)}</Typography>}
          <DiffList kind={kind} diff={diff} targets={targets} />
          <Box hidden={!hasEffects}>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              What this does at each person’s next login
            </Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { mb: 0.5 } }}>
              {reasons.map((reason) => (
                <li key={reason}>{reasonWords(kind, reason, diff)}</li>
              ))}
              {lost.length > 0 && (
                <li>
                  Nobody gets <TargetNames list={lost} targets={targets} shown={shownLost} /> from the seen values any
                  more.
                </li>
              )}
              {losingFirst.slice(0, shownOutcomes).map(({ value, lost: less, gained }) => (
                <li key={value}>
                  <Mono>{value}</Mono> {gains(gained.length > 0, less.length > 0)}
                  {gained.length > 0 && <TargetNames list={gained} targets={targets} />}
                  {gained.length > 0 && less.length > 0 && ', no longer '}
                  {less.length > 0 && <TargetNames list={less} targets={targets} />}
                </li>
              ))}
              {outcomes.length > shownOutcomes && (
                <li>and {formatCount(outcomes.length - shownOutcomes)} more seen values change what they give</li>
              )}
            </Box>
          </Box>
          {needsTyping && (
            <Field id="review-confirm" label={typingWords(kind, place, reasons)}>
              <TextInput
                id="review-confirm"
                autoFocus
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                slotProps={{ input: { 'aria-describedby': 'review-confirm-hint' } }}
              />
            </Field>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={!isConfirmed}>
            Save changes
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function typingWords(kind: SyncKind, place: string, reasons: Assessment['reasons']): string {
  const end = reasons.includes('sync-off') ? `switch ${kindWords[kind].name} off` : 'save it all the same';
  return `Type ${place} to ${end}`;
}

function gains(gained: boolean, lost: boolean): ReactNode {
  if (gained) return 'gives ';
  return lost ? 'no longer gives ' : '';
}
