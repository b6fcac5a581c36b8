const surrogate = /[\ud800-\udfff]/;
const escapedByGo = /[<>&\u2028\u2029]/g;

/** Writes a text as Go's `encoding/json` does, which also escapes `<`, `>` and `&`. */
export function quoteAsGo(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    escapedByGo,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Compares as Go sorts the keys of a map: by UTF-8 bytes, which is by code points. */
export function compareAsGo(a: string, b: string): number {
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  const left = Array.from(a, (char) => char.codePointAt(0) ?? 0);
  const right = Array.from(b, (char) => char.codePointAt(0) ?? 0);
  for (const [index, point] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (point !== other) return point - other;
  }
  return left.length - right.length;
}
