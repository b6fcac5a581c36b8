import { useState } from 'react';

/** A part of a long list that grows on demand, so that thousands of lines don't weigh on the page. */
export interface Shown<T> {
  readonly items: readonly T[];
  /** How many aren't shown. */
  readonly left: number;
  /** How many the next step shows. */
  readonly next: number;
  readonly showMore: () => void;
}

/** @param step how many are shown at first, and a third of what each further step shows */
export function useShown<T>(all: readonly T[], step: number): Shown<T> {
  const [limit, setLimit] = useState(step);
  const left = Math.max(0, all.length - limit);
  const next = Math.min(left, step * 3);
  return { items: all.slice(0, limit), left, next, showMore: () => setLimit(limit + step * 3) };
}
