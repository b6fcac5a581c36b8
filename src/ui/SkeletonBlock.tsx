import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

interface SkeletonBlockProps {
  /** What is being loaded, for those who don't see the blocks. */
  readonly label: string;
  /** Heights of the blocks, top to bottom, in pixels. */
  readonly heights: readonly number[];
}

/** Grey blocks in the place, and about the size, of what is coming. */
export function SkeletonBlock({ label, heights }: SkeletonBlockProps) {
  return (
    <Box role="status" aria-label={label} sx={{ display: 'grid', gap: 1.5 }}>
      {heights.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks have nothing else and never move
        <Skeleton key={index} variant="rounded" height={height} sx={{ maxWidth: index === 0 ? 320 : 'none' }} />
      ))}
    </Box>
  );
}
