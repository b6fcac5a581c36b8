import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { User } from '../../api/people.ts';
import type { Paste, PasteProblem } from '../../domain/Paste.ts';
import { readPaste } from '../../domain/readPaste.ts';
import { type Loaded, type LoadedClaims, useLoadedClaims } from './useLoadedClaims.tsx';

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

/** What a page keeps while the parts that show it come and go. It is gone with the page's component. */
export interface HeldClaims {
  text?: string;
  person?: User | undefined;
  loaded?: Loaded | undefined;
}

/**
 * Holds pasted claims: not in the address, in storage, in a cache or in a request.
 *
 * @param held of the page; without it the claims are gone with the component that asks
 */
export function useClaimSource(held?: HeldClaims): ClaimSource {
  const [text, setText] = useState(held?.text ?? '');
  const [person, setPerson] = useState(held?.person);
  const load = useLoadedClaims(setText, setPerson, person, held?.loaded);
  const { loaded } = load;
  useEffect(() => {
    if (held) Object.assign(held, { text, person, loaded });
  }, [held, text, person, loaded]);
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
