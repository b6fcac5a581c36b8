import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Suspense } from 'react';
import { errorWords } from '../../session/errorWords.ts';
import { Field } from '../../ui/Field.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { CopyItem, CopyOutcome, CopySettingsProps } from './CopySettingsProps.ts';

interface CopyItemViewProps extends Pick<CopySettingsProps, 'renderChange' | 'renderLink' | 'renderLosses'> {
  readonly item: CopyItem;
  readonly outcome: CopyOutcome | undefined;
  /** The name of the organization has to be typed, or this one is left out. */
  readonly confirmation: { readonly typed: string; readonly onType: (text: string) => void } | undefined;
}

const shownMissing = 6;

/** What changes in one organization, and what came of it. */
export function CopyItemView({ item, outcome, confirmation, ...render }: CopyItemViewProps) {
  const { organization, diff, missing, created, nameOf } = item;
  return (
    <Box
      component="section"
      aria-label={organization.displayName}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, display: 'grid', gap: 1 }}
    >
      <Typography variant="h3">{outcome ? render.renderLink(organization) : organization.displayName}</Typography>
      {outcome && <Outcome outcome={outcome} />}
      {outcome?.type !== 'saved' && (
        <Suspense fallback={null}>
          {render.renderLosses(item)}
          {render.renderChange(diff, nameOf)}
        </Suspense>
      )}
      {outcome?.type !== 'saved' && confirmation && (
        <Field id={`confirm-${organization.id}`} label={`Type ${organization.displayName} to save here all the same`}>
          <TextInput
            id={`confirm-${organization.id}`}
            autoComplete="off"
            value={confirmation.typed}
            onChange={(event) => confirmation.onType(event.target.value)}
            slotProps={{ input: { 'aria-describedby': `confirm-${organization.id}-hint` } }}
          />
        </Field>
      )}
      {created.length > 0 && (
        <Typography variant="body2">
          {outcome?.type === 'saved' ? 'Made' : 'To be made'}: {created.join(', ')}
        </Typography>
      )}
      {missing.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          Left out, because there is nothing of that name here:{' '}
          {missing.slice(0, shownMissing).map(({ value, name }, index) => (
            <span key={`${value} ${name}`}>
              {index > 0 && ', '}
              <Mono>{value}</Mono> → <Mono>{name}</Mono>
            </span>
          ))}
          {missing.length > shownMissing && ` and ${missing.length - shownMissing} more`}
        </Typography>
      )}
    </Box>
  );
}

function Outcome({ outcome }: { readonly outcome: CopyOutcome }) {
  switch (outcome.type) {
    case 'saved':
      return <Notice tone="success">Saved.</Notice>;
    case 'changed-meanwhile':
      return (
        <Notice tone="warning" title="Not saved: somebody else has changed it meanwhile">
          Go back and review again to see what it is now.
        </Notice>
      );
    case 'erases-legacy':
      return (
        <Notice tone="warning" title="Not saved: it would erase legacy group mappings">
          Convert them on its own page first.
        </Notice>
      );
    case 'not-created': {
      const { title, detail } = errorWords(outcome.error, `create the group ${outcome.name}`);
      return (
        <Notice tone="error" title="Not saved: a group is missing">
          {title}. {detail}
        </Notice>
      );
    }
    case 'failed': {
      const { title, detail } = errorWords(outcome.error, 'save');
      return (
        <Notice tone="error" title={outcome.isHalfSaved ? 'Half saved: the fields, not the mappings' : 'Not saved'}>
          {title}. {detail}
        </Notice>
      );
    }
  }
}
