import Box from '@mui/material/Box';
import { Lines } from './PictureLines.tsx';
import { differenceWords } from './pictureWords.ts';

/** What the three sorts of lines stand for. */
export function PictureLegend() {
  return (
    <Box
      component="ul"
      aria-label="Lines"
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2, typography: 'caption' }}
    >
      {(['draft', 'saved', 'both'] as const).map((difference) => (
        <Box component="li" key={difference} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Lines viewBox="0 0 28 8" aria-hidden focusable="false" style={{ width: 28, height: 8 }}>
            <path data-difference={difference} d="M0 4H28" />
          </Lines>
          {differenceWords[difference]}
        </Box>
      ))}
    </Box>
  );
}
