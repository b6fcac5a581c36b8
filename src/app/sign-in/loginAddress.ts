interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

const parameter = 'redirect';

/** Address of the sign-in page that leads back to where somebody wanted to go. */
export function loginAddress({ pathname, search, hash }: Place): string {
  const wanted = `${pathname}${search}${hash}`;
  return wanted === '/' ? '/login' : `/login?${new URLSearchParams({ [parameter]: wanted })}`;
}

/**
 * Where to go after signing in: a path of this site, whatever the address says.
 *
 * @param search query of the sign-in page
 */
export function wantedPath(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get(parameter) ?? '/';
  // The parser reads `//host`, `/\host` and tabs in between as another host, as browsers do.
  const url = wanted.startsWith('/') && URL.canParse(wanted, origin) ? new URL(wanted, origin) : undefined;
  if (url?.origin !== origin || url.pathname === '/login' || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
