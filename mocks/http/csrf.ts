import { bearerOf, cookieOf, sessionCookie, sessionHeader } from './sessionToken.ts';

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE'];
const exemptPaths = /^\/api\/v2\/(users\/first|csp\/reports|workspaceagents\/|scim\/)/;

/**
 * Mirrors `coderd/httpmw/csrf.go`: only a request that carries the session cookie can be forged by another site.
 *
 * @returns the text of the 400, or undefined if the request may go on
 */
export function csrfFailure(request: Request): string | undefined {
  const cookie = cookieOf(request, sessionCookie);
  if (cookie === undefined || safeMethods.includes(request.method)) return undefined;
  const url = new URL(request.url);
  if (exemptPaths.test(url.pathname)) return undefined;
  const header = request.headers.get(sessionHeader) ?? '';
  if (header === cookie || url.searchParams.get(sessionCookie) === cookie) return undefined;
  if (request.headers.has('Coder-Provisioner-Daemon-PSK') || request.headers.has('Coder-Provisioner-Daemon-Key')) {
    return undefined;
  }
  if (bearerOf(request) !== '') return undefined;
  if (isMaskedToken(request.headers.get('X-CSRF-TOKEN') ?? '', cookieOf(request, 'csrf_token') ?? '')) return undefined;
  if (header !== '') {
    return (
      `CSRF error encountered. Authentication via "${sessionCookie}" cookie and "${sessionHeader}" header detected, ` +
      'but the values do not match. To resolve this issue ensure the values used in both match, or only use one of ' +
      'the authentication methods. You can also try clearing your cookies if this error persists.'
    );
  }
  return 'Something is wrong with your CSRF token. Please refresh the page. If this error persists, try clearing your cookies.';
}

/** `github.com/justinas/nosurf`: the header holds a pad, then the cookie's 32 bytes under it. */
function isMaskedToken(header: string, cookie: string): boolean {
  const masked = bytesOf(header);
  const token = bytesOf(cookie);
  if (masked?.length !== 64 || token?.length !== 32) return false;
  return token.every((byte, index) => ((masked[index] ?? 0) ^ (masked[index + 32] ?? 0)) === byte);
}

function bytesOf(base64: string): number[] | undefined {
  try {
    return Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
