const storageKey = 'coder-idp-sync.session-token';
/** `coderd/apikey.go`: 10 characters of id, 22 of secret. */
const tokenForm = /^[A-Za-z0-9]{10}-[A-Za-z0-9]{22}$/;

/** Whether a text has the form of a session token. */
export function isSessionToken(text: string): boolean {
  return tokenForm.test(text);
}

/**
 * The session token in the session storage of this tab: it outlives a reload, and ends with the tab.
 * Where the browser allows no storage there is none.
 */
export const storedToken = {
  /** Anything that isn't a token is as good as nothing, and goes. */
  read(): string | undefined {
    const text = quietly(() => sessionStorage.getItem(storageKey)) ?? undefined;
    if (text === undefined || isSessionToken(text)) return text;
    storedToken.remove();
    return undefined;
  },
  write(token: string): void {
    quietly(() => sessionStorage.setItem(storageKey, token));
  },
  remove(): void {
    quietly(() => sessionStorage.removeItem(storageKey));
  },
};

function quietly<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
