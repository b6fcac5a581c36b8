import type { Result } from './result.ts';

/** Says whether a claim value passes the regex filter of a group sync. */
export type ValueFilter = (value: string) => boolean;

/** Compiles the source text of a filter, or says why the server would refuse it. */
export type CompileFilter = (pattern: string) => Result<ValueFilter, string>;

/** The filter of settings without one. */
export const everyValue: ValueFilter = () => true;
