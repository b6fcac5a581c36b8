import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { SyncKind } from '../../domain/settings.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type Change, createdPrefix, type OutcomeRow } from './evaluateSync.ts';
import { changeWords, kinds, type NameOf, outcomeName, reasonWords } from './previewWords.ts';
import { ShowMore } from './ShowMore.tsx';
import { useShown } from './useShown.ts';
import type { ValueFocus } from './valueFocus.ts';

interface OutcomeListProps {
  readonly kind: SyncKind;
  readonly rows: readonly OutcomeRow[];
  readonly nameOf: NameOf;
  /** Given without a value, by *Assign Default Organization*. */
  readonly assignedDefault: string | undefined;
  /** What the values are narrowed to. */
  readonly focus: ValueFocus | undefined;
  readonly onFocus: (focus: ValueFocus | undefined) => void;
}

/** What the person ends up with, and what they lose: name, sign and reason on a line each. */
export function OutcomeList({ kind, rows, nameOf, assignedDefault, focus, onFocus }: OutcomeListProps) {
  const id = useId();
  const shown = useShown(rows, 30);
  const hasTwoSigns = rows.some(({ draft, saved }) => draft !== saved);
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ display: 'grid', gap: 0.5, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
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
        {shown.items.map(({ key, draft, saved, givenBy }) => {
          const target = key.startsWith(createdPrefix) ? key.slice(createdPrefix.length) : key;
          const isDefault = target === assignedDefault && givenBy.length === 0;
          const isChosen = focus?.type === 'target' && focus.key === key;
          const name = <bdi title={target}>{outcomeName(key, nameOf)}</bdi>;
          return (
            <li key={key}>
              <Signs draft={draft} saved={saved} />
              <Box component="span" sx={!draft || draft === 'removed' ? gone : undefined}>
                {givenBy.length === 0 ? (
                  name
                ) : (
                  <Name
                    aria-pressed={isChosen}
                    title="Which values lead here?"
                    onClick={() => onFocus(isChosen ? undefined : { type: 'target', key })}
                  >
                    {name}
                  </Name>
                )}
              </Box>
              <Reason>{isDefault ? 'default organization' : reasonWords(kind, givenBy, draft)}</Reason>
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

const Name = styled(ButtonBase)(({ theme }) => ({
  font: 'inherit',
  textAlign: 'start',
  justifyContent: 'flex-start',
  minHeight: 24,
  margin: '-2px -4px',
  padding: '2px 4px',
  borderRadius: 4,
  overflowWrap: 'anywhere',
  textDecoration: 'inherit',
  '& bdi': { borderBottom: `1px dotted ${theme.vars.palette.control}` },
  '&:hover': { backgroundColor: theme.vars.palette.action.hover },
  '&[aria-pressed="true"]': { backgroundColor: theme.vars.palette.soft.primary },
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
