const namePattern = /^[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*$/;
const reservedByRoutes: readonly string[] = ['new', 'create'];
const displayNameLimit = 64;

/** How long a name of a group, and of a custom role or an organization, may be. */
export const groupNameLimit = 255;
export const roleNameLimit = 32;

/** Why the server would refuse a name. Codes are stable. */
export type NameProblem = 'empty' | 'too-long' | 'characters' | 'reserved';

/**
 * Finds what the server would refuse about a name that somebody gives. Groups that sync creates aren't held to it.
 *
 * Mirrors `codersdk/name.go` NameValid and GroupNameValid.
 *
 * @param limit {@link groupNameLimit} or {@link roleNameLimit}
 * @param reserved names that are taken by what is built in, compared exactly as the server does
 */
export function findNameProblem(name: string, limit: number, reserved: Iterable<string> = []): NameProblem | undefined {
  if (name === '') return 'empty';
  if (name.length > limit) return 'too-long';
  if (!namePattern.test(name)) return 'characters';
  return [...reservedByRoutes, ...reserved].includes(name) ? 'reserved' : undefined;
}

/** Finds what the server would refuse about a display name. Mirrors `codersdk/name.go` DisplayNameValid. */
export function findDisplayNameProblem(name: string): 'too-long' | 'edges' | undefined {
  if ([...name].length > displayNameLimit) return 'too-long';
  return name.trim() === name ? undefined : 'edges';
}
