import fc from 'fast-check';
import { emptySettings, type SyncKind, type SyncSettings } from '../settings.ts';

/** What trips over separators, quotes, templates, comments, prototypes and plain objects. */
const nasty = fc.constantFrom(
  '',
  ' ',
  'a,b',
  'a;b',
  'a\tb',
  'a\nb',
  'a\r\nb',
  '"',
  '""',
  "'",
  '\\',
  '\\n',
  '$\u007ba}',
  '$$\u007ba}',
  '$$$\u007b',
  '%{if}',
  '$',
  '#x',
  '//x',
  '/*x*/',
  'JSON',
  '__proto__',
  'constructor',
  '10',
  '9',
  'value',
  'target',
  '<b>&',
  '\u2028',
  '\ufeff',
  '\u0000',
  'ünïcödé 🚀',
  '=1+1',
);
const text = fc.oneof(
  nasty,
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.tuple(nasty, nasty).map((two) => two.join('')),
);
const rowsOf = (target: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(fc.tuple(text, fc.uniqueArray(target, { maxLength: 4 })), {
      selector: ([value]) => value,
      maxLength: 12,
    })
    .map((rows) => new Map(rows));

/** Settings of one kind, as a server can hold them. */
export function policySettings(kind: SyncKind): fc.Arbitrary<SyncSettings> {
  return fc.record({
    field: text,
    mapping: rowsOf(kind === 'role' ? text : fc.uuid()),
    regexFilter: kind === 'group' ? fc.oneof(fc.constant(null), fc.constant(''), text) : fc.constant(null),
    autoCreateMissing: kind === 'group' ? fc.boolean() : fc.constant(false),
    assignDefault: kind === 'organization' ? fc.boolean() : fc.constant(false),
    legacyNameMapping: fc.constant(emptySettings.legacyNameMapping),
  });
}
