import { useEffect, useMemo, useRef, useState } from 'react';
import { everyValue, type ValueFilter } from '../../domain/filter.ts';
import { testFilter } from '../../ui/regex/testFilter.ts';

/** What is known by now about a regex filter and the values of a claim. */
export type FilterState =
  | { readonly status: 'ready'; readonly filter: ValueFilter }
  | { readonly status: 'checking' }
  /** Go's text; the server refuses such a filter. */
  | { readonly status: 'invalid'; readonly message: string }
  /** It takes too long to be tried here. */
  | { readonly status: 'slow' };

const open: FilterState = { status: 'ready', filter: everyValue };
const checking: FilterState = { status: 'checking' };
const pauseMs = 100;

/**
 * Tries a filter on values, away from the main thread. The values stay in this component.
 *
 * @param values those that {@link FilterState}'s filter is asked about; keep the list while it is the same
 */
export function useValueFilter(pattern: string | null, values: readonly string[]): FilterState {
  const source = pattern ?? '';
  const isOpen = source === '' || values.length === 0;
  const [tried, setTried] = useState<{ source: string; values: readonly string[]; state: FilterState }>();
  const lastSource = useRef(source);
  useEffect(() => {
    if (isOpen) return;
    const controller = new AbortController();
    // A pattern is typed letter by letter; values come at once, with a paste.
    const pause = lastSource.current === source ? 0 : pauseMs;
    lastSource.current = source;
    const timer = setTimeout(async () => {
      const state = await tryFilter(source, values, controller.signal);
      if (!controller.signal.aborted) setTried({ source, values, state });
    }, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [isOpen, source, values]);
  return useMemo(() => {
    if (isOpen) return open;
    return tried && tried.source === source && tried.values === values ? tried.state : checking;
  }, [isOpen, source, values, tried]);
}

async function tryFilter(pattern: string, values: readonly string[], signal: AbortSignal): Promise<FilterState> {
  try {
    const answer = await testFilter(pattern, values, { signal });
    if (answer.ok === 'timeout') return { status: 'slow' };
    if (!answer.ok) return { status: 'invalid', message: answer.message };
    const stopped = new Set(values.filter((_, index) => answer.passes[index] === false));
    return { status: 'ready', filter: (value) => !stopped.has(value) };
  } catch {
    // Given up, or the engine couldn't be loaded: either way nothing is known.
    return { status: 'slow' };
  }
}
