const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

/**
 * Puts JSON on lines of its own, with a tab per level, and leaves every token and their order as they are. So does
 * `coder organizations settings show` (Go's `json.MarshalIndent`), where parsing and printing anew would move keys that
 * look like numbers.
 *
 * @param text valid JSON
 * @param level how deep it starts
 */
export function reindentJson(text: string, level = 0): string {
  let depth = level;
  let out = '';
  let last = '';
  for (const [part] of text.matchAll(token)) {
    const isClose = part === '}' || part === ']';
    const isEmpty = isClose && (last === '{' || last === '[');
    if (isClose) depth -= 1;
    const startsLine = isClose ? !isEmpty : last === '{' || last === '[' || last === ',';
    if (startsLine) out += `\n${'\t'.repeat(depth)}`;
    out += part === ':' ? ': ' : part;
    if (part === '{' || part === '[') depth += 1;
    last = part;
  }
  return out;
}
