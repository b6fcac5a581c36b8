const surrogate = /[\ud800-\udfff]/;
const escaped = /[<>&\u2028\u2029]/g;

/**
 * Writes a value as Go's `encoding/json` does: Maps as Go maps, with their keys sorted by UTF-8 bytes; objects as
 * structs, in the order given and without undefined fields; `<`, `>`, `&` escaped.
 */
export function goJson(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`;
  if (value instanceof Map) {
    return `{${sortedEntries(value)
      .map(([key, child]) => `${quote(key)}:${goJson(child)}`)
      .join(',')}}`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, child]) => child !== undefined);
    return `{${fields.map(([key, child]) => `${quote(key)}:${goJson(child)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

function quote(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    escaped,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sortedEntries(map: ReadonlyMap<unknown, unknown>): [string, unknown][] {
  const entries: [string, unknown][] = [];
  for (const [key, child] of map) entries.push([String(key), child]);
  return entries.sort(([a], [b]) => compareUtf8(a, b));
}

/** Order of the UTF-8 bytes, which is the order of the code points. */
function compareUtf8(a: string, b: string): number {
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

/** JSON as it came, with its objects as Maps: what Go holds as `map[string]any` and writes with sorted keys. */
export function freeJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(freeJson);
  if (value instanceof Map) return new Map(Array.from(value, ([key, child]) => [key, freeJson(child)]));
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, child]) => [key, freeJson(child)]));
  }
  return value;
}
