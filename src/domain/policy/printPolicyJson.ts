import type { SyncKind, SyncSettings } from '../settings.ts';
import { compareAsGo, quoteAsGo } from './goText.ts';
import { reindentJson } from './reindentJson.ts';

/** Rows in the order in which the server writes them. */
export function sortedRows(mapping: SyncSettings['mapping']): readonly (readonly [string, readonly string[]])[] {
  return [...mapping].sort(([a], [b]) => compareAsGo(a, b));
}

/**
 * Writes settings as `coder organizations settings show` does: tabs, keys sorted by their bytes, `<`, `>` and `&`
 * escaped. The result ends with a line break.
 *
 * @param withLegacy whether legacy name mappings are written, as `show` does. `set` refuses a file that has them.
 */
export function printPolicyJson(kind: SyncKind, settings: SyncSettings, withLegacy = true): string {
  return `${reindentJson(compactPolicyJson(kind, settings, withLegacy))}\n`;
}

/** Writes settings as the server's GET does: on one line. */
function compactPolicyJson(kind: SyncKind, settings: SyncSettings, withLegacy: boolean): string {
  const { field, mapping, regexFilter, autoCreateMissing, assignDefault, legacyNameMapping } = settings;
  const rows = sortedRows(mapping).map(([value, targets]) => {
    return `${quoteAsGo(value)}:[${targets.map(quoteAsGo).join(',')}]`;
  });
  const fields = [`"field":${quoteAsGo(field)}`, `"mapping":{${rows.join(',')}}`];
  if (kind === 'group') {
    fields.push(`"regex_filter":${regexFilter === null ? 'null' : quoteAsGo(regexFilter)}`);
    fields.push(`"auto_create_missing_groups":${autoCreateMissing}`);
    if (withLegacy && legacyNameMapping.size > 0) {
      const names = [...legacyNameMapping].sort(([a], [b]) => compareAsGo(a, b));
      const pairs = names.map(([value, name]) => `${quoteAsGo(value)}:${quoteAsGo(name)}`);
      fields.push(`"legacy_group_name_mapping":{${pairs.join(',')}}`);
    }
  }
  if (kind === 'organization') fields.push(`"organization_assign_default":${assignDefault}`);
  return `{${fields.join(',')}}`;
}
