import { styled } from '@mui/material/styles';
import type { Line, Picture } from './drawPicture.ts';

interface PictureLinesProps {
  readonly picture: Picture;
  /** Id of the node whose lines stand out. */
  readonly near: string | undefined;
}

/** The lines between the two columns. The table says the same to a screen reader. */
export function PictureLines({ picture: { values, ends, lines, height }, near }: PictureLinesProps) {
  const placeOf = new Map([...values, ...ends].map(({ id, at }) => [id, at]));
  const isNear = ({ from, to }: Line) => near === undefined || from === near || to === near;
  return (
    <Lines viewBox={`0 0 100 ${Math.max(1, height)}`} preserveAspectRatio="none" aria-hidden focusable="false">
      {lines.map((line) => {
        const { from, to, difference } = line;
        const [start, end] = [placeOf.get(from) ?? 0, placeOf.get(to) ?? 0];
        return (
          <path
            key={`${difference} ${from} ${to}`}
            data-difference={difference}
            data-far={isNear(line) ? undefined : true}
            d={`M0 ${start}C50 ${start} 50 ${end} 100 ${end}`}
          />
        );
      })}
    </Lines>
  );
}

/** Drawn with colour, width and dashes, so that none of them is alone. */
export const Lines = styled('svg')(({ theme }) => ({
  display: 'block',
  width: '100%',
  height: '100%',
  '& path': { fill: 'none', stroke: theme.vars.palette.kept, strokeWidth: 1.25, vectorEffect: 'non-scaling-stroke' },
  '& path[data-difference="draft"]': { stroke: theme.vars.palette.added, strokeWidth: 3 },
  '& path[data-difference="saved"]': { stroke: theme.vars.palette.removed, strokeWidth: 2, strokeDasharray: '5 4' },
  '& path[data-far]': { opacity: 0.15 },
}));
