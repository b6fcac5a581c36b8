import type { ClaimFinding } from '../../domain/diagnoseClaim.ts';
import type { IdentityProvider } from '../../domain/identityProvider.ts';
import type { SyncKind } from '../../domain/settings.ts';
import { shownName } from '../../domain/shownName.ts';
import { providerAdvice } from './providerAdvice.ts';
import type { Tone } from './verdictOf.ts';

/** A finding as it is shown. */
export interface FindingWords {
  readonly tone: Exclude<Tone, 'success'>;
  readonly seen: string;
  /** What the server will do with it. */
  readonly server: string;
  readonly who: string;
  readonly mend: string;
}

interface FindingContext {
  readonly kind: SyncKind;
  /** Name of the claim. */
  readonly field: string;
  /** The identity provider, if it was recognised. */
  readonly provider: IdentityProvider | undefined;
}

const missing: Readonly<Record<SyncKind, string>> = {
  group: 'It reads that as “in no group”: the person leaves every group but Everyone.',
  role: 'It reads that as “has no role”: the person loses every role of the organization.',
  organization:
    'It reads that as “in no organization”: the person leaves all; the default one only if “Assign Default Organization” is off.',
};
const unreadable: Readonly<Record<SyncKind, string>> = {
  group: 'It skips group sync for this login. Groups stay as they are, and nobody is told.',
  role: 'It skips role sync for this login. Roles stay as they are, and nobody is told.',
  organization: 'It refuses the login with an error (500).',
};
const things: Readonly<Record<SyncKind, string>> = { group: 'group', role: 'role', organization: 'organization' };

const everybody = 'Everybody who signs in this way.';
const few = (names: readonly string[]): string =>
  names
    .slice(0, 3)
    .map((name) => `“${shownName(name)}”`)
    .join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');

