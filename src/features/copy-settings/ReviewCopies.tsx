import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { errorWords } from '../../session/errorWords.ts';
import { formatCount } from '../../ui/formatCount.ts';
import { Notice } from '../../ui/Notice.tsx';
import { CopyItemView } from './CopyItemView.tsx';
import type { CopyItem, CopySettingsProps } from './CopySettingsProps.ts';
import type { CopyPlans } from './planCopies.ts';
import { type Copies, toWrite } from './useCopies.ts';

interface ReviewCopiesProps extends CopySettingsProps {
  readonly plans: CopyPlans;
  readonly copies: Copies;
  readonly onClose: () => void;
}

/** Everything that copying would do, then how far it has come, then the account. */
export function ReviewCopies({ plans, copies, onClose, ...props }: ReviewCopiesProps) {
  const changing = plans.items.filter(({ changes }) => changes > 0);
  const same = plans.items.filter(({ changes }) => changes === 0);
  const left = toWrite(plans, copies.outcomes);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const now = left.filter((item) => !takesFromOneself(item) || isTyped(item, typed));
  const saved = changing.length - left.length;
  const tried = copies.outcomes.size;
  const takesAway = changing.filter(
    ({ diff }) =>
      diff.scalars.field ||
      (diff.scalars.regexFilter?.to ?? '') !== '' ||
      diff.removed.length > 0 ||
      diff.changed.some(({ targets }) => targets.removed.length > 0),
  );
  return (
    <>
      <DialogContent dividers sx={{ display: 'grid', gap: 2 }}>
        <Box role="status">
          <Typography variant="h3">{headline(changing.length, saved, tried, copies.isSaving)}</Typography>
        </Box>
        {tried === 0 && takesAway.length > 0 && (
          <Notice tone="warning" role="none" title="This can take groups or roles from people at their next login">
            {takesAway.map(({ organization }) => organization.displayName).join(', ')}: another field, or mappings that
            go.
          </Notice>
        )}
        {plans.failures.map(({ organization, error }) => (
          <Notice key={organization.id} tone="error" title={`${organization.displayName} can’t be looked at`}>
            {errorWords(error, 'read its settings').detail}
          </Notice>
        ))}
        {changing.map((item) => (
          <CopyItemView
            key={item.organization.id}
            item={item}
            outcome={copies.outcomes.get(item.organization.id)}
            renderChange={props.renderChange}
            renderLink={props.renderLink}
            renderLosses={props.renderLosses}
            confirmation={
              takesFromOneself(item) && !copies.isSaving
                ? {
                    typed: typed.get(item.organization.id) ?? '',
                    onType: (text) => setTyped((old) => new Map(old).set(item.organization.id, text)),
                  }
                : undefined
            }
          />
        ))}
        {same.length > 0 && (
          <Typography variant="body2" color="textSecondary">
            Nothing to change in {same.map(({ organization }) => organization.displayName).join(', ')}.
          </Typography>
        )}
        {same.some(({ missing }) => missing.length > 0) && (
          <Typography variant="body2" color="textSecondary">
            In some of them nothing of the same name was found.
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        {copies.isSaving ? (
          <Button variant="outlined" onClick={copies.stop}>
            Stop after this one
          </Button>
        ) : (
          <>
            <Button onClick={copies.backToChoice}>Back</Button>
            <Button onClick={onClose}>{saved > 0 && left.length === 0 ? 'Done' : 'Close'}</Button>
          </>
        )}
        {left.length > 0 && (
          <Button variant="contained" disabled={copies.isSaving || now.length === 0} onClick={() => copies.start(now)}>
            {tried === 0 ? 'Save in' : 'Go on with'} {formatCount(now.length)}{' '}
            {now.length === 1 ? 'organization' : 'organizations'}
          </Button>
        )}
      </DialogActions>
    </>
  );
}

/** Such a copy is only saved where the name of the organization is typed. */
function takesFromOneself({ losses }: CopyItem): boolean {
  return losses !== 'unchecked' && losses.length > 0;
}

function isTyped({ organization }: CopyItem, typed: ReadonlyMap<string, string>): boolean {
  return typed.get(organization.id)?.trim().toLowerCase() === organization.displayName.toLowerCase();
}

function headline(count: number, saved: number, tried: number, isSaving: boolean): string {
  if (count === 0) return 'Nothing changes anywhere';
  const places = `${formatCount(count)} ${count === 1 ? 'organization' : 'organizations'}`;
  if (isSaving) return `Saving: ${formatCount(saved)} of ${places} done`;
  if (tried === 0) return `Changes in ${places}, nothing is saved yet`;
  if (saved === count) return `Saved in ${places}`;
  return `Saved in ${formatCount(saved)} of ${places}; ${formatCount(count - saved)} are as they were, unless said otherwise`;
}
