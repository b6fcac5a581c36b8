import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { Fragment, memo, type ReactNode } from 'react';
import type { ValueTrace } from '../../domain/trace.ts';
import { ClaimValue } from '../../ui/ClaimValue.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { endsNowhere, type ValueRow } from './evaluateSync.ts';
import { ShowMore } from './ShowMore.tsx';
import { useShown } from './useShown.ts';
import type { Ways } from './useWays.ts';
import { traceCode, valueSteps } from './valueSteps.ts';

/** A link to a mapping row, with its words. */
export type RenderRow = (key: string, words: string) => ReactNode;

interface TraceListProps {
  /** Id of the heading. */
  readonly labelledBy: string;
  readonly rows: readonly ValueRow[];
  readonly ways: Ways;
  /** A row, group or role that the value would match but for case, spaces or slashes. */
  readonly nearMissOf: (value: string) => string | undefined;
  readonly renderRow: RenderRow | undefined;
}

/** The way of each claim value, step by step. A value that ends nowhere is as visible as one that gives something. */
export const TraceList = memo(function TraceList({ labelledBy, rows, ...props }: TraceListProps) {
  const shown = useShown(rows, 30);
  return (
    <>
      <Lines aria-labelledby={labelledBy}>
        {shown.items.map((row) => (
          <TraceLine key={row.value} row={row} {...props} />
        ))}
      </Lines>
      <ShowMore of={shown} />
    </>
  );
});

interface TraceLineProps extends Pick<TraceListProps, 'ways' | 'nearMissOf' | 'renderRow'> {
  readonly row: ValueRow;
}

function TraceLine({ row, ways, nearMissOf, renderRow }: TraceLineProps) {
  const { value, count, draft, saved, differs } = row;
  const near = draft?.reason === 'unmapped' || draft?.reason === 'created' ? nearMissOf(value) : undefined;
  const mark = markOf(draft);
  return (
    <li>
      <Box component="span" aria-hidden sx={{ color: mark.color, fontWeight: 600 }}>
        {mark.sign}
      </Box>
      <div>
        <ClaimValue value={value} />
        {count > 1 && <Quiet> ×{count}</Quiet>}
        <div>
          {draft ? (
            <Steps trace={draft} context={ways.draft} renderRow={renderRow} />
          ) : (
            <Quiet>not read with the draft</Quiet>
          )}
        </div>
        {differs && (
          <Was>saved: {saved ? <Steps trace={saved} context={ways.saved} renderRow={undefined} /> : 'not read'}</Was>
        )}
        {near !== undefined && (
          <Was>
            nearly <Mono>{near}</Mono>, but matching is exact
          </Was>
        )}
      </div>
    </li>
  );
}

interface StepsProps {
  readonly trace: ValueTrace;
  readonly context: Ways['draft'];
  readonly renderRow: RenderRow | undefined;
}

function Steps({ trace, context, renderRow }: StepsProps) {
  const steps = valueSteps(trace, context);
  return (
    <>
      {steps.map(({ text, row, mono }, index) => (
        <Fragment key={text}>
          {index > 0 && <Quiet> → </Quiet>}
          {row !== undefined && renderRow ? renderRow(row, text) : text}
          {mono !== undefined && (
            <>
              {' '}
              <Mono>{mono}</Mono>
            </>
          )}
        </Fragment>
      ))}{' '}
      <Code title="Reason code">{traceCode(trace)}</Code>
    </>
  );
}

const risky: ReadonlySet<string> = new Set(['foreign', 'refused']);

/** What the eye finds first: a value that ends nowhere, or that does what people don't expect. */
function markOf(trace: ValueTrace | undefined): { readonly sign: string; readonly color: string } {
  if (!trace || endsNowhere(trace)) return { sign: '∅', color: 'warning.main' };
  const isRisky = trace.targets.some(
    ({ outcome }) => risky.has(outcome) || (trace.reason === 'passed-through' && outcome === 'given'),
  );
  return isRisky ? { sign: '⚠', color: 'warning.main' } : { sign: '→', color: 'text.secondary' };
}

const Lines = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: theme.typography.body2.fontSize,
  lineHeight: '20px',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '14px minmax(0, 1fr)',
    columnGap: theme.spacing(1),
    padding: '4px 0',
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    overflowWrap: 'anywhere',
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 49px',
  },
}));

const Quiet = styled('span')(({ theme }) => ({ color: theme.vars.palette.text.secondary }));

const Code = styled('code')(({ theme }) => ({
  fontFamily: theme.typography.fontFamilyMono,
  fontSize: '0.6875rem',
  color: theme.vars.palette.text.secondary,
  whiteSpace: 'nowrap',
}));

const Was = styled('div')(({ theme }) => ({
  paddingLeft: theme.spacing(1),
  borderLeft: `2px solid ${theme.vars.palette.warning.main}`,
  color: theme.vars.palette.text.secondary,
}));
