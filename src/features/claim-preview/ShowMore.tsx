import Button from '@mui/material/Button';
import type { Shown } from './useShown.ts';

/** The button below a list that isn't shown whole. */
export function ShowMore({ of: { left, next, showMore } }: { readonly of: Shown<unknown> }) {
  if (left === 0) return null;
  const words =
    next === left ? `Show all ${left.toLocaleString('en')} more` : `Show ${next} of ${left.toLocaleString('en')} more`;
  return (
    <Button size="small" onClick={showMore} sx={{ justifySelf: 'start' }}>
      {words}
    </Button>
  );
}
