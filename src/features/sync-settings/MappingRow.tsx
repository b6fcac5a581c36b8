import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { memo, Suspense } from 'react';
import type { RowProblem } from '../../domain/rowProblems.ts';
import type { SyncKind, Target } from '../../domain/settings.ts';
import { ClaimValue } from '../../ui/ClaimValue.tsx';
import { DeleteIcon, DuplicateIcon, EditIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { Mono } from '../../ui/Mono.tsx';
import { kindWords } from './kinds.ts';
import type { ProblemFix } from './problemWords.ts';
import type { RowMark } from './rowMarks.ts';
import type { Targets } from './useTargets.ts';

const RowProblems = lazyPart(() => import('./details/RowProblems.tsx').then((part) => part.RowProblems));

/** What can be done with a row. The functions stay the same while rows change. */
export interface RowActions {
  readonly edit: (key: string) => void;
  readonly duplicate: (key: string) => void;
  readonly remove: (key: string) => void;
  readonly fix: (key: string, fix: ProblemFix) => void;
}

interface MappingRowProps {
  readonly kind: SyncKind;
  readonly value: string;
  readonly rowTargets: readonly Target[];
  readonly targets: Targets;
  readonly problems: readonly RowProblem[] | undefined;
  readonly mark: RowMark | undefined;
  /** Undefined: the table is read-only. */
  readonly actions: RowActions | undefined;
}

/** The cells of one mapping row, with what is wrong with it and how to mend it. */
export const MappingRow = memo(function MappingRow(props: MappingRowProps) {
  const { kind, value, rowTargets, targets, problems, mark, actions } = props;
  return (
    <>
      <td>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
          <ClaimValue value={value} />
          {mark && <Mark mark={mark} />}
        </Box>
      </td>
      <td>
        <TargetList kind={kind} rowTargets={rowTargets} targets={targets} />
        {problems && (
          <Suspense fallback={null}>
            <RowProblems
              kind={kind}
              problems={problems}
              targets={targets}
              onFix={actions && ((fix) => actions.fix(value, fix))}
            />
          </Suspense>
        )}
      </td>
      <td>
        {actions && (
          <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
            <IconButton size="small" aria-label={`Edit ${value}`} title="Edit" onClick={() => actions.edit(value)}>
              <EditIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={`Duplicate ${value}`}
              title="Duplicate"
              onClick={() => actions.duplicate(value)}
            >
              <DuplicateIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              aria-label={`Delete ${value}`}
              title="Delete"
              onClick={() => actions.remove(value)}
            >
              <DeleteIcon fontSize="small" />
            </IconButton>
          </Box>
        )}
      </td>
    </>
  );
});

const Badge = styled('span')(({ theme }) => ({
  fontSize: '0.6875rem',
  fontWeight: 600,
  lineHeight: '18px',
  padding: '0 6px',
  borderRadius: 4,
  color: (theme.vars ?? theme).palette.primary.main,
  backgroundColor: (theme.vars ?? theme).palette.soft.primary,
  whiteSpace: 'nowrap',
}));

function Mark({ mark }: { readonly mark: RowMark }) {
  if (mark.type !== 'renamed') return <Badge>{mark.type === 'new' ? 'New' : 'Changed'}</Badge>;
  return (
    <Badge>
      was <Mono>{mark.from}</Mono>
    </Badge>
  );
}

const TargetTag = styled('span')(({ theme }) => ({
  display: 'inline-block',
  padding: '0 8px',
  marginRight: 4,
  lineHeight: '22px',
  borderRadius: 4,
  fontSize: '0.8125rem',
  backgroundColor: (theme.vars ?? theme).palette.soft.neutral,
  overflowWrap: 'anywhere',
  '&[data-state=unknown]': {
    color: (theme.vars ?? theme).palette.error.main,
    backgroundColor: (theme.vars ?? theme).palette.soft.error,
  },
  '&[data-state=foreign]': {
    color: (theme.vars ?? theme).palette.warning.main,
    backgroundColor: (theme.vars ?? theme).palette.soft.warning,
  },
}));

interface TargetListProps {
  readonly kind: SyncKind;
  readonly rowTargets: readonly Target[];
  readonly targets: Targets;
}

/** All targets of a row by name; an id that names nothing stays an id. */
function TargetList({ kind, rowTargets, targets }: TargetListProps) {
  if (rowTargets.length === 0) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        No {kindWords[kind].target}
      </Box>
    );
  }
  return rowTargets.map((target) => {
    const option = targets.find(target);
    const state = targets.stateOf(target);
    return (
      <TargetTag key={target} data-state={state} title={target === option?.label ? undefined : target}>
        {option?.label ?? <Mono>{target}</Mono>}
        {option?.isAmbiguous && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' '}
            <Mono>{option.name}</Mono>
          </Box>
        )}
      </TargetTag>
    );
  });
}
