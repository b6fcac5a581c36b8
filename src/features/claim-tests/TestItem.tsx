import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { type ClaimTest, statusOf } from '../../domain/claim-tests/ClaimTest.ts';
import { shownName } from '../../domain/shownName.ts';
import { DeleteIcon, EditIcon } from '../../ui/icons.tsx';
import { TestDetails, TestMark } from '../../ui/TestOutcome.tsx';
import type { TestCheck } from './checkTests.ts';

interface TestItemProps {
  readonly test: ClaimTest;
  /** Undefined: not run yet. */
  readonly check: TestCheck | undefined;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** One test: what became of it, why, and what can be done with it. */
export function TestItem({ test, check, onEdit, onDelete }: TestItemProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const hasTwo = check !== undefined && JSON.stringify(check.saved) !== JSON.stringify(check.draft);
  const name = shownName(test.name);
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5 }}>
        <Typography
          component="h3"
          variant="body1"
          sx={{ flex: '1 1 180px', fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {name}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, typography: 'body2' }}>
          {check ? (
            <>
              <TestMark status={statusOf(check.draft)} side={hasTwo ? 'with drafts' : undefined} />
              {hasTwo && <TestMark status={statusOf(check.saved)} side="as saved" />}
            </>
          ) : (
            'Running…'
          )}
        </Box>
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <Button
            size="small"
            disabled={!check}
            aria-expanded={isOpen}
            aria-controls={`${id}-why`}
            aria-label={`Details of ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            Details
          </Button>
          <IconButton aria-label={`Edit ${name}`} aria-haspopup="dialog" onClick={onEdit}>
            <EditIcon fontSize="small" />
          </IconButton>
          <IconButton aria-label={`Delete ${name}`} onClick={onDelete}>
            <DeleteIcon fontSize="small" />
          </IconButton>
        </Box>
      </Box>
      <Box id={`${id}-why`} hidden={!isOpen} sx={{ pt: 0.5 }}>
        {isOpen && check && (
          <Box sx={{ display: 'grid', gap: 1 }}>
            {hasTwo && <b>With drafts</b>}
            <TestDetails run={check.draft} />
            {hasTwo && <b>As saved</b>}
            {hasTwo && <TestDetails run={check.saved} />}
          </Box>
        )}
      </Box>
    </Box>
  );
}
