import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { SortDownIcon, SortUpIcon } from './icons.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

type Width = 'sm' | 'md' | 'lg';

/** One column of a {@link DataTable}. */
export interface Column<R> {
  readonly key: string;
  readonly header: string;
  /** The header is there for screen readers only, as over buttons. */
  readonly headerHidden?: boolean;
  readonly cell: (row: R) => ReactNode;
  readonly align?: 'right';
  /** CSS width, on narrow screens and on others; what is left goes to columns without one. */
  readonly width?: string | Readonly<Partial<Record<'xs' | Width, string>>>;
  /** Left out on screens that are narrower. */
  readonly from?: Width;
  readonly sortable?: boolean;
}

/** What the rows of a {@link DataTable} are sorted by. */
export interface Sorting {
  /** Key of a column. */
  readonly by: string;
  readonly descending: boolean;
}

/** The next sorting after a click on the header of a column: up first, then down. */
export function toggleSorting(now: Sorting, by: string): Sorting {
  return { by, descending: now.by === by && !now.descending };
}

interface DataTableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  /** The rows come in this order; the table only says so. */
  readonly sorting?: Sorting;
  readonly onSort?: (by: string) => void;
}

const virtualFrom = 101;
const rowHeight = 45;

const Table = styled('table')(({ theme }) => ({
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 0,
  tableLayout: 'fixed',
  'th, td': { padding: '6px 12px', textAlign: 'left', overflowWrap: 'anywhere', verticalAlign: 'middle' },
  '[data-align="right"]': { textAlign: 'right' },
  th: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: 36,
    whiteSpace: 'nowrap',
    fontSize: theme.typography.caption.fontSize,
    fontWeight: 600,
    color: theme.vars.palette.text.secondary,
    backgroundColor: theme.vars.palette.sunken,
    borderBottom: `1px solid ${theme.vars.palette.divider}`,
  },
  'tbody tr[data-row]': { height: rowHeight },
  'tbody tr[data-row] + tr[data-row] td': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  'tbody tr[data-row]:hover td': { backgroundColor: theme.vars.palette.action.hover },
  [theme.breakpoints.down('sm')]: { '[data-from="sm"]': { display: 'none' } },
  [theme.breakpoints.down('md')]: { '[data-from="md"]': { display: 'none' } },
  [theme.breakpoints.down('lg')]: { '[data-from="lg"]': { display: 'none' } },
}));

const Scroll = styled('div')(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
  backgroundColor: theme.vars.palette.background.paper,
  overflow: 'auto',
}));

/** A table that stays quick with 10,000 rows: above a hundred only those in sight are in the document. */
export function DataTable<R>(props: DataTableProps<R>) {
  return props.rows.length < virtualFrom ? <WholeTable {...props} /> : <VirtualTable {...props} />;
}

function WholeTable<R>({ label, columns, rows, rowKey, ...sort }: DataTableProps<R>) {
  return (
    <Scroll>
      <Table aria-label={label}>
        <Head columns={columns} {...sort} />
        <tbody>
          {rows.map((row) => (
            <Row key={rowKey(row)} columns={columns} row={row} />
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

function VirtualTable<R>({ label, columns, rows, rowKey, ...sort }: DataTableProps<R>) {
  const scroll = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <Scroll ref={scroll} tabIndex={0} role="region" aria-label={label} sx={{ maxHeight: 'max(320px, 100vh - 260px)' }}>
      <Table aria-label={label} aria-rowcount={rows.length + 1}>
        <Head columns={columns} {...sort} />
        <tbody>
          <Spacer height={before} columns={columns.length} />
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Row
                key={rowKey(row)}
                columns={columns}
                row={row}
                rowIndex={index + 2}
                measure={virtualizer.measureElement}
                index={index}
              />
            );
          })}
          <Spacer height={after} columns={columns.length} />
        </tbody>
      </Table>
    </Scroll>
  );
}

function Head<R>({ columns, sorting, onSort }: Pick<DataTableProps<R>, 'columns' | 'sorting' | 'onSort'>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <Box
            component="th"
            scope="col"
            key={column.key}
            data-align={column.align}
            data-from={column.from}
            aria-sort={column.sortable ? sortOf(column.key, sorting) : undefined}
            sx={column.width === undefined ? {} : { width: column.width }}
          >
            <HeadText column={column} sorting={sorting} onSort={onSort} />
          </Box>
        ))}
      </tr>
    </thead>
  );
}

function sortOf(key: string, sorting: Sorting | undefined) {
  if (sorting?.by !== key) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

interface HeadTextProps<R> {
  readonly column: Column<R>;
  readonly sorting: Sorting | undefined;
  readonly onSort: ((by: string) => void) | undefined;
}

function HeadText<R>({ column, sorting, onSort }: HeadTextProps<R>) {
  const { key, header, headerHidden = false, sortable = false, align } = column;
  if (headerHidden) return <VisuallyHidden>{header}</VisuallyHidden>;
  if (!sortable || !onSort) return header;
  const Icon = sorting?.descending ? SortDownIcon : SortUpIcon;
  return (
    <ButtonBase
      onClick={() => onSort(key)}
      sx={{ font: 'inherit', gap: 0.5, borderRadius: '4px', flexDirection: align === 'right' ? 'row-reverse' : 'row' }}
    >
      {header}
      {sorting?.by === key && <Icon sx={{ fontSize: 14 }} />}
    </ButtonBase>
  );
}

interface RowProps<R> extends Pick<DataTableProps<R>, 'columns'> {
  readonly row: R;
  readonly rowIndex?: number;
  readonly index?: number;
  readonly measure?: (element: Element | null) => void;
}

function Row<R>({ columns, row, rowIndex, index, measure }: RowProps<R>) {
  return (
    <tr data-row data-index={index} ref={measure} aria-rowindex={rowIndex}>
      {columns.map(({ key, cell, align, from }) => (
        <td key={key} data-align={align} data-from={from}>
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
