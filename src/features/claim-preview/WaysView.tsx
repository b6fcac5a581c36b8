import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Suspense, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { SyncKind } from '../../domain/settings.ts';
import { ClaimValue } from '../../ui/ClaimValue.tsx';
import { formatCount } from '../../ui/formatCount.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { SkeletonBlock } from '../../ui/SkeletonBlock.tsx';
import { OutcomeList } from './OutcomeList.tsx';
import { Pill, Pills } from './Pills.tsx';
import { type NameOf, outcomeName } from './previewWords.ts';
import { type RenderRow, TraceList } from './TraceList.tsx';
import { type Side, useWays, type Ways } from './useWays.ts';
import { isInFocus, type Outcome, sortByOutcome, type ValueFocus } from './valueFocus.ts';

const WaysPicture = lazyPart(() => import('./picture/WaysPicture.tsx').then((part) => part.WaysPicture));

interface WaysViewProps {
  readonly kind: SyncKind;
  readonly draft: Side;
  /** The same as the draft, if there is none. */
  readonly saved: Side;
  readonly nameOf: NameOf;
  /** The login is refused, so that nothing comes of it. */
  readonly isRefused?: boolean;
  readonly nearMissOf: (value: string) => string | undefined;
  readonly renderRow: RenderRow | undefined;
  /** A new object narrows the values. */
  readonly asked?: ValueFocus | undefined;
}

/** What a person ends up with, and the way of each claim value there. Each asks the other: what leads here, and where to. */
export function WaysView({ isRefused = false, nearMissOf, renderRow, asked, ...props }: WaysViewProps) {
  const id = useId();
  const { kind, draft, saved, nameOf } = props;
  const ways = useWays(kind, draft, saved, nameOf);
  const { outcomes, values } = ways;
  const [focus, setFocus] = useState(asked);
  const [lastAsked, setLastAsked] = useState(asked);
  if (asked !== lastAsked) {
    setLastAsked(asked);
    setFocus(asked);
  }
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked) section.current?.scrollIntoView({ block: 'nearest' });
  }, [asked]);
  const [outcome, setOutcome] = useState<Outcome>('all');
  const [look, setLook] = useState<Look>('list');
  const focused = useMemo(() => (focus ? values.filter((row) => isInFocus(row, focus)) : values), [values, focus]);
  const lists = useMemo(() => sortByOutcome(focused), [focused]);
  const chosen = lists.has(outcome) ? outcome : 'all';
  const rows = lists.get(chosen) ?? focused;
  return (
    <>
      {!isRefused && outcomes.length > 0 && (
        <OutcomeList
          kind={kind}
          rows={outcomes}
          nameOf={nameOf}
          assignedDefault={draft.evaluation.assignedDefault ?? saved.evaluation.assignedDefault}
          focus={focus}
          onFocus={setFocus}
        />
      )}
      {values.length > 0 && (
        <Box
          component="section"
          ref={section}
          aria-labelledby={id}
          sx={{ display: 'grid', gap: 0.5, gridTemplateColumns: 'minmax(0, 1fr)' }}
        >
          <Box
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}
          >
            <Typography id={id} variant="h3">
              Why, value by value
            </Typography>
            <Pills label="Shown as" value={look} onChange={setLook} options={looks} />
          </Box>
          {values.length > 3 && lists.size > 1 && (
            <Pills
              label="Values to show"
              value={chosen}
              onChange={setOutcome}
              options={[...lists].map(([value, list]) => ({
                value,
                label: `${outcomeWords[value]} ${formatCount(list.length)}`,
              }))}
            />
          )}
          <Box aria-live="polite">
            {focus && (
              <FocusChip focus={focus} ways={ways} count={focused.length} onClear={() => setFocus(undefined)} />
            )}
          </Box>
          {look === 'picture' && (
            <Suspense fallback={<SkeletonBlock label="Drawing" heights={[160]} />}>
              <WaysPicture
                rows={rows}
                ways={ways}
                focus={focus}
                onFocus={setFocus}
                isWhole={rows.length === values.length}
              />
            </Suspense>
          )}
          {(look === 'list' || focus) && (
            <TraceList labelledBy={id} rows={rows} ways={ways} nearMissOf={nearMissOf} renderRow={renderRow} />
          )}
        </Box>
      )}
    </>
  );
}

type Look = 'list' | 'picture';

const looks = [
  { value: 'list', label: 'List' },
  { value: 'picture', label: 'Picture' },
] as const;

const outcomeWords: Readonly<Record<Outcome, string>> = {
  all: 'All',
  lands: 'Land',
  nowhere: 'End nowhere',
  filtered: 'Stopped by the filter',
  created: 'Create a group',
  differs: 'Differ from saved',
};

interface FocusChipProps {
  readonly focus: ValueFocus;
  readonly ways: Ways;
  readonly count: number;
  readonly onClear: () => void;
}

/** Says what the values are narrowed to, and takes that away. */
function FocusChip({ focus: { type, key }, ways, count, onClear }: FocusChipProps) {
  const lead =
    count === 1
      ? '1 value leads'
      : `${count === 0 ? 'No value' : `${formatCount(count)} values`} ${count === 0 ? 'leads' : 'lead'}`;
  return (
    <Box sx={{ typography: 'body2', overflowWrap: 'anywhere' }}>
      {type === 'value' ? (
        'Only '
      ) : (
        <>
          {lead} to {type === 'row' && 'row '}
        </>
      )}
      {type === 'target' ? <bdi>{outcomeName(key, ways.draft.nameOf)}</bdi> : <ClaimValue value={key} />}{' '}
      <Pill onClick={onClear} sx={{ gap: 0.5, ml: 0.5 }}>
        <CloseIcon sx={{ fontSize: 14 }} />
        Show all values
      </Pill>
    </Box>
  );
}
