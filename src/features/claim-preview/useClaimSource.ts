import { useDeferredValue, useMemo, useState } from 'react';
import type { User } from '../../api/people.ts';
import type { Paste, PasteProblem } from '../../domain/Paste.ts';
import { readPaste } from '../../domain/readPaste.ts';
import { type LoadedClaims, useLoadedClaims } from './useLoadedClaims.tsx';

/** The claims that are looked at, and the person they are compared with. */
export interface ClaimSource {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly person: User | undefined;
  readonly setPerson: (person: User | undefined) => void;
  readonly load: LoadedClaims;
  /** A little behind the text, so that typing isn't slowed. */
  readonly paste: Paste | undefined;
  readonly problem: PasteProblem | undefined;
}

/** Holds pasted claims, here only: not in the address, in storage, in a cache or in a request. */
export function useClaimSource(): ClaimSource {
  const [text, setText] = useState('');
  const [person, setPerson] = useState<User>();
  const load = useLoadedClaims(setText, setPerson, person);
  const laterText = useDeferredValue(text);
  const read = useMemo(() => readPaste(laterText), [laterText]);
  return {
    text,
    setText: (next) => {
      load.forget();
      setText(next);
    },
    person,
    setPerson,
    load,
    paste: read.ok ? read.value : undefined,
    problem: read.ok || read.error.code === 'empty' ? undefined : read.error,
  };
}
