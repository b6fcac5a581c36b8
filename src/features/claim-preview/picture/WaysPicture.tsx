import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import { formatCount } from '../../../ui/formatCount.ts';
import type { ValueRow } from '../evaluateSync.ts';
import type { Ways } from '../useWays.ts';
import type { ValueFocus } from '../valueFocus.ts';
import { drawPicture, type EndNode, type ValueNode } from './drawPicture.ts';
import { EndButton, ValueButton } from './NodeButtons.tsx';
import { PictureLegend } from './PictureLegend.tsx';
import { PictureLines } from './PictureLines.tsx';
import { PictureTable } from './PictureTable.tsx';

interface WaysPictureProps {
  readonly rows: readonly ValueRow[];
  readonly ways: Ways;
  readonly focus: ValueFocus | undefined;
  readonly onFocus: (focus: ValueFocus | undefined) => void;
  /** Whether all values are in `rows`. */
  readonly isWhole: boolean;
}

const step = 30;

/** Claim values on the left, where they lead on the right, and lines between: which are the draft's, and which the saved settings'. */
export function WaysPicture({ rows, ways, focus, onFocus, isWhole }: WaysPictureProps) {
  const [limit, setLimit] = useState(step);
  const [open, setOpen] = useState<ReadonlyMap<string, number>>(new Map());
  const [active, setActive] = useState<string>();
  const picture = useMemo(
    () => drawPicture(rows, ways.outcomes, { limit, open, hasLoners: isWhole }),
    [rows, ways.outcomes, limit, open, isWhole],
  );
  const { values, ends, lines, height, left } = picture;
  const near = useMemo(
    () =>
      new Set(lines.filter(({ from, to }) => from === active || to === active).flatMap(({ from, to }) => [from, to])),
    [lines, active],
  );
  const isActive = near.size > 0;
  const light = (id: string) => ({
    isLit: near.has(id),
    onEnter: () => setActive(id),
    onLeave: () => setActive(undefined),
  });
  const chooseValue = ({ fold, values: [first], id }: ValueNode) => {
    if (id.startsWith('fold ')) setOpen(new Map(open).set(fold, (open.get(fold) ?? 0) + step));
    else if (first) onFocus(isOn(focus, 'value', first.value) ? undefined : { type: 'value', key: first.value });
  };
  const chooseEnd = ({ end }: EndNode) => {
    if (end.type === 'rest') setLimit(limit + step * 3);
    else if (end.type === 'target') {
      onFocus(isOn(focus, 'target', end.key) ? undefined : { type: 'target', key: end.key });
    }
  };
  const isDraft = lines.some(({ difference }) => difference !== 'both');
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)', position: 'relative' }}>
      {isDraft && <PictureLegend />}
      <PictureTable picture={picture} ways={ways} isDraft={isDraft} />
      <Frame style={{ height: `calc(var(--row) * ${height})` }}>
        <Column role="group" aria-label="Claim values">
          {values.map((node) => (
            <ValueButton
              key={node.id}
              node={node}
              isPressed={node.values.length === 1 && isOn(focus, 'value', node.values[0]?.value)}
              onChoose={chooseValue}
              {...light(node.id)}
            />
          ))}
        </Column>
        <PictureLines picture={picture} near={isActive ? active : undefined} />
        <Column role="group" aria-label="Where they lead">
          {ends.map((node) => (
            <EndButton
              key={node.id}
              node={node}
              ways={ways}
              isPressed={node.end.type === 'target' && isOn(focus, 'target', node.end.key)}
              onChoose={chooseEnd}
              {...light(node.id)}
            />
          ))}
        </Column>
      </Frame>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {left > 0 && (
          <Button size="small" onClick={() => setLimit(limit + step * 3)}>
            Draw {formatCount(Math.min(left, step * 3))} of {formatCount(left)} more
          </Button>
        )}
        {open.size > 0 && (
          <Button size="small" onClick={() => setOpen(new Map())}>
            Fold values again
          </Button>
        )}
      </Box>
    </Box>
  );
}

function isOn(focus: ValueFocus | undefined, type: ValueFocus['type'], key: string | undefined): boolean {
  return focus?.type === type && focus.key === key;
}

const Frame = styled('div')({
  '--row': '2.375rem',
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 320px) minmax(72px, 1fr) minmax(0, 320px)',
});

const Column = styled('div')({ position: 'relative' });
