type Listener = () => void;

let token: string | undefined;
const listeners = new Set<Listener>();

/**
 * The session token of the signed-in person. It lives here and, if the person wants it, in session storage
 * (`src/session`), and leaves only as a request header.
 */
export const sessionToken = {
  get: (): string | undefined => token,
  set(next: string | undefined): void {
    token = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
