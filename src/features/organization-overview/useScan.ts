import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Organization } from '../../api/organizations.ts';
import { syncStateQuery } from './syncState.ts';

/** What a look at every organization has found by now. */
export interface Scan {
  /** Rows with problems, by organization id. What couldn't be read is left out. */
  readonly problems: ReadonlyMap<string, number>;
  readonly looked: number;
  readonly isDone: boolean;
}

const nothing: Scan = { problems: new Map(), looked: 0, isDone: false };
const workers = 4;
const tellEveryMs = 250;

/**
 * Looks at every organization in the background, a few at a time, while it is wanted.
 *
 * @param organizations those whose settings may be read; keep the list while it is the same
 */
export function useScan(organizations: readonly Organization[], isWanted: boolean): Scan {
  const client = useQueryClient();
  const [scan, setScan] = useState(nothing);
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const problems = new Map<string, number>();
    let [looked, told] = [0, Date.now()];
    const tell = (isDone: boolean) => {
      if (isOver) return;
      told = Date.now();
      setScan({ problems: new Map(problems), looked, isDone });
    };
    const queue = [...organizations];
    const work = async () => {
      for (let one = queue.shift(); one && !isOver; one = queue.shift()) {
        const organization = one;
        const count = (kind: 'group' | 'role') =>
          client
            .fetchQuery(syncStateQuery({ kind, organizationId: organization.id }, organization))
            .then(({ problems, isFieldUnseen }) => problems + Number(isFieldUnseen))
            .catch(() => undefined);
        const counts = await Promise.all([count('group'), count('role')]);
        looked += 1;
        const known = counts.filter((each) => each !== undefined);
        if (known.length > 0)
          problems.set(
            organization.id,
            known.reduce((sum, each) => sum + each, 0),
          );
        if (Date.now() - told > tellEveryMs) tell(false);
      }
    };
    tell(false);
    void Promise.all(Array.from({ length: workers }, work)).then(() => tell(true));
    return () => {
      isOver = true;
    };
  }, [client, organizations, isWanted]);
  return scan;
}
