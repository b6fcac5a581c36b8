import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { hasStatus } from '../../api/ApiError.ts';
import { ownClaimsQuery } from '../../api/ownClaims.ts';
import { debugLinkQuery, type User } from '../../api/people.ts';
import { meQuery } from '../../api/session.ts';
import { Notice } from '../../ui/Notice.tsx';
import { absoluteTime, relativeTime } from '../../ui/times.ts';
import { LoadProblem } from './LoadProblem.tsx';

export interface LoadedClaims {
  readonly own: () => void;
  readonly ofPerson: (person: User) => void;
  readonly isFetching: boolean;
  readonly forget: () => void;
  readonly loaded: Loaded | undefined;
  readonly notice: ReactNode;
}

/** Whose claims were loaded. */
export interface Loaded {
  readonly isOwn: boolean;
  readonly lastSeenAt?: Date | undefined;
}

/** Claims that the deployment holds, brought into the text field. */
export function useLoadedClaims(
  setText: (text: string) => void,
  setPerson: (person: User) => void,
  person: User | undefined,
  before: Loaded | undefined,
): LoadedClaims {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const [isFetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<{ error: Error; whose: string }>();
  const [loaded, setLoaded] = useState(before);
  const latest = useRef(0);
  const load = async (whose: string, ask: () => Promise<object>, of: Loaded, onLoaded?: () => void) => {
    latest.current += 1;
    const turn = latest.current;
    setProblem(undefined);
    setLoaded(undefined);
    setFetching(true);
    try {
      const answer = await ask();
      if (turn !== latest.current) return;
      setText(JSON.stringify(answer, null, 2));
      setLoaded(of);
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
        { isOwn: true },
        () => {
          if (me && !person) setPerson(me);
        },
      ),
    ofPerson: (chosen) =>
      void load(`${chosen.displayName} doesn’t`, () => client.fetchQuery(debugLinkQuery(chosen.id)), {
        isOwn: false,
        lastSeenAt: chosen.lastSeenAt,
      }),
    isFetching,
    loaded,
    forget: () => {
      latest.current += 1;
      setFetching(false);
      setProblem(undefined);
      setLoaded(undefined);
    },
    notice: problem ? <ClaimsProblem {...problem} /> : loaded && <ClaimsAge {...loaded} />,
  };
}

function ClaimsProblem({ error, whose }: { readonly error: Error; readonly whose: string }) {
  if (!hasStatus(error, 400)) return <LoadProblem error={error} what="load the claims" />;
  return <Notice tone="info">{whose} sign in over OIDC, so the deployment holds no claims.</Notice>;
}

/** The deployment doesn't say when the last login was; only when the person was last seen, which is later. */
function ClaimsAge({ isOwn, lastSeenAt }: Loaded) {
  if (isOwn)
    return (
      <Typography variant="body2">As of your last login. What changed at the IdP since then isn’t in here.</Typography>
    );
  return (
    <Typography variant="body2">
      As of their last login
      {lastSeenAt
        ? `, ${relativeTime(lastSeenAt, new Date())} or earlier (they were last seen on ${absoluteTime(lastSeenAt)}).`
        : '. When that was isn’t known.'}
    </Typography>
  );
}
