import type { Target } from './settings.ts';

/**
 * What became of one claim value. Stable: they are shown, stored and compared.
 *
 * - `mapped`: a row names this value, its targets apply and nothing else
 * - `mapped-to-nothing`: the row has no targets; the value is swallowed
 * - `filtered-out`: stopped by the regex filter (groups)
 * - `matched-by-name`: no row, but a group of this name (groups)
 * - `created`: no row and no group, so one is created (groups)
 * - `passed-through`: no row, so the value itself was taken as a role name (roles)
 * - `unmapped`: no row, and nothing of this name: the value ends here
 */
export type TraceReason =
  | 'mapped'
  | 'mapped-to-nothing'
  | 'filtered-out'
  | 'matched-by-name'
  | 'created'
  | 'passed-through'
  | 'unmapped';

/**
 * What became of one target of a value.
 *
 * - `given`: the person gets it (or keeps it)
 * - `created`: a group that doesn't exist yet and is made for it
 * - `foreign`: a group of another organization; the server accepts it
 * - `implied`: a role that every member has anyway
 * - `unknown`: names nothing that exists, ignored
 * - `deleted`: an organization that was deleted, ignored
 * - `refused`: a system role that sync may not give; the login fails
 */
export type TargetOutcome = 'given' | 'created' | 'foreign' | 'implied' | 'unknown' | 'deleted' | 'refused';

export interface TracedTarget {
  readonly target: Target;
  readonly outcome: TargetOutcome;
}

/** The way of one claim value through one sync. */
export interface ValueTrace {
  /** As it stands in the claim. */
  readonly value: string;
  /** The name that it has after the legacy name mapping of server flags, if that changed it. */
  readonly renamedTo?: string;
  readonly reason: TraceReason;
  /** Key of the mapping row that decided, if one did. */
  readonly row?: string;
  readonly targets: readonly TracedTarget[];
}
