import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { formatCount } from '../../../ui/formatCount.ts';
import { Mono } from '../../../ui/Mono.tsx';
import type { FilterCheck } from '../useFilterCheck.ts';

interface FilterVerdictProps {
  readonly check: FilterCheck;
  readonly seen: readonly string[];
}

const shownStopped = 50;

/** Says how many of the seen values pass the filter, and which don't. */
export function FilterVerdict({ check, seen }: FilterVerdictProps) {
  const stopped = useMemo(
    () => (check.status === 'valid' ? seen.filter((value) => !check.filter(value)) : []),
    [check, seen],
  );
  switch (check.status) {
    case 'none':
      return 'Runs before the mapping. RE2, matches anywhere in the value.';
    case 'checking':
      return 'Checking…';
    case 'too-slow':
      return 'This filter takes too long to try here. The server decides when you save.';
    case 'invalid':
      return null;
    case 'valid':
      if (seen.length === 0) return 'Valid. There are no seen values to try it on.';
      if (stopped.length === 0) return `All ${formatCount(seen.length)} seen values pass.`;
      return (
        <Box component="details" sx={{ '& summary': { cursor: 'pointer' } }}>
          <summary>
            {formatCount(seen.length - stopped.length)} of {formatCount(seen.length)} seen values pass ·{' '}
            {formatCount(stopped.length)} don’t
          </summary>
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2, maxHeight: 160, overflow: 'auto' }}>
            {stopped.slice(0, shownStopped).map((value) => (
              <li key={value}>
                <Mono>{value}</Mono>
              </li>
            ))}
            {stopped.length > shownStopped && <li>and {formatCount(stopped.length - shownStopped)} more</li>}
          </Box>
        </Box>
      );
  }
}
