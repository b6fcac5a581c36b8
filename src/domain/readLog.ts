import { parseJson } from './parseJson.ts';

/** What a line of the server's log tells about a login: names of claims, or the values of one. Never both. */
export type LogFinding =
  | { readonly type: 'names'; readonly names: readonly string[]; readonly blank: readonly string[] }
  | { readonly type: 'values'; readonly values: readonly string[] };

/**
 * Reads lines of the server's log, as text or as JSON: `got oidc claims` names the claims of one source each,
 * `groups returned in oidc claims` the values of the group claim. Lines of text separate by spaces, so a value with a
 * space in it comes apart.
 *
 * @returns undefined if there is no such line, or one without its list
 */
export function readLog(text: string): LogFinding | undefined {
  if (!/got oidc claims|groups returned in oidc claims|\bclaim_fields\b/.test(text)) return undefined;
  const names = new Set<string>();
  const blank = new Set<string>();
  const values: string[] = [];
  let hasValues = false;
  for (const line of text.split(/\r?\n/).slice(0, 500)) {
    const lists = listsOf(line);
    const fields = lists('claim_fields');
    for (const name of fields ?? []) names.add(name);
    if (fields) for (const name of lists('blank') ?? []) blank.add(name);
    const groups = /groups returned in oidc claims/.test(line) ? lists('groups') : undefined;
    if (groups) {
      hasValues = true;
      values.push(...groups);
    }
  }
  if (hasValues) return { type: 'values', values };
  return names.size > 0 ? { type: 'names', names: [...names], blank: [...blank] } : undefined;
}

/** Looks lists up by name in one line. */
function listsOf(line: string): (name: string) => readonly string[] | undefined {
  const start = line.indexOf('{');
  const json = start === -1 ? undefined : parseJson(line.slice(start, line.lastIndexOf('}') + 1));
  if (json?.ok && typeof json.value.value === 'object' && json.value.value !== null) {
    const outer = new Map<string, unknown>(Object.entries(json.value.value));
    const held = outer.get('fields');
    const fields = new Map<string, unknown>([
      ...outer,
      ...(typeof held === 'object' && held !== null ? Object.entries(held) : []),
    ]);
    return (name) => textsOf(fields.get(name));
  }
  return (name) => {
    // Not a pattern with the name in it: names are ours, but a line is long and is looked at often.
    const at = line.search(
      name === 'groups' ? /(?:^|\s)groups=/ : name === 'blank' ? /(?:^|\s)blank=/ : /claim_fields=/,
    );
    if (at === -1) return undefined;
    const list = /=\s*"?\[([^\]]*)\]/.exec(line.slice(at));
    return list ? words(list[1] ?? '') : undefined;
  };
}

function textsOf(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return words(value.replace(/^\[|\]$/g, ''));
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

function words(text: string): readonly string[] {
  return text
    .replaceAll(/\\?["',]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}
