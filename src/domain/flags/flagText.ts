import { fail, ok, type Result } from '../result.ts';
import type { FlagType, FlagValue } from './oidcFlags.ts';

/** Writes a value as an environment variable or a flag holds it: lists as a line of CSV, maps as JSON. */
export function flagText(value: FlagValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isMap(value)) return JSON.stringify(Object.fromEntries(value));
  return value.map((item) => (/[",\r\n]|^\s|\s$/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join(',');
}

/** Whether a value says nothing. */
export function isEmptyValue(value: FlagValue): boolean {
  if (typeof value === 'boolean') return !value;
  return isMap(value) ? value.size === 0 : value.length === 0;
}

export function isMap(value: FlagValue): value is ReadonlyMap<string, string> | ReadonlyMap<string, readonly string[]> {
  return value instanceof Map;
}

/** Reads the text of an environment variable or a flag, as the server does at its start. */
export function parseFlag(type: FlagType, text: string): Result<FlagValue, string> {
  switch (type) {
    case 'text':
      return ok(text);
    case 'switch':
      return parseSwitch(text);
    case 'list':
      return ok(parseList(text));
    case 'map':
    case 'lists':
      return parseMap(type, text);
  }
}

function parseSwitch(text: string): Result<boolean, string> {
  // Go's strconv.ParseBool.
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return ok(true);
  if (/^(0|f|F|FALSE|false|False|)$/.test(text)) return ok(false);
  return fail(`“${text}” is neither true nor false.`);
}

/** One line of CSV, as Go's `encoding/csv` reads it. */
function parseList(text: string): readonly string[] {
  if (text === '') return [];
  return [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

function parseMap(type: 'map' | 'lists', text: string): Result<FlagValue, string> {
  if (text.trim() === '') return ok(new Map<string, string>());
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return fail('This is no JSON object, such as {"idp-name": "coder-name"}.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return fail('This has to be a JSON object.');
  const entries: [string, unknown][] = Object.entries(parsed);
  const bad = entries.find(([, value]) => (type === 'map' ? typeof value !== 'string' : !isTexts(value)));
  if (bad) return fail(`The value of “${bad[0]}” has to be ${type === 'map' ? 'a text' : 'a list of texts'}.`);
  return type === 'map'
    ? ok(new Map(entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []))))
    : ok(new Map(entries.flatMap(([key, value]) => (isTexts(value) ? [[key, value] as const] : []))));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
