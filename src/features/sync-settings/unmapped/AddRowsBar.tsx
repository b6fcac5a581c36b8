import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { formatCount } from '../../../ui/formatCount.ts';
import type { KindWords } from '../kinds.ts';
import type { UnmappedRow } from './useChoices.ts';

interface AddRowsBarProps {
  readonly ticked: readonly UnmappedRow[];
  readonly words: KindWords;
  readonly onAdd: () => void;
}

/** Takes what is ticked into the draft, and says before what that comes to. */
export function AddRowsBar({ ticked, words, onAdd }: AddRowsBarProps) {
  const count = ticked.length;
  return (
    <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button variant="contained" disabled={count === 0} onClick={onAdd}>
        Add {formatCount(count)} {count === 1 ? 'row' : 'rows'}
      </Button>
      <Typography variant="body2" color="textSecondary" role="status" sx={{ flex: '1 1 240px' }}>
        {count === 0
          ? 'Tick what should become a row. Nothing is saved before you save the draft.'
          : effects(ticked, words)}
      </Typography>
    </Box>
  );
}

function effects(ticked: readonly UnmappedRow[], { target }: KindWords): string {
  const dead = ticked.filter(({ today }) => today === 'filtered-out').length;
  const same = ticked.filter((row) => row.targets.length === 1 && row.targets[0] === row.target).length;
  const other = ticked.length - dead - same;
  const parts = [
    other > 0 &&
      `${formatCount(other)} ${other === 1 ? 'changes' : 'change'} which ${target}s people get at their next login.`,
    same > 0 && `${formatCount(same)} only ${same === 1 ? 'says' : 'say'} what happens by name today.`,
    dead > 0 && `${formatCount(dead)} can’t apply: the filter stops ${dead === 1 ? 'the value' : 'the values'}.`,
  ];
  return parts.filter((part) => part !== false).join(' ');
}
