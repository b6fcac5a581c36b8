import { fail, ok, type Result } from '../result.ts';
import type { PolicyProblem, TextPlace } from './PolicyDocument.ts';

/** Thrown inside of a reader of settings, at the place that can't be read. */
export class Misread extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Runs a reader, and gives what it misread as a problem with its place.
 *
 * @param placeAt where an offset of the text is
 */
export function orMisread<T>(placeAt: (offset: number) => TextPlace, read: () => T): Result<T, PolicyProblem> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof Misread) return fail({ message: error.message, ...placeAt(error.offset) });
    throw error;
  }
}
