import { createPlaces } from '../policy/PolicyDocument.ts';
import { parseFlag } from './flagText.ts';
import { type FlagValue, findFlag } from './oidcFlags.ts';

/** Server flags as they were found in a text. */
export interface ReadFlags {
  /** By environment variable, without `CODER_OIDC_`. The last one of two counts. */
  readonly values: ReadonlyMap<string, FlagValue>;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

const names = /CODER_OIDC_[A-Z0-9_]+|--oidc-[a-z0-9-]+/g;

/**
 * Finds server flags for OIDC in what people paste: lines of an environment file, a `coder server` command, the `env` of
 * a container or of Helm values. Everything else is left out.
 */
export function readFlags(text: string): ReadFlags {
  const placeAt = createPlaces(text);
  const values = new Map<string, FlagValue>();
  const problems: { line: number; message: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(names)) {
    if (match.index < from || isComment(text, match.index)) continue;
    const { line } = placeAt(match.index);
    const found = readValue(text, match[0], match.index + match[0].length);
    if (!found) continue;
    from = found.end;
    const flag = findFlag(match[0]);
    if (!flag) {
      problems.push({ line, message: `${match[0]} is no flag that is known here, and was left out.` });
      continue;
    }
    const value = parseFlag(flag.type, found.text);
    if (value.ok) values.set(flag.env, value.value);
    else problems.push({ line, message: `${match[0]}: ${value.error}` });
  }
  return { values, problems };
}

interface Found {
  readonly text: string;
  readonly end: number;
}

function isComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1;
  return /^\s*(#|\/\/)/.test(text.slice(start, at));
}

function readValue(text: string, name: string, at: number): Found | undefined {
  if (text[at] === '=') {
    const open = at - name.length - 1;
    if (text[open] !== '"' && text[open] !== "'") return readWord(text, at + 1);
    // The quotes are around name and value.
    const { text: whole, end } = readWord(text, open);
    return { text: whole.slice(name.length + 1), end };
  }
  if (name.startsWith('--')) {
    const gap = /[ \t]*(?:\\\r?\n)?[ \t]*/y;
    gap.lastIndex = at;
    gap.test(text);
    const next = text[gap.lastIndex];
    if (next === undefined || /[\r\n]/.test(next) || text.startsWith('--', gap.lastIndex))
      return { text: 'true', end: at };
    return readWord(text, gap.lastIndex);
  }
  const yaml = /["']?[ \t]*(?::|,?[ \t]*\r?\n[ \t]*value:|,[ \t]*value:)[ \t]*/y;
  yaml.lastIndex = at;
  return yaml.test(text) ? readScalar(text, yaml.lastIndex) : undefined;
}

/** A word of a shell, or of an environment file, in which JSON stands without quotes around it. */
function readWord(text: string, start: number): Found {
  if (text[start] === '{' || text[start] === '[') {
    const end = endOfLine(text, start);
    return {
      text: text
        .slice(start, end)
        .replace(/[ \t]*\\?\r?$/, '')
        .replace(/["'][ \t]*$/, (quote) => (isBalanced(text.slice(start, end)) ? quote : '')),
      end,
    };
  }
  let at = start;
  let out = '';
  while (at < text.length && !/\s/.test(text[at] ?? '')) {
    const char = text[at] ?? '';
    if (char === "'") {
      const close = text.indexOf("'", at + 1);
      const end = close === -1 ? text.length : close;
      out += text.slice(at + 1, end);
      at = end + 1;
    } else if (char === '"') {
      const { text: inner, end } = readDoubleQuoted(text, at);
      out += inner;
      at = end;
    } else if (char === '\\' && /[\r\n]/.test(text[at + 1] ?? '')) {
      break;
    } else {
      out += char === '\\' ? (text[at + 1] ?? '') : char;
      at += char === '\\' ? 2 : 1;
    }
  }
  return { text: out, end: at };
}

function isBalanced(text: string): boolean {
  return (text.match(/"/g) ?? []).length % 2 === 0;
}

/** As in a shell: a backslash escapes `"`, `\`, `$` and a backquote, and is itself elsewhere. */
function readDoubleQuoted(text: string, open: number): Found {
  let out = '';
  let at = open + 1;
  while (at < text.length && text[at] !== '"') {
    const isEscape = text[at] === '\\' && /["\\$`]/.test(text[at + 1] ?? '');
    out += isEscape ? text[at + 1] : text[at];
    at += isEscape ? 2 : 1;
  }
  return { text: out, end: at + 1 };
}

function readScalar(text: string, start: number): Found {
  const end = endOfLine(text, start);
  const first = text[start];
  if (first === '"') return readYamlDoubleQuoted(text, start);
  if (first === "'") {
    const quoted = /'((?:[^']|'')*)'/y;
    quoted.lastIndex = start;
    const match = quoted.exec(text);
    if (match) return { text: (match[1] ?? '').replaceAll("''", "'"), end: quoted.lastIndex };
  }
  if (/^[|>][+-]?[ \t]*\r?$/.test(text.slice(start, end))) return readBlock(text, start, end);
  return {
    text: text
      .slice(start, end)
      .replace(/[ \t]+#.*$/, '')
      .trim(),
    end,
  };
}

function readYamlDoubleQuoted(text: string, start: number): Found {
  const quoted = /"(?:[^"\\]|\\.)*"/sy;
  quoted.lastIndex = start;
  const match = quoted.exec(text);
  if (!match) return { text: text.slice(start + 1, endOfLine(text, start)), end: endOfLine(text, start) };
  try {
    const value: unknown = JSON.parse(match[0]);
    return { text: String(value), end: quoted.lastIndex };
  } catch {
    return { text: match[0].slice(1, -1), end: quoted.lastIndex };
  }
}

/** Lines that are indented deeper than the key. `>` joins them with spaces, `|` with line breaks. */
function readBlock(text: string, start: number, firstEnd: number): Found {
  const keyLine = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const indent = /^[ \t]*(?:- )?/.exec(keyLine)?.[0].length ?? 0;
  const inner: string[] = [];
  let at = firstEnd + 1;
  for (; at <= text.length; at = endOfLine(text, at) + 1) {
    const line = text.slice(at, endOfLine(text, at));
    if (line.trim() !== '' && (/^[ \t]*/.exec(line)?.[0].length ?? 0) <= indent) break;
    inner.push(line.trim());
  }
  return { text: inner.join(text[start] === '>' ? ' ' : '\n').trim(), end: at };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
