import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { shownName } from '../../../domain/shownName.ts';
import { ClaimValue } from '../../../ui/ClaimValue.tsx';
import { Mono } from '../../../ui/Mono.tsx';
import type { Targets } from '../useTargets.ts';
import { todayText } from './unmappedWords.tsx';
import type { UnmappedRow } from './useChoices.ts';

const Box = styled('input')(({ theme }) => ({
  display: 'block',
  width: 24,
  height: 24,
  margin: 0,
  padding: 3,
  boxSizing: 'border-box',
  accentColor: theme.vars.palette.primary.main,
  cursor: 'pointer',
  '&:disabled': { cursor: 'default' },
}));

interface TickProps {
  readonly row: UnmappedRow;
  readonly targets: Targets;
  readonly onTick: (rows: readonly UnmappedRow[], isTicked: boolean) => void;
}

/** Marks a value to become a row. Without a target there is nothing to mark. */
export function Tick({ row, targets, onTick }: TickProps) {
  const labels = row.targets.map((target) => shownName(targets.find(target)?.label ?? target)).join(', ');
  return (
    <Box
      type="checkbox"
      aria-label={labels === '' ? `${shownName(row.value)}: no target` : `Map ${shownName(row.value)} to ${labels}`}
      disabled={labels === ''}
      checked={row.choice?.isTicked === true}
      onChange={({ target }) => onTick([row], target.checked)}
    />
  );
}

/** A value, and what happens to it today. */
export function ValueCell({ row, targets }: { readonly row: UnmappedRow; readonly targets: Targets }) {
  return (
    <>
      <ClaimValue value={row.value} />
      <Typography variant="caption" component="div" color="textSecondary">
        {row.renamedFrom.length > 0 && (
          <>
            Renamed by the server’s flags from <Mono>{row.renamedFrom.map(shownName).join(', ')}</Mono>.{' '}
          </>
        )}
        {todayText(row, targets)}
      </Typography>
    </>
  );
}
