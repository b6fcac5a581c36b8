import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { ClaimValue } from './ClaimValue.tsx';
import { formatCount } from './formatCount.ts';
import { Notice } from './Notice.tsx';
import { Toggle } from './Toggle.tsx';

interface DanglingRowsProps {
  /** Keys of the mapping rows that name what is to be deleted. */
  readonly rows: readonly string[];
  readonly of: 'group' | 'role';
  readonly canTakeOut: boolean;
  readonly takesOut: boolean;
  readonly onTakesOut: (takesOut: boolean) => void;
}

const shown = 6;

/** Mapping rows that would name nothing after a deletion, with the offer to mend them in a draft. */
export function DanglingRows({ rows, of, canTakeOut, takesOut, onTakesOut }: DanglingRowsProps) {
  const id = useId();
  if (rows.length === 0) return <Typography>No mapping points to it.</Typography>;
  return (
    <Box>
      <Notice
        tone="warning"
        role="none"
        title={rows.length === 1 ? '1 mapping points to it' : `${formatCount(rows.length)} mappings point to it`}
      >
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
          {rows.slice(0, shown).map((key) => (
            <ClaimValue key={key} value={key} />
          ))}
          {rows.length > shown && <span>and {formatCount(rows.length - shown)} more</span>}
        </Box>
        {rows.length === 1 ? 'It stays as it is, and gives' : 'They stay as they are, and give'} no {of} in its place.
      </Notice>
      {canTakeOut && (
        <Toggle
          id={`${id}-take-out`}
          label={`Then take it out of ${rows.length === 1 ? 'this mapping' : 'these mappings'}`}
          checked={takesOut}
          onChange={onTakesOut}
        >
          Opens IdP Sync with a draft. Nothing of the mapping is changed until you save that.
        </Toggle>
      )}
    </Box>
  );
}
