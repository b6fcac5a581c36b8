import { type ReactNode, type RefObject, useEffect } from 'react';

/** What the body of the mapping table is made of, whether all of it is in the document or only what is in view. */
export interface RowsProps {
  readonly keys: readonly string[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Stays in the document wherever one scrolls. */
  readonly keptKey: string | undefined;
  /** A new object brings its row into view. */
  readonly shownKey: { readonly key: string } | undefined;
  /** How many lines a row has besides its first, for a guess of its height. */
  readonly linesOf: (key: string) => number;
  readonly row: (key: string, index: number, measure?: (element: Element | null) => void) => ReactNode;
}

/** Each row of a short table. */
export function AllRows({ keys, scroller, shownKey, row }: RowsProps) {
  useEffect(() => {
    if (shownKey) scroller.current?.querySelector('tr[data-shown]')?.scrollIntoView({ block: 'nearest' });
  }, [shownKey, scroller]);
  return keys.map((key, index) => row(key, index));
}
