/** Where the simulator keeps its state over a restart. */
export interface StateStorage {
  /** The text of the last snapshot, undefined without one. */
  readonly read: () => string | undefined;
  /** Saves soon; of several calls the last one counts. */
  readonly save: (snapshot: () => string) => void;
  /** Keeps a snapshot that can't be used under another name, and tells people. */
  readonly setAside: (reason: string) => void;
}
