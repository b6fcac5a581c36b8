import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { hasStatus } from '../../api/ApiError.ts';
import { debugLinkQuery, type User } from '../../api/people.ts';
import { meQuery, ownClaimsQuery } from '../../api/session.ts';
import { Notice } from '../../ui/Notice.tsx';
import { LoadProblem } from './LoadProblem.tsx';

export interface LoadedClaims {
  readonly own: () => void;
  readonly ofPerson: (person: User) => void;
  readonly isFetching: boolean;
  readonly forget: () => void;
  readonly notice: ReactNode;
}

/** Claims that the deployment holds, brought into the text field. */
export function useLoadedClaims(
  setText: (text: string) => void,
  setPerson: (person: User) => void,
  person: User | undefined,
): LoadedClaims {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const [isFetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<{ error: Error; whose: string }>();
  const latest = useRef(0);
  const load = async (whose: string, ask: () => Promise<object>, onLoaded?: () => void) => {
    latest.current += 1;
    const turn = latest.current;
    setProblem(undefined);
    setFetching(true);
    try {
      const answer = await ask();
      if (turn !== latest.current) return;
      setText(JSON.stringify(answer, null, 2));
      onLoaded?.();
    } catch (error) {
      if (turn === latest.current && error instanceof Error) setProblem({ error, whose });
    } finally {
      if (turn === latest.current) setFetching(false);
    }
  };
  return {
    own: () =>
      void load(
        'You don’t',
        () => client.fetchQuery({ ...ownClaimsQuery, gcTime: 0 }),
        () => {
          if (me && !person) setPerson(me);
        },
      ),
    ofPerson: (chosen) =>
      void load(`${chosen.displayName} doesn’t`, () => client.fetchQuery(debugLinkQuery(chosen.id))),
    isFetching,
    forget: () => {
      latest.current += 1;
      setFetching(false);
      setProblem(undefined);
    },
    notice: problem && <ClaimsProblem {...problem} />,
  };
}

function ClaimsProblem({ error, whose }: { readonly error: Error; readonly whose: string }) {
  if (!hasStatus(error, 400)) return <LoadProblem error={error} what="load the claims" />;
  return <Notice tone="info">{whose} sign in over OIDC, so the deployment holds no claims.</Notice>;
}
