import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { MigratedRow } from '../../domain/flags/migrateFlags.ts';
import { Mono } from '../../ui/Mono.tsx';
import { Notice, type NoticeTone } from '../../ui/Notice.tsx';

interface MigratedRowsProps {
  readonly rows: readonly MigratedRow[];
  readonly regexFilter: string | null;
}

interface Words {
  readonly tone: NoticeTone;
  readonly title: (count: number) => string;
  readonly text: string;
}

const words: Readonly<Record<MigratedRow['outcome'], Words>> = {
  unresolved: {
    tone: 'warning',
    title: (count) => `${mappings(count)} can’t be resolved`,
    text: 'No group has this name. Create the group first, or these values give nothing.',
  },
  stops: {
    tone: 'warning',
    title: (count) => `${mappings(count)} would no longer apply`,
    text: 'The filter lets the group’s name through, but not the value. Loosen the filter in the draft.',
  },
  blocked: {
    tone: 'info',
    title: (count) => `${mappings(count)} gave nothing, and go on so`,
    text: 'The filter stopped the group’s name, and would let the value through. The value is mapped to nothing.',
  },
  dead: {
    tone: 'info',
    title: (count) => `${mappings(count)} never applied`,
    text: 'The filter stops the group’s name and the value. No row is made.',
  },
  same: { tone: 'success', title: (count) => `${mappings(count)} give what they gave`, text: '' },
};
const order = ['unresolved', 'stops', 'blocked', 'dead', 'same'] as const;

/** What becomes of each mapping of the flags, worst first. */
export function MigratedRows({ rows, regexFilter }: MigratedRowsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {regexFilter !== null && regexFilter !== '' && regexFilter !== '.*' && (
        <Typography variant="body2">
          The filter <Mono>{regexFilter}</Mono> means something else now: with flags a value got its group’s name first,
          and the filter was tested on that. Here the filter comes first, and is tested on the claim value.
        </Typography>
      )}
      {order.map((outcome) => {
        const these = rows.filter((row) => row.outcome === outcome);
        if (these.length === 0) return null;
        const { tone, title, text } = words[outcome];
        return (
          <Notice key={outcome} tone={tone} role="none" title={title(these.length)}>
            {text}
            <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 200, overflow: 'auto' }}>
              {these.map(({ value, name }) => (
                <li key={value}>
                  <Mono>{value}</Mono> → <Mono>{name}</Mono>
                </li>
              ))}
            </Box>
          </Notice>
        );
      })}
    </Box>
  );
}

function mappings(count: number): string {
  return count === 1 ? 'One mapping' : `${count} mappings`;
}
