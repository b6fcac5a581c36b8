export const sessionCookie = 'coder_session_token';
export const sessionHeader = 'Coder-Session-Token';

/** One cookie of a request, as it stands there. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=').replace(/^"(.*)"$/, '$1');
  }
  return undefined;
}

/**
 * The first token that isn't empty: a stale cookie beats a valid header.
 *
 * Mirrors `coderd/httpmw/apikey.go` APITokenFromRequest.
 */
export function sessionTokenOf(request: Request): string {
  const query = new URL(request.url).searchParams;
  return (
    cookieOf(request, sessionCookie) ||
    query.get(sessionCookie) ||
    request.headers.get(sessionHeader) ||
    bearerOf(request) ||
    query.get('access_token') ||
    ''
  );
}

export function bearerOf(request: Request): string {
  const authorization = request.headers.get('Authorization') ?? '';
  return /^bearer /i.test(authorization) ? authorization.slice('Bearer '.length).trim() : '';
}
