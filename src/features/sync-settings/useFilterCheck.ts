import { useEffect, useMemo, useState } from 'react';
import { everyValue, type ValueFilter } from '../../domain/filter.ts';

/** What is known about a regex filter by now. */
export type FilterCheck =
  | { readonly status: 'none'; readonly filter: ValueFilter }
  | { readonly status: 'checking' }
  | { readonly status: 'valid'; readonly filter: ValueFilter }
  /** The server would refuse it, with this text. */
  | { readonly status: 'invalid'; readonly message: string }
  /** The filter took too long to try here. The server may take it. */
  | { readonly status: 'too-slow' };

const none: FilterCheck = { status: 'none', filter: everyValue };
const checking: FilterCheck = { status: 'checking' };
const pauseMs = 120;

/**
 * Checks a filter as it is typed, by the server's rules, away from the main thread.
 *
 * @param values what to try it on: seen claim values and row keys; others count as passing
 */
export function useFilterCheck(pattern: string | null, ...values: readonly (readonly string[])[]): FilterCheck {
  const [seen = noValues, keys = noValues] = values;
  const [answer, setAnswer] = useState<{ readonly pattern: string; readonly check: FilterCheck }>();
  const source = pattern ?? '';
  useEffect(() => {
    if (source === '') return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const all = [...new Set([...seen, ...keys])];
      const check = await tryFilter(source, all, controller.signal);
      if (check) setAnswer({ pattern: source, check });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [source, seen, keys]);
  return useMemo(() => {
    if (source === '') return none;
    return answer?.pattern === source ? answer.check : checking;
  }, [source, answer]);
}

const noValues: readonly string[] = [];

async function tryFilter(
  pattern: string,
  values: readonly string[],
  signal: AbortSignal,
): Promise<FilterCheck | undefined> {
  try {
    const { testFilter } = await import('../../ui/regex/testFilter.ts');
    const answer = await testFilter(pattern, values, { signal });
    if (answer.ok === 'timeout') return { status: 'too-slow' };
    if (!answer.ok) return { status: 'invalid', message: answer.message };
    const stopped = new Set(values.filter((_, index) => answer.passes[index] === false));
    return { status: 'valid', filter: (value) => !stopped.has(value) };
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
