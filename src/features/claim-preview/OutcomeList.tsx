import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { SyncKind } from '../../domain/settings.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type Change, createdPrefix, type OutcomeRow } from './evaluateSync.ts';
import { changeWords, kinds, type NameOf, reasonWords, targetName } from './previewWords.ts';
import { ShowMore } from './ShowMore.tsx';
import { useShown } from './useShown.ts';

interface OutcomeListProps {
  readonly kind: SyncKind;
  readonly rows: readonly OutcomeRow[];
  readonly nameOf: NameOf;
  /** Given without a value, by *Assign Default Organization*. */
  readonly assignedDefault: string | undefined;
}

/** What the person ends up with, and what they lose: name, sign and reason on a line each. */
export function OutcomeList({ kind, rows, nameOf, assignedDefault }: OutcomeListProps) {
  const id = useId();
  const shown = useShown(rows, 60);
  const hasTwoSigns = rows.some(({ draft, saved }) => draft !== saved);
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 1 }}>
        <Typography id={id} variant="h3">
          {kinds[kind].heading}
        </Typography>
        {hasTwoSigns && (
          <Typography variant="caption" color="textSecondary">
            saved → draft
          </Typography>
        )}
      </Box>
      <Lines aria-labelledby={id} sx={{ '--signs': hasTwoSigns ? '44px' : '14px' }}>
        {shown.items.map((row) => {
          const isNew = row.key.startsWith(createdPrefix);
          const target = isNew ? row.key.slice(createdPrefix.length) : row.key;
          const reason =
            target === assignedDefault && row.givenBy.length === 0
              ? 'default organization'
              : reasonWords(kind, row.givenBy, row.draft);
          return (
            <li key={row.key}>
              <Signs draft={row.draft} saved={row.saved} />
              <Box component="bdi" title={target} sx={!row.draft || row.draft === 'removed' ? gone : undefined}>
                {isNew ? target : targetName(target, nameOf)}
              </Box>
              <Reason>{reason}</Reason>
            </li>
          );
        })}
      </Lines>
      <ShowMore of={shown} />
    </Box>
  );
}

const gone = { color: 'text.secondary', textDecoration: 'line-through', textDecorationThickness: 1 } as const;

const Lines = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: theme.typography.body2.fontSize,
  lineHeight: '20px',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'var(--signs) minmax(0, 1.1fr) minmax(0, 1fr)',
    columnGap: theme.spacing(1),
    padding: '4px 0',
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    overflowWrap: 'anywhere',
  },
}));

const Reason = styled('span')(({ theme }) => ({ color: theme.vars.palette.text.secondary }));

const colors: Readonly<Record<Change, string>> = {
  added: 'added',
  created: 'added',
  kept: 'kept',
  removed: 'removed',
  ignored: 'warning.main',
};

/** The sign of a change, or of both if draft and saved settings differ. */
function Signs({ draft, saved }: Pick<OutcomeRow, 'draft' | 'saved'>) {
  const words = draft === saved ? wordOf(draft) : `${wordOf(saved)} as saved, ${wordOf(draft)} with the draft`;
  return (
    <span>
      <VisuallyHidden>{words}: </VisuallyHidden>
      <Box
        component="span"
        aria-hidden
        title={words}
        sx={{
          display: 'flex',
          justifyContent: 'flex-end',
          gap: '5px',
          fontWeight: 600,
          fontFamily: 'var(--font-mono)',
        }}
      >
        {draft !== saved && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {signOf(saved)} →
          </Box>
        )}
        <Box component="span" sx={{ color: draft ? colors[draft] : 'text.secondary' }}>
          {signOf(draft)}
        </Box>
      </Box>
    </span>
  );
}

function signOf(change: Change | undefined): string {
  return change ? changeWords[change].sign : '·';
}

function wordOf(change: Change | undefined): string {
  return change ? changeWords[change].word : 'not given';
}
