import { useEffect, useMemo, useState } from 'react';
import type { CompileFilter, ValueFilter } from '../../../domain/filter.ts';
import { fail, ok } from '../../../domain/result.ts';
import { testFilter } from '../../../ui/regex/testFilter.ts';

/** The regex filters of several organizations, tried on the values that they are asked about. */
export interface Filters {
  /** Undefined while they are tried. */
  readonly compile: CompileFilter | undefined;
  /** Filters that take too long to be tried here, or can't be: values pass them. */
  readonly untried: readonly string[];
}

interface Tried {
  readonly key: string;
  readonly filters: ReadonlyMap<string, ValueFilter | 'invalid' | 'slow'>;
}

const pauseMs = 60;

/**
 * Tries filters away from the main thread. The values stay in this component.
 *
 * @param asked pattern → values that it is asked about
 */
export function useFilters(asked: ReadonlyMap<string, readonly string[]>): Filters {
  const latestKey = JSON.stringify([...asked]);
  const [stable, setStable] = useState({ key: latestKey, wanted: asked });
  if (stable.key !== latestKey) setStable({ key: latestKey, wanted: asked });
  const { key, wanted } = stable;
  const [tried, setTried] = useState<Tried>({ key: '[]', filters: new Map() });
  useEffect(() => {
    if (wanted.size === 0) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const filters = new Map<string, ValueFilter | 'invalid' | 'slow'>();
      for (const [pattern, values] of wanted) filters.set(pattern, await tryOne(pattern, values, controller.signal));
      if (!controller.signal.aborted) setTried({ key, filters });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, key]);
  return useMemo(() => {
    if (wanted.size > 0 && tried.key !== key) return { compile: undefined, untried: [] };
    const { filters } = tried;
    return {
      compile: (pattern) => {
        const filter = filters.get(pattern);
        if (filter === 'invalid') return fail('The server refuses this filter.');
        return ok(typeof filter === 'function' ? filter : () => true);
      },
      untried: [...filters].filter(([, filter]) => filter === 'slow').map(([pattern]) => pattern),
    };
  }, [wanted, tried, key]);
}

async function tryOne(
  pattern: string,
  values: readonly string[],
  signal: AbortSignal,
): Promise<ValueFilter | 'invalid' | 'slow'> {
  try {
    const answer = await testFilter(pattern, values, { signal });
    if (answer.ok === 'timeout') return 'slow';
    if (!answer.ok) return 'invalid';
    const stopped = new Set(values.filter((_, index) => answer.passes[index] === false));
    return (value) => !stopped.has(value);
  } catch {
    return 'slow';
  }
}
