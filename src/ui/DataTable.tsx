import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

/** One column of a {@link DataTable}. */
export interface Column<R> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: R) => ReactNode;
  readonly align?: 'right';
  /** CSS width, on narrow screens and on others; what is left goes to columns without one. */
  readonly width?: string | { readonly xs: string; readonly sm: string };
  /** Left out on narrow screens. */
  readonly wideOnly?: boolean;
}

interface DataTableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
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
    fontSize: theme.typography.caption.fontSize,
    fontWeight: 600,
    color: theme.vars.palette.text.secondary,
    backgroundColor: theme.vars.palette.background.paper,
    borderBottom: `1px solid ${theme.vars.palette.divider}`,
  },
  'tbody tr[data-row]': { height: rowHeight },
  'tbody tr[data-row] + tr[data-row] td': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  'tbody tr[data-row]:hover td': { backgroundColor: theme.vars.palette.action.hover },
  [theme.breakpoints.down('sm')]: {
    '[data-wide-only]': { display: 'none' },
  },
}));

const Scroll = styled('div')(({ theme }) => ({
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.shape.borderRadius,
  backgroundColor: theme.vars.palette.background.paper,
  overflow: 'auto',
}));

/** A read-only table that stays quick with 10,000 rows: above a hundred only those in sight are in the document. */
export function DataTable<R>(props: DataTableProps<R>) {
  return props.rows.length < virtualFrom ? <WholeTable {...props} /> : <VirtualTable {...props} />;
}

function WholeTable<R>({ label, columns, rows, rowKey }: DataTableProps<R>) {
  return (
    <Scroll>
      <Table aria-label={label}>
        <Head columns={columns} />
        <tbody>
          {rows.map((row) => (
            <Row key={rowKey(row)} columns={columns} row={row} />
          ))}
        </tbody>
      </Table>
    </Scroll>
  );
}

function VirtualTable<R>({ label, columns, rows, rowKey }: DataTableProps<R>) {
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
        <Head columns={columns} />
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

function Head<R>({ columns }: Pick<DataTableProps<R>, 'columns'>) {
  return (
    <thead>
      <tr>
        {columns.map(({ key, header, align, width, wideOnly }) => (
          <Box
            component="th"
            scope="col"
            key={key}
            data-align={align}
            data-wide-only={wideOnly || undefined}
            sx={width === undefined ? {} : { width }}
          >
            {header}
          </Box>
        ))}
      </tr>
    </thead>
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
      {columns.map(({ key, cell, align, wideOnly }) => (
        <td key={key} data-align={align} data-wide-only={wideOnly || undefined}>
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