/** Words for a finding: for somebody who has to mend it and doesn’t know OpenID Connect by heart. */
export function findingWords(finding: ClaimFinding, { kind, provider, ...context }: FindingContext): FindingWords {
  const field = shownName(context.field);
  const advice = provider && providerAdvice[provider];
  const send =
    advice?.send ??
    'Make the identity provider send it at login, in the ID token or in userinfo. Most need a scope or a mapper for that.';
  const list = advice?.list ?? 'Let the identity provider send a list of names.';
  const skips = unreadable[kind];
  const thing = things[kind];
  switch (finding.code) {
    case 'missing-key':
      return {
        tone: 'warning',
        seen: missingText(finding.near, finding.inside, field),
        server: missing[kind],
        who: everybody,
        mend: finding.near.length > 0 ? `Choose the right field in Coder. Or: ${send}` : send,
      };
    case 'entra-overage':
      return {
        tone: 'warning',
        seen: 'Entra ID has left the groups out and sends an address to ask instead, which Coder doesn’t do.',
        server: missing[kind],
        who: 'People in more than 200 groups. For others it works, so it is noticed late.',
        mend: 'In Entra ID, assign the groups that Coder needs to the application, and only then limit the claim to assigned groups. Or use app roles.',
      };
    case 'object-shape':
      return {
        tone: 'warning',
        seen: `“${field}” holds an object with names inside, not a list of names.`,
        server: skips,
        who: everybody,
        mend: list,
      };
    case 'bool-or-number':
      return {
        tone: 'warning',
        seen: `“${field}” is a number, or true or false: not a name and not a list of names.`,
        server: skips,
        who: everybody,
        mend: `Choose another field, or: ${list}`,
      };
    case 'no-values':
      return {
        tone: 'warning',
        seen: `Logins carried “${field}”, but no name could be read from it: it is an object, a number, or an empty list.`,
        server: `If it is empty: ${missing[kind]} If it is anything else: ${skips}`,
        who: 'Everybody whose last login the deployment remembers.',
        mend: list,
      };
    case 'non-string-element':
      return {
        tone: 'warning',
        seen: `Element ${finding.index + 1} of the list “${field}” is of type ${finding.type}, not a text. One such element spoils the whole list.`,
        server: skips,
        who: 'Everybody whose list holds such an element.',
        mend: `Let the identity provider send names only. ${list}`,
      };
    case 'csv-string':
      return {
        tone: 'warning',
        seen:
          finding.sample === undefined
            ? `“${field}” is one text with a comma in it, not a list.`
            : `The value “${shownName(finding.sample)}” has a comma. If it came as one text and not in a list, it can’t be read.`,
        server: `It takes it for a list gone wrong. ${skips}`,
        who: 'Everybody whose claim is one text with a comma.',
        mend: `Let the identity provider send an array. ${list}`,
      };
    case 'single-dn':
      return {
        tone: 'warning',
        seen: `“${finding.sample === undefined ? field : shownName(finding.sample)}” ${finding.sample === undefined ? 'holds' : 'is'} one long directory name (distinguished name) with commas in it.`,
        server: `It takes the commas for a list gone wrong. ${skips}`,
        who: 'Only people in exactly one group: two or more come as a list, which can be read.',
        mend: `Let the identity provider always send a list, or plain names. ${list}`,
      };
    case 'other-delimiter':
      return {
        tone: 'info',
        seen: `${finding.sample === undefined ? `“${field}”` : `“${shownName(finding.sample)}”`} is one text with “${finding.delimiter}” in it.`,
        server: 'It takes the whole text as one single name, which nothing matches.',
        who: 'Everybody in more than one.',
        mend: list,
      };
    case 'leading-slash':
      return {
        tone: 'info',
        seen: `Values are paths that start with a slash, like “${shownName(finding.sample)}”.`,
        server: 'It compares the whole path, slash included.',
        who: everybody,
        mend: 'Map the whole path in a row. Or switch off “Full group path” in Keycloak’s mapper: rows that hold paths then stop applying.',
      };
    case 'keycloak-roles-as-groups':
      return {
        tone: 'info',
        seen: `Values like “${shownName(finding.sample)}” are roles that Keycloak gives to everybody${kind === 'role' ? '' : `, not ${thing}s`}.`,
        server: `It treats them like any other value: a ${thing} of that name would be given.`,
        who: everybody,
        mend:
          kind === 'role'
            ? 'Nothing, unless Coder has a role of that name.'
            : 'In Keycloak, use a mapper of the type “Group Membership” for groups.',
      };
    case 'guid-values':
      return {
        tone: 'info',
        seen: 'All values are ids, not names.',
        server:
          kind === 'group'
            ? 'No group has such a name. With “Auto create missing groups” it makes groups that are named by ids.'
            : `No ${thing} has such a name, so only rows can give something.`,
        who: everybody,
        mend:
          provider === 'Microsoft Entra ID'
            ? 'Map each id in a row. Or let Entra ID send names (synced groups: sAMAccountName; cloud groups: display names) or app roles, and map those first: rows that hold ids then stop applying.'
            : 'Map each id in a row. Or let the identity provider send names, and map those first.',
      };
    case 'source-conflict':
      return {
        tone: 'info',
        seen: `The login brought “${field}” twice, and not alike: in the ID token, and in userinfo, which the server asks for after it.`,
        server: 'It takes the one of userinfo, also if that is empty, unless it is set to ignore userinfo.',
        who: 'Everybody whose two sources disagree.',
        mend: 'Let the identity provider send the same in both. CODER_OIDC_IGNORE_USERINFO=true works too, but drops every claim that only userinfo has.',
      };
    case 'only-in-userinfo':
      return {
        tone: 'info',
        seen: `“${field}” is not in the ID token, only in userinfo, which the server asks for after it.`,
        server: 'It reads it, as long as it isn’t set to ignore userinfo.',
        who: everybody,
        mend: `To be safe, put it into the ID token. ${send}`,
      };
    case 'only-in-access-token':
      return {
        tone: 'warning',
        seen: `“${field}” is in the access token, which is made for other services.`,
        server: 'It reads the ID token and userinfo. What is only in an access token counts as missing.',
        who: everybody,
        mend: `Move it to the ID token. ${send}`,
      };
    case 'case-or-space':
      return {
        tone: 'warning',
        seen: `“${shownName(finding.value)}” is nearly “${shownName(finding.near)}”, but for capitals, spaces or slashes${finding.count > 1 ? ` (and ${finding.count - 1} more like it)` : ''}.`,
        server: 'It compares exactly, so the two don’t match.',
        who: 'Everybody with this value.',
        mend: `Write the row exactly like the value, or rename it at ${provider ?? 'the identity provider'}.`,
      };
    case 'role-fallthrough':
      return {
        tone: 'warning',
        seen: `${few(finding.values)} ${finding.values.length === 1 ? 'has' : 'have'} no row, but there is a role of that name.`,
        server: 'It gives that role all the same, without any row.',
        who: 'Everybody with such a value. Whoever manages names at the identity provider can so give roles in Coder.',
        mend: 'Add a row: with the role to keep it, or without one to block it. Blocking takes it from those who have it this way.',
      };
    case 'regex-kills-row':
      return {
        tone: 'warning',
        seen: `There is a row for ${few(finding.rows)}, but the regex filter stops the value.`,
        server: 'It filters before it looks at rows: such a row never applies.',
        who: 'Everybody with such a value.',
        mend: 'Loosen the regex filter, or delete the row.',
      };
    case 'unknown-target':
      return {
        tone: 'warning',
        seen: `The row ${few(finding.rows)} names a ${thing} that doesn’t exist (any more).`,
        server: 'It ignores that without a word.',
        who: 'Everybody with such a value.',
        mend: `Choose another ${thing} in the row.`,
      };
    case 'foreign-target':
      return {
        tone: 'warning',
        seen: `The row ${few(finding.rows)} names a group of another organization.`,
        server: 'It puts the person into that group there, though they may not be a member.',
        who: 'Everybody with such a value.',
        mend: 'Choose a group of this organization.',
      };
    case 'unmapped-values':
      return {
        tone: 'info',
        seen: `${finding.count.toLocaleString('en')} of ${finding.of.toLocaleString('en')} seen values have no row and no ${thing} of their name, like “${shownName(finding.sample)}”.`,
        server:
          kind === 'group' ? 'It ignores them, or makes groups of them if auto create is on.' : 'It ignores them.',
        who: `People who have only such values: nothing gives them a ${thing}, and they lose what they have.`,
        mend: 'Add rows for those that should give something.',
      };
    case 'email-not-verified':
      return {
        tone: 'warning',
        seen: 'The email address isn’t verified (email_verified is false).',
        server: 'It refuses the login before any sync, unless CODER_OIDC_IGNORE_EMAIL_VERIFIED is set.',
        who: 'Everybody whose address isn’t verified.',
        mend: `Verify the address at ${provider ?? 'the identity provider'}. The flag would let in every unverified address.`,
      };
  }
}

function missingText(near: readonly string[], inside: readonly string[], field: string): string {
  const none = `The login carries nothing named “${field}”.`;
  if (inside.length > 0) return `${none} It hides inside ${few(inside)}, but only names at the top level are read.`;
  if (near.length > 0) return `${none} Names are matched exactly; these are there: ${few(near)}.`;
  return none;
}
