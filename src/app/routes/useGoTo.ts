import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { valueParameter } from '../layout/addresses.ts';

/**
 * The claim value that a link leads to, in its address or, unseen, in its state. It goes out of both at once, so that a
 * reload or the other tab is plain.
 *
 * @param tab the link is about
 */
export function useGoTo(tab: string): { readonly value: string } | undefined {
  const { state } = useLocation();
  const [search, setSearch] = useSearchParams();
  const [goTo, setGoTo] = useState<{ readonly value: string; readonly tab: string }>();
  const value = search.get(valueParameter) ?? rowOf(state);
  useEffect(() => {
    if (value === undefined) return;
    setGoTo({ value, tab });
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        next.delete(valueParameter);
        return next;
      },
      { replace: true },
    );
  }, [value, tab, setSearch]);
  return goTo?.tab === tab ? goTo : undefined;
}

function rowOf(state: unknown): string | undefined {
  const isRow = typeof state === 'object' && state !== null && 'row' in state;
  return isRow && typeof state.row === 'string' ? state.row : undefined;
}
