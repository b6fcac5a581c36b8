type Listener = () => void;

let token: string | undefined;
let rejected = false;
const listeners = new Set<Listener>();

function change(nextToken: string | undefined, nextRejected: boolean): void {
  token = nextToken;
  rejected = nextRejected;
  for (const listener of listeners) listener();
}

/**
 * The session token of the signed-in person. It lives here and, if the person wants it, in session storage
 * (`src/session`), and leaves only as a request header.
 */
export const sessionToken = {
  get: (): string | undefined => token,
  /** Whether the server refused the last token (expired, revoked), and no other was set since. */
  wasRejected: (): boolean => rejected,
  set(next: string | undefined): void {
    change(next, false);
  },
  /**
   * Drops a token that the server answered 401 to.
   *
   * @param sent the token of that request: a late answer to an old one says nothing about a newer one
   */
  reject(sent: string): void {
    if (sent === token) change(undefined, true);
  },
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
