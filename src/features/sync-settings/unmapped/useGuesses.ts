import { useEffect, useMemo, useState } from 'react';
import { type Guess, guessWithRows, TargetGuesser } from '../../../domain/guessTargets.ts';
import type { Mapping } from '../../../domain/settings.ts';
import type { Targets } from '../useTargets.ts';

/** How long guessing may hold up the page at a time. */
const sliceMs = 10;

/**
 * Guesses targets for claim values, a slice at a time: thousands of values against thousands of names take a while.
 *
 * @param seen all values of the claim, mapped or not, by the names that legacy name mappings give them
 * @param unmapped those to guess for
 * @returns undefined until all are guessed
 */
export function useGuesses(
  seen: readonly string[],
  unmapped: readonly string[],
  { options, stateOf }: Targets,
  mapping: Mapping,
): ReadonlyMap<string, Guess> | undefined {
  const [guessed, setGuessed] = useState<ReadonlyMap<string, Guess>>();
  // Of all values, so that a row that comes or goes doesn't start it anew.
  useEffect(() => {
    if (!options) return;
    const guesses = new Map<string, Guess>();
    const work = guessAll();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const workOn = () => {
      const until = performance.now() + sliceMs;
      while (performance.now() < until) {
        if (work.next().done) return setGuessed(guesses);
      }
      timer = setTimeout(workOn);
    };
    workOn();
    return () => clearTimeout(timer);

    function* guessAll() {
      const guesser = new TargetGuesser(seen);
      for (const option of options ?? []) {
        if (stateOf(option.target) !== 'implied') guesser.add(option);
        yield;
      }
      for (const value of seen) {
        const guess = guesser.guess(value);
        if (guess) guesses.set(value, guess);
        yield;
      }
    }
  }, [seen, options, stateOf]);
  return useMemo(() => guessed && guessWithRows(unmapped, mapping, guessed), [unmapped, mapping, guessed]);
}
