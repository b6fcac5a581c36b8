import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const source = new URL('./nginx/security-headers.conf', import.meta.url);

/** The security headers that the hosted app is sent with, by name, as nginx reads them. */
export function securityHeaders(): ReadonlyMap<string, string> {
  const lines = readFileSync(source, 'utf8').matchAll(/^add_header (\S+) "([^"]*)" always;$/gm);
  return new Map(Array.from(lines, ([, name = '', value = '']) => [name, value]));
}

/**
 * Vite plugin: the preview server sends what hosting sends, so that whatever the policy forbids shows at once. The dev server
 * doesn't: hot reload needs inline scripts and styles.
 */
export function securityHeadersPlugin(): Plugin {
  return {
    name: 'security-headers',
    configurePreviewServer(server) {
      const headers = securityHeaders();
      server.middlewares.use((_request, response, next) => {
        for (const [name, value] of headers) response.setHeader(name, value);
        next();
      });
    },
  };
}
