import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { memo, useId, useMemo, useState } from 'react';
import type { SyncKind } from '../../domain/settings.ts';
import type { ValueTrace } from '../../domain/trace.ts';
import { ClaimValue } from '../../ui/ClaimValue.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { compareTraces, type Evaluation, endsNowhere, type ValueRow } from './evaluateSync.ts';
import { type NameOf, traceWords } from './previewWords.ts';
import { ShowMore } from './ShowMore.tsx';
import { useShown } from './useShown.ts';

interface TraceListProps {
  readonly kind: SyncKind;
  readonly draft: Evaluation;
  readonly saved: Evaluation;
  readonly nameOf: NameOf;
  /** A row, group or role that the value would match but for case, spaces or slashes. */
  readonly nearMissOf: (value: string) => string | undefined;
  readonly onShowRow: ((key: string) => void) | undefined;
}

type Choice = 'all' | 'nowhere' | 'differs';

/** The way of each claim value. A value that ends nowhere is as visible as one that gives something. */
export const TraceList = memo(function TraceList(props: TraceListProps) {
  const { draft, saved } = props;
  const id = useId();
  const [choice, setChoice] = useState<Choice>('all');
  const rows = useMemo(() => compareTraces(draft, saved), [draft, saved]);
  const lists: Readonly<Record<Choice, readonly ValueRow[]>> = useMemo(
    () => ({
      all: rows,
      nowhere: rows.filter((row) => !row.draft || endsNowhere(row.draft)),
      differs: rows.filter(({ differs }) => differs),
    }),
    [rows],
  );
  const chosen = lists[choice].length > 0 ? choice : 'all';
  const shown = useShown(lists[chosen], 60);
  const choices = (['all', 'nowhere', 'differs'] as const).filter((one) => lists[one].length > 0);
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 0.5 }}>
      <Typography id={id} variant="h3">
        Why, value by value
      </Typography>
      {rows.length > 8 && choices.length > 1 && (
        <Box role="group" aria-label="Values to show" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, pb: 0.5 }}>
          {choices.map((one) => (
            <Pill key={one} aria-pressed={one === chosen} onClick={() => setChoice(one)}>
              {choiceWords[one]} {lists[one].length.toLocaleString('en')}
            </Pill>
          ))}
        </Box>
      )}
      <Lines aria-labelledby={id}>
        {shown.items.map((row) => (
          <TraceLine key={row.value} row={row} {...props} />
        ))}
      </Lines>
      <ShowMore of={shown} />
    </Box>
  );
});

const choiceWords: Readonly<Record<Choice, string>> = {
  all: 'All',
  nowhere: 'End nowhere',
  differs: 'Differ from saved',
};

interface TraceLineProps extends TraceListProps {
  readonly row: ValueRow;
}

function TraceLine({
  row: { value, count, draft, saved, differs },
  kind,
  nameOf,
  nearMissOf,
  onShowRow,
}: TraceLineProps) {
  const near = draft?.reason === 'unmapped' || draft?.reason === 'created' ? nearMissOf(value) : undefined;
  const isRisky = draft?.targets.some(
    ({ outcome }) => risky.has(outcome) || (draft.reason === 'passed-through' && outcome === 'given'),
  );
  return (
    <li>
      <span>
        <ClaimValue value={value} />
        {count > 1 && <Quiet> ×{count}</Quiet>}
      </span>
      <span>
        {draft ? (
          <>
            {isRisky && (
              <Box component="span" sx={{ color: 'warning.main', fontWeight: 600 }}>
                ⚠{' '}
              </Box>
            )}
            <RowName trace={draft} onShowRow={onShowRow} />
            {traceWords(kind, draft, nameOf)}
          </>
        ) : (
          <Quiet>not read with the draft</Quiet>
        )}
        {differs && (
          <Was>
            was: {saved ? `${saved.row === undefined ? '' : 'row '}${traceWords(kind, saved, nameOf)}` : 'not read'}
          </Was>
        )}
        {near !== undefined && (
          <Was>
            nearly <Mono>{near}</Mono>, but matching is exact
          </Was>
        )}
      </span>
    </li>
  );
}

const risky: ReadonlySet<string> = new Set(['foreign', 'refused']);

function RowName({ trace, onShowRow }: { readonly trace: ValueTrace } & Pick<TraceListProps, 'onShowRow'>) {
  const { row } = trace;
  if (row === undefined) return null;
  if (!onShowRow) return 'row ';
  return (
    <>
      <RowButton aria-label={`Show row ${row}`} onClick={() => onShowRow(row)}>
        row
      </RowButton>{' '}
    </>
  );
}

const Lines = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: theme.typography.body2.fontSize,
  lineHeight: '20px',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: theme.spacing(1.5),
    padding: '4px 0',
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    overflowWrap: 'anywhere',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 29px',
  },
}));

const Quiet = styled('span')(({ theme }) => ({ color: theme.vars.palette.text.secondary }));

const Was = styled('span')(({ theme }) => ({
  display: 'block',
  paddingLeft: theme.spacing(1),
  borderLeft: `2px solid ${theme.vars.palette.warning.main}`,
  color: theme.vars.palette.text.secondary,
}));

const RowButton = styled(ButtonBase)(({ theme }) => ({
  font: 'inherit',
  verticalAlign: 'baseline',
  color: theme.vars.palette.primary.main,
  textDecoration: 'underline',
  textUnderlineOffset: 2,
  padding: '2px 4px',
  margin: '-2px -4px',
  minHeight: 24,
}));

const Pill = styled(ButtonBase)(({ theme }) => ({
  font: 'inherit',
  fontSize: theme.typography.caption.fontSize,
  padding: '3px 10px',
  minHeight: 24,
  borderRadius: 12,
  border: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
  '&[aria-pressed="true"]': {
    borderColor: theme.vars.palette.primary.main,
    backgroundColor: theme.vars.palette.soft.primary,
    color: theme.vars.palette.text.primary,
  },
}));
