import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { type Sorting, toggleSorting } from './DataTable.tsx';

/** A row that can be searched for. */
interface SearchableRow {
  /** What it is found by, in lower case. */
  readonly text: string;
}

/** What rows can be sorted by besides their name, by the column's key. Small first. */
export type Measures<Row> = Readonly<Record<string, (row: Row) => number>>;

/** Rows of a table as a person looks for them. Lags behind typing, never holds it up. */
export interface SearchedRows<Row> {
  readonly search: string;
  readonly setSearch: (search: string) => void;
  /** What `shown` was searched for. */
  readonly wanted: string;
  readonly shown: readonly Row[];
  readonly sorting: Sorting;
  readonly onSort: (by: string) => void;
}

/** @param rows sorted by name */
export function useSearchedRows<Row extends SearchableRow>(
  rows: readonly Row[],
  measures: Measures<Row>,
): SearchedRows<Row> {
  const [search, setSearch] = useState('');
  const [chosen, setSorting] = useState<Sorting>({ by: 'name', descending: false });
  const wanted = useDeferredValue(search.trim());
  const sorting = useDeferredValue(chosen);
  const shown = useMemo(() => searchRows(rows, measures, wanted, sorting), [rows, measures, wanted, sorting]);
  const onSort = useCallback((by: string) => setSorting((old) => toggleSorting(old, by)), []);
  return { search, setSearch, wanted, shown, sorting, onSort };
}

function searchRows<Row extends SearchableRow>(
  rows: readonly Row[],
  measures: Measures<Row>,
  wanted: string,
  sorting: Sorting,
): readonly Row[] {
  const folded = wanted.toLowerCase();
  const found = folded === '' ? rows : rows.filter(({ text }) => text.includes(folded));
  const measure = measures[sorting.by];
  const sign = sorting.descending ? -1 : 1;
  if (measure) return found.toSorted((a, b) => sign * (measure(a) - measure(b)));
  return sorting.descending ? found.toReversed() : found;
}
