import type { ClaimFinding } from '../../domain/diagnoseClaim.ts';
import type { Tone } from './verdictOf.ts';

/** A finding as it is shown: what it is, and how to mend it at the IdP. */
export interface FindingWords {
  readonly tone: Exclude<Tone, 'success'>;
  readonly text: string;
  readonly mend: string;
}

/**
 * Words for a finding about the claim that a sync reads.
 *
 * @param field name of the claim
 * @param provider the IdP, if it was recognised
 */
export function findingWords(finding: ClaimFinding, field: string, provider: string | undefined): FindingWords {
  switch (finding.code) {
    case 'missing-key':
      return {
        tone: 'info',
        text: missingText(finding.near, finding.inside, field),
        mend: 'At the IdP, add the scope or the mapper that puts it into the ID token or userinfo.',
      };
    case 'entra-overage':
      return {
        tone: 'warning',
        text: 'Entra ID leaves the groups out for people with more than 200.',
        mend: 'Let it emit only groups assigned to the application, or use app roles.',
      };
    case 'object-shape':
      return { tone: 'warning', text: `“${field}” is an object, not a list of texts.`, mend: flattenAdvice(provider) };
    case 'bool-or-number':
      return {
        tone: 'warning',
        text: `“${field}” is neither a text nor a list of texts.`,
        mend: 'Choose another claim.',
      };
    case 'non-string-element':
      return {
        tone: 'warning',
        text: `Element ${finding.index + 1} of “${field}” is of type ${finding.type}. One such element spoils the whole list.`,
        mend: 'Let the IdP emit names only.',
      };
    case 'csv-string':
      return {
        tone: 'warning',
        text: `“${field}” is one text with a comma in it, which the server takes for a list gone wrong.`,
        mend: 'Let the IdP send an array.',
      };
    case 'single-dn':
      return {
        tone: 'warning',
        text: `“${field}” is one distinguished name. Its commas make it unreadable.`,
        mend: 'It hits only people in exactly one group. Let the IdP always send an array, or send plain names.',
      };
    case 'other-delimiter':
      return {
        tone: 'info',
        text: `“${field}” is one text with “${finding.delimiter}” in it, and taken as one value.`,
        mend:
          provider === 'OneLogin'
            ? 'In OneLogin, use the transform “semicolon delimited input (multi-value output)”.'
            : 'Let the IdP send an array.',
      };
    case 'leading-slash':
      return {
        tone: 'info',
        text: 'Values are paths that start with a slash.',
        mend: 'In Keycloak, turn off “Full group path” in the mapper, or map the whole path.',
      };
    case 'keycloak-roles-as-groups':
      return {
        tone: 'info',
        text: 'These look like Keycloak’s realm roles.',
        mend: 'For groups, use a mapper of the type “Group Membership”.',
      };
    case 'guid-values':
      return {
        tone: 'info',
        text: 'All values are ids: no group has such a name, and auto create would make groups named by ids.',
        mend: 'Map each id in a row, or let the IdP emit names or app roles.',
      };
    case 'source-conflict':
      return {
        tone: 'info',
        text: `ID token and userinfo differ in “${field}”. Userinfo wins.`,
        mend: 'Align them at the IdP, or let the server ignore userinfo.',
      };
    case 'only-in-userinfo':
      return {
        tone: 'info',
        text: `“${field}” is only in userinfo.`,
        mend: 'It is gone if the server is set to ignore userinfo.',
      };
    case 'only-in-access-token':
      return {
        tone: 'warning',
        text: 'This is an access token. Coder reads the ID token and userinfo.',
        mend: 'What is only here has no effect, unless the server is set to read access tokens.',
      };
    case 'email-not-verified':
      return {
        tone: 'warning',
        text: 'The email address isn’t verified: the login is refused before any sync, unless a server flag ignores that.',
        mend: 'Verify it at the IdP.',
      };
  }
}

function missingText(near: readonly string[], inside: readonly string[], field: string): string {
  const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');
  if (inside.length > 0) return `It hides in ${quoted(inside)}, but only names at the top level are read.`;
  if (near.length > 0) return `Names are matched exactly. These are in here: ${quoted(near)}.`;
  return `Nothing in here looks like “${field}”.`;
}

function flattenAdvice(provider: string | undefined): string {
  if (provider === 'Keycloak') return 'In Keycloak, add a mapper that puts the names into a claim at the top level.';
  if (provider === 'Zitadel') return 'In Zitadel, add an action that flattens it to a list of names.';
  return 'Let the IdP flatten it to a list of names.';
}
