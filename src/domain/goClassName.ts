/** Long names of the general categories, without spaces and underscores. */
const categories: ReadonlyMap<string, string> = new Map([
  ['Casedletter', 'LC'],
  ['Closepunctuation', 'Pe'],
  ['Cntrl', 'Cc'],
  ['Combiningmark', 'M'],
  ['Connectorpunctuation', 'Pc'],
  ['Control', 'Cc'],
  ['Currencysymbol', 'Sc'],
  ['Dashpunctuation', 'Pd'],
  ['Decimalnumber', 'Nd'],
  ['Digit', 'Nd'],
  ['Enclosingmark', 'Me'],
  ['Finalpunctuation', 'Pf'],
  ['Format', 'Cf'],
  ['Initialpunctuation', 'Pi'],
  ['Letter', 'L'],
  ['Letternumber', 'Nl'],
  ['Lineseparator', 'Zl'],
  ['Lowercaseletter', 'Ll'],
  ['Mark', 'M'],
  ['Mathsymbol', 'Sm'],
  ['Modifierletter', 'Lm'],
  ['Modifiersymbol', 'Sk'],
  ['Nonspacingmark', 'Mn'],
  ['Number', 'N'],
  ['Openpunctuation', 'Ps'],
  ['Other', 'C'],
  ['Otherletter', 'Lo'],
  ['Othernumber', 'No'],
  ['Otherpunctuation', 'Po'],
  ['Othersymbol', 'So'],
  ['Paragraphseparator', 'Zp'],
  ['Privateuse', 'Co'],
  ['Punct', 'P'],
  ['Punctuation', 'P'],
  ['Separator', 'Z'],
  ['Spaceseparator', 'Zs'],
  ['Spacingmark', 'Mc'],
  ['Surrogate', 'Cs'],
  ['Symbol', 'S'],
  ['Titlecaseletter', 'Lt'],
  ['Unassigned', 'Cn'],
  ['Uppercaseletter', 'Lu'],
]);

/** What the library knows and Go 1.26 doesn't: properties other than categories, scripts after Unicode 15. */
const unknownToGo: ReadonlySet<string> = new Set([
  'Alphabetic',
  'Dash',
  'Emoji',
  'Garay',
  'Lowercase',
  'Math',
  'Sidetic',
  'Sunuwar',
  'Todhri',
  'Unknown',
  'Uppercase',
]);

/**
 * Finds the Unicode class that Go means by a name in `\p{…}`: case, spaces, `_` and `-` don't count, and categories
 * have long names too. A script with `_` in its name, such as `Old_Italic`, isn't found that way: Go refuses it.
 *
 * Mirrors `regexp/syntax` canonicalName and unicodeTable.
 *
 * @returns the name in the library, or '' for what Go doesn't know; other unknown names stay unknown to the library
 */
export function goClassName(name: string): string {
  const canonical = name
    .replace(/[-_ ]/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return unknownToGo.has(canonical) ? '' : (categories.get(canonical) ?? canonical);
}
