import type { Claims } from '../../../domain/claims.ts';

/** Stands in place of what was blanked. */
export const blank = '•••';

/** What tells who a person is. */
export interface Identity {
  /** E-mail and subject: blanked wherever they occur, also within a word. */
  readonly ids: readonly string[];
  /** Names: blanked wherever they occur, those of one or two letters only as a word. */
  readonly names: readonly string[];
}

const idKeys = new Set(['sub', 'subject', 'oid', 'objectid', 'objectidentifier', 'nameid', 'nameidentifier', 'upn', 'userprincipalname', 'uid', 'userid', 'puid', 'sid', 'jti', 'altsecid', 'employeeid', 'employeenumber', 'ipaddr']); // biome-ignore format: a list
const nameKeys = new Set(['name', 'names', 'username', 'preferredusername', 'uniquename', 'login', 'nickname', 'displayname', 'fullname', 'givenname', 'familyname', 'firstname', 'lastname', 'middlename', 'surname', 'samaccountname', 'onpremisessamaccountname', 'phone', 'phonenumber', 'mobile', 'picture', 'profile', 'website', 'avatar', 'address', 'birthdate']); // biome-ignore format: a list

/** The part of a claim's name that says what it is: without a namespace, without signs between words. */
function plainKey(key: string): string {
  return (key.split(/[/#:]/).at(-1) ?? '').toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function sortOf(key: string): keyof Identity | undefined {
  const plain = plainKey(key);
  if (plain.includes('mail') || idKeys.has(plain)) return 'ids';
  return nameKeys.has(plain) ? 'names' : undefined;
}

/** Finds what tells who a person is, however deep in their claims. */
export function identityOf(sources: Iterable<Claims>, person: { readonly [name: string]: unknown } = {}): Identity {
  const found = { ids: new Set<string>(), names: new Set<string>() };
  const collect = (value: unknown, sort: keyof Identity | undefined) => {
    if (Array.isArray(value)) for (const element of value) collect(element, sort);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) collect(inner, sortOf(key) ?? sort);
    } else if (sort && (typeof value === 'string' || typeof value === 'number')) add(found, String(value).trim(), sort);
  };
  for (const claims of sources) for (const [key, value] of claims) collect(value, sortOf(key));
  for (const [key, value] of Object.entries(person)) collect(value, sortOf(key));
  return { ids: [...found.ids], names: [...found.names] };
}

/** How much of a long text other code leaves of it, at least. */
const keptOfLong = 150;
/** More than that stands nowhere, and a longer pattern would be refused. */
const longest = 2000;

function add(
  found: { readonly ids: Set<string>; readonly names: Set<string> },
  text: string,
  sort: keyof Identity,
): void {
  if (text === '') return;
  found[sort].add(text.slice(0, longest).toWellFormed());
  if (text.length > keptOfLong) found[sort].add(text.slice(0, keptOfLong).toWellFormed());
  const local = /^([^@\s]{3,})@[^@\s]+$/.exec(text)?.[1];
  if (local === undefined) return;
  found.names.add(local);
  found.ids.add(encodeURIComponent(text.toWellFormed()));
}

/** Blanks what tells who a person is, whatever its case. */
export function blankIdentity(text: string, { ids, names }: Identity): string {
  const patterns = [
    ...ids.map((id) => [id, quoted(id)] as const),
    ...names.map((name) => [name, namePattern(name)] as const),
  ]
    .sort(([a], [b]) => b.length - a.length)
    .map(([, pattern]) => pattern);
  return patterns.reduce((left, pattern) => left.replaceAll(new RegExp(pattern, 'giu'), blank), text);
}

function namePattern(name: string): string {
  return name.length > 2 ? quoted(name) : `(?<![\\p{L}\\p{N}])${quoted(name)}(?![\\p{L}\\p{N}])`;
}

function quoted(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
