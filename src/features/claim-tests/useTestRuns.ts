import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '../../api/keys.ts';
import type { ClaimTest } from '../../domain/claim-tests/ClaimTest.ts';
import { checkTests, type TestCheck } from './checkTests.ts';
import type { Sides } from './readWorlds.ts';

/** What became of the tests at their last run. `checks` are kept while the next one is on its way. */
export interface TestRuns {
  readonly checks: readonly TestCheck[] | undefined;
  readonly error: Error | undefined;
}

const pauseMs = 250;

/**
 * Runs tests whenever they, a side, or what is loaded of the deployment changes, once typing has paused.
 *
 * @param tests undefined: not known yet
 * @param sides another object for another state
 */
export function useTestRuns(tests: readonly ClaimTest[] | undefined, sides: Sides): TestRuns {
  const client = useQueryClient();
  const [runs, setRuns] = useState<TestRuns>({ checks: undefined, error: undefined });
  useEffect(() => {
    if (!tests) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = async () => {
      try {
        const checks = await checkTests(client, tests, sides);
        if (!isOver) setRuns({ checks, error: undefined });
      } catch (error) {
        if (!isOver && error instanceof Error) setRuns({ checks: undefined, error });
      }
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(run, pauseMs);
    };
    soon();
    const unsubscribe = client.getQueryCache().subscribe((event) => {
      // Not what fails: a run asks for it again, and would go on for ever.
      if (event.type !== 'updated' || !matters(event.query.queryKey)) return;
      if (event.action.type === 'success' || event.action.type === 'invalidate') soon();
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [client, tests, sides]);
  return runs;
}

/** Settings, and what is in an organization. */
function matters([, second]: readonly unknown[]): boolean {
  return second === keys.settings({ kind: 'organization' })[1] || second === keys.organization('')[1];
}
