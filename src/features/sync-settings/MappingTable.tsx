import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { type ReactNode, Suspense, useRef } from 'react';
import type { RowProblem } from '../../domain/rowProblems.ts';
import type { Mapping, SyncKind } from '../../domain/settings.ts';
import { SortDownIcon, SortUpIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { AllRows, type RowsProps } from './AllRows.tsx';
import { kindWords } from './kinds.ts';
import { MappingRow, type RowActions } from './MappingRow.tsx';
import type { RowMark } from './rowMarks.ts';
import type { Targets } from './useTargets.ts';
import type { RowView } from './viewRows.ts';

interface MappingTableProps {
  readonly kind: SyncKind;
  /** Keys in the order of the view. */
  readonly keys: readonly string[];
  readonly mapping: Mapping;
  readonly targets: Targets;
  readonly problems: ReadonlyMap<string, readonly RowProblem[]>;
  readonly marks: ReadonlyMap<string, RowMark>;
  readonly actions: RowActions | undefined;
  readonly view: RowView;
  readonly onSort: (by: RowView['sortBy']) => void;
  /** Key of the row that is edited in its place, and what edits it. */
  readonly editing: string | undefined;
  readonly editor: ReactNode;
  /** A new object scrolls its row into view and marks it. */
  readonly shown: { readonly key: string } | undefined;
}

const VirtualRows = lazyPart(() => import('./VirtualRows.tsx').then((part) => part.VirtualRows));

/** Up to here all rows are in the document, and nothing has to be loaded to scroll them. */
const plainLimit = 100;
/** What stands there until the code for more has arrived. */
const firstRows = 30;

/** The rows of a mapping as a real table, of which, if it is long, only what is in view is in the document. */
export function MappingTable({ keys, mapping, editing, editor, shown, actions, ...props }: MappingTableProps) {
  const { kind, targets, problems, marks, view, onSort } = props;
  const words = kindWords[kind];
  const scroller = useRef<HTMLDivElement>(null);
  const rows: RowsProps = {
    keys,
    scroller,
    shownKey: shown,
    keptKey: editing,
    linesOf: (key) => problems.get(key)?.length ?? 0,
    row: (key, index, measure) => {
      const rowTargets = mapping.get(key);
      if (!rowTargets) return null;
      return (
        <tr
          key={key}
          ref={measure}
          data-index={index}
          data-testid={`${words.testIdPrefix}-${key}`}
          data-mark={marks.get(key)?.type}
          data-shown={shown?.key === key || undefined}
          aria-rowindex={index + 2}
        >
          {editing === key ? (
            <td colSpan={3}>{editor}</td>
          ) : (
            <MappingRow
              kind={kind}
              value={key}
              rowTargets={rowTargets}
              targets={targets}
              problems={problems.get(key)}
              mark={marks.get(key)}
              actions={actions}
            />
          )}
        </tr>
      );
    },
  };
  return (
    <Scroller ref={scroller} role="region" aria-label={`${words.name} mappings`} tabIndex={0}>
      <Table aria-rowcount={keys.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <SortHeader by="value" label={words.valueColumn} view={view} onSort={onSort} />
            <SortHeader by="target" label={words.targetLabel} view={view} onSort={onSort} />
            <th scope="col">
              <HiddenText>Actions</HiddenText>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.length <= plainLimit ? (
            <AllRows {...rows} />
          ) : (
            <Suspense fallback={<AllRows {...rows} keys={keys.slice(0, firstRows)} />}>
              <VirtualRows {...rows} />
            </Suspense>
          )}
        </tbody>
      </Table>
    </Scroller>
  );
}

interface SortHeaderProps {
  readonly by: RowView['sortBy'];
  readonly label: string;
  readonly view: RowView;
  readonly onSort: (by: RowView['sortBy']) => void;
}

function SortHeader({ by, label, view, onSort }: SortHeaderProps) {
  const isSorted = view.sortBy === by;
  const Icon = view.descending ? SortDownIcon : SortUpIcon;
  return (
    <th scope="col" aria-sort={isSorted ? (view.descending ? 'descending' : 'ascending') : 'none'}>
      <ButtonBase onClick={() => onSort(by)} sx={{ font: 'inherit', gap: 0.5, borderRadius: '4px', textAlign: 'left' }}>
        {label}
        <Icon sx={{ fontSize: 14, visibility: isSorted ? 'visible' : 'hidden' }} />
      </ButtonBase>
    </th>
  );
}

const HiddenText = styled('span')({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});

const Scroller = styled('div')(({ theme }) => ({
  maxHeight: 'max(360px, 68vh)',
  overflow: 'auto',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: theme.shape.borderRadius,
  overflowAnchor: 'none',
}));

const Table = styled('table')(({ theme }) => {
  const { palette } = theme.vars ?? theme;
  return {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: theme.typography.body1.fontSize,
    '& th': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      textAlign: 'left',
      fontSize: '0.75rem',
      fontWeight: 600,
      color: palette.text.secondary,
      backgroundColor: palette.sunken,
      borderBottom: `1px solid ${palette.divider}`,
      padding: '6px 12px',
    },
    '& th:first-of-type': { width: '38%' },
    '& th:last-of-type': { width: 104 },
    '& td': {
      padding: '8px 12px',
      borderBottom: `1px solid ${palette.divider}`,
      verticalAlign: 'top',
      lineHeight: '24px',
    },
    '& td:last-of-type:not(:first-of-type)': { padding: '6px 8px' },
    '& tr[data-mark] > td:first-of-type': { boxShadow: `inset 3px 0 ${palette.primary.main}` },
    '& tr[data-shown] > td': { backgroundColor: palette.action.selected },
    '& tbody tr:hover > td': { backgroundColor: palette.action.hover },
    '& tbody tr[aria-hidden]:hover > td': { backgroundColor: 'transparent' },
    [theme.breakpoints.down('sm')]: {
      '& th:first-of-type': { width: '34%' },
      '& th:last-of-type': { width: 44 },
      '& td': { padding: '8px' },
      '& td:last-of-type > div': { flexDirection: 'column' },
    },
  };
});
