import type { NamedTarget } from './policy/resolvePolicy.ts';
import type { Mapping, Target } from './settings.ts';

/**
 * Why a target could be meant by a claim value.
 *
 * - `same-name`, `same-label`: its name, or its display name, to the letter
 * - `like-row`: a row has the value but for case, spaces and signs; the guess has that row's targets
 * - `spelling`: its name but for case, spaces and signs
 * - `after-prefix`: its name after a prefix that several values share
 * - `similar`: not more than alike
 */
export type GuessReason =
  | { readonly code: 'same-name' | 'same-label' | 'spelling' | 'similar' }
  | { readonly code: 'like-row'; readonly row: string }
  | { readonly code: 'after-prefix'; readonly prefix: string };

/** What a claim value could be mapped to. */
export interface Guess {
  readonly targets: readonly Target[];
  readonly reason: GuessReason;
}

/** Whether a guess is good enough to be ticked together with others. */
export function isGoodGuess({ reason }: Guess): boolean {
  return reason.code !== 'similar';
}

/** How many values have to start alike before that counts as a prefix. */
const prefixFrom = 3;
/** How alike names have to be: 1 is the same. */
const similarFrom = 0.55;
/** How many names with a pair of letters in common are looked at for one value, the rarest pairs first. */
const lookedAt = 300;

interface Name {
  readonly target: Target;
  readonly pairs: readonly string[];
  readonly digits: string;
}

/** Guesses targets for claim values by their names. A guess is only made where exactly one target is the likeliest. */
export class TargetGuesser {
  private readonly byName = new Map<string, Target>();
  private readonly byLabel = new Map<string, Target | undefined>();
  private readonly byFolded = new Map<string, Target | undefined>();
  private readonly names: Name[] = [];
  private readonly namesByPair = new Map<string, number[]>();
  private readonly prefixes = new Map<string, number>();

  /** @param values all claim values: what several start with is a prefix */
  constructor(values: Iterable<string>) {
    for (const value of values) {
      for (const { prefix } of endings(value)) this.prefixes.set(prefix, (this.prefixes.get(prefix) ?? 0) + 1);
    }
  }

  /** Takes in what can be pointed to. */
  add({ target, name, label }: NamedTarget): void {
    this.byName.set(name, target);
    addUnlessTaken(this.byLabel, label, target);
    for (const text of new Set([name, label])) this.addName(target, text);
  }

  private addName(target: Target, text: string): void {
    const folded = fold(text);
    if (folded === '') return;
    addUnlessTaken(this.byFolded, folded, target);
    const pairs = pairsOf(folded);
    for (const pair of new Set(pairs)) {
      const list = this.namesByPair.get(pair);
      if (list) list.push(this.names.length);
      else this.namesByPair.set(pair, [this.names.length]);
    }
    this.names.push({ target, pairs, digits: digitsOf(folded) });
  }

  /** The first reason that holds, in the order of {@link GuessReason}; rows are {@link guessWithRows}’s. */
  guess(value: string): Guess | undefined {
    const byName = this.byName.get(value);
    if (byName !== undefined) return { targets: [byName], reason: { code: 'same-name' } };
    const byLabel = this.byLabel.get(value);
    if (byLabel !== undefined) return { targets: [byLabel], reason: { code: 'same-label' } };
    const folded = fold(value);
    if (folded === '') return undefined;
    const bySpelling = this.byFolded.get(folded);
    if (bySpelling !== undefined) return { targets: [bySpelling], reason: { code: 'spelling' } };
    for (const { prefix, rest } of endings(value)) {
      const target = this.byFolded.get(rest);
      if (target === undefined) continue;
      if ((this.prefixes.get(prefix) ?? 0) < prefixFrom) return { targets: [target], reason: { code: 'similar' } };
      return { targets: [target], reason: { code: 'after-prefix', prefix } };
    }
    const similar = this.findSimilar(folded);
    return similar === undefined ? undefined : { targets: [similar], reason: { code: 'similar' } };
  }

  /**
   * The target whose name shares most pairs of letters (Sørensen–Dice). Names with other digits are other names:
   * `team-12` isn't a misspelt `team-13`.
   */
  private findSimilar(folded: string): Target | undefined {
    const digits = digitsOf(folded);
    const pairs = pairsOf(folded);
    const lists = [...new Set(pairs)]
      .map((pair) => this.namesByPair.get(pair) ?? [])
      .sort((a, b) => a.length - b.length);
    const looked = new Set<number>();
    for (const list of lists) {
      if (looked.size + list.length > lookedAt) break;
      for (const index of list) looked.add(index);
    }
    let best: Target | undefined;
    let bestScore = similarFrom;
    for (const index of looked) {
      const name = this.names[index];
      if (!name || name.digits !== digits || !couldReach(bestScore, name.pairs.length, pairs.length)) continue;
      const score = likeness(name.pairs, pairs);
      if (score < bestScore) continue;
      if (score > bestScore) best = name.target;
      else if (best !== name.target) best = undefined;
      bestScore = score;
    }
    return best;
  }
}

/**
 * Holds values against rows too: one that is spelt almost like a row means what the row means.
 *
 * @param guessed by a {@link TargetGuesser}
 * @returns a guess for each value that has one
 */
export function guessWithRows(
  values: Iterable<string>,
  mapping: Mapping,
  guessed: ReadonlyMap<string, Guess>,
): ReadonlyMap<string, Guess> {
  const rows = new Map<string, Guess>();
  for (const [row, targets] of mapping) {
    const folded = targets.length > 0 ? fold(row) : '';
    if (folded !== '' && !rows.has(folded)) rows.set(folded, { targets, reason: { code: 'like-row', row } });
  }
  const guesses = new Map<string, Guess>();
  for (const value of values) {
    const known = guessed.get(value);
    const isSame = known?.reason.code === 'same-name' || known?.reason.code === 'same-label';
    const guess = isSame ? known : (rows.get(fold(value)) ?? known);
    if (guess) guesses.set(value, guess);
  }
  return guesses;
}

/** `undefined` in the map: more than one target has this name, so that it tells nothing. */
function addUnlessTaken(map: Map<string, Target | undefined>, name: string, target: Target): void {
  map.set(name, map.has(name) && map.get(name) !== target ? undefined : target);
}

const word = /[\p{L}\p{N}]+/gu;
/** Longer ones are lists or texts, and cost. */
const longestName = 200;

/** Letters and digits alone, in lower case. */
function fold(text: string): string {
  return text.length > longestName ? '' : (text.match(word)?.join('').toLowerCase() ?? '');
}

/** Ways to take a prefix of whole words off a value, the shortest prefix first. The rest is folded. */
function endings(value: string): readonly { readonly prefix: string; readonly rest: string }[] {
  if (value.length > longestName) return [];
  const words = [...value.matchAll(word)];
  return words.slice(1).map(({ index }) => ({ prefix: value.slice(0, index), rest: fold(value.slice(index)) }));
}

function digitsOf(folded: string): string {
  return folded.replace(/\P{N}+/gu, ' ').trim();
}

/** Neighbouring letters; the first one counts as a pair of its own, since people rarely mistake it. */
function pairsOf(folded: string): readonly string[] {
  const text = ` ${folded}`;
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2)).sort();
}

function couldReach(score: number, a: number, b: number): boolean {
  return (2 * Math.min(a, b)) / (a + b) >= score;
}

/** Shared pairs of two sorted lists against all, from 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  let inB = 0;
  for (const pair of a) {
    while (inB < b.length && (b[inB] ?? '') < pair) inB += 1;
    if (b[inB] !== pair) continue;
    shared += 1;
    inB += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
