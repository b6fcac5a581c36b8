/**
 * Whether the proxy in front of the deployment adds the session token itself (`CODER_SESSION_TOKEN`, docs/hosting.md): then one is
 * signed in from the start, and there is no token here.
 */
export function heldByProxy(): boolean {
  return document.querySelector('meta[name="session"][content="proxy"]') !== null;
}
