const longest = 200;
/** Letters that run from right to left, and the marks that turn the direction of what follows. */
const turning =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]|\ud802|\ud803|\ud83a/;
const [startIsolate, endIsolate] = ['\u2068', '\u2069'];

/**
 * A name that people have chosen, as it is shown among other words: it can't turn the direction of the words around it,
 * and isn't endless. Ordinary names come back as they are. Never for what is stored or compared.
 */
export function shownName(name: string): string {
  const short =
    name.length > longest
      ? `${name
          .slice(0, longest)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`
      : name;
  return turning.test(short) ? startIsolate + short.replaceAll(/[\u2066-\u2069]/g, '') + endIsolate : short;
}
