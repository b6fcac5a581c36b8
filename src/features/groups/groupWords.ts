import { ApiError, hasStatus } from '../../api/ApiError.ts';
import { findDisplayNameProblem, findNameProblem, groupNameLimit, type NameProblem } from '../../domain/names.ts';
import { errorWords } from '../../session/errorWords.ts';

const namePhrases: Readonly<Record<NameProblem, string>> = {
  empty: 'Enter a name.',
  'too-long': `At most ${groupNameLimit} characters.`,
  characters: 'Letters, digits and single hyphens between them, such as eng-platform.',
  reserved: 'Coder keeps this name for itself.',
};

/** Says what the server would refuse about a group's name; undefined if nothing. */
export function groupNameWords(name: string): string | undefined {
  const problem = findNameProblem(name, groupNameLimit, ['Everyone']);
  return problem && namePhrases[problem];
}

/** Says what the server would refuse about a group's display name. */
export function displayNameWords(name: string): string | undefined {
  const problem = findDisplayNameProblem(name);
  if (problem === undefined) return undefined;
  return problem === 'edges' ? 'No spaces at its ends.' : 'At most 64 characters.';
}

/** Says what is wrong with a quota. */
export function quotaWords(text: string): string | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? undefined : 'A whole number, 0 or more.';
}

/** What failed, and at which field of the form if it is about one. */
export interface SaveFailure {
  readonly field: 'name' | 'displayName' | 'quota' | undefined;
  readonly text: string;
}

const fields: Readonly<Record<string, NonNullable<SaveFailure['field']>>> = {
  name: 'name',
  display_name: 'displayName',
  quota_allowance: 'quota',
};

/** Words for a group that couldn't be created or changed. The server tells a missing permission by a 500. */
export function saveFailure(error: unknown, what: string): SaveFailure {
  if (hasStatus(error, 409)) return { field: 'name', text: error.message };
  if (error instanceof ApiError) {
    const [validation] = error.validations;
    const field = validation && fields[validation.field];
    if (field !== undefined) return { field, text: `The server refuses this: ${validation?.detail}` };
    if (error.status === 400 && /reserved/i.test(error.message)) return { field: 'name', text: error.message };
  }
  return { field: undefined, text: failureText(error, what) };
}

/** An error as one line of text. */
export function failureText(error: unknown, what: string): string {
  const { title, detail } = errorWords(error, what);
  return detail === undefined ? title : `${title}: ${detail}`;
}
