/** What the regex worker is sent. */
export interface FilterRequest {
  readonly pattern: string;
  readonly values: readonly string[];
}

/** What the regex worker says once it has loaded. */
export const workerReady = 'ready';
