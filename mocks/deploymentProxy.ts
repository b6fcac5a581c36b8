import type { ServerResponse } from 'node:http';
import type { ProxyOptions } from 'vite';

/**
 * The address of the Coder deployment to work with.
 * @param text value of CODER_URL
 * @returns its origin
 * @throws Error that says what is wrong with the address
 */
export function deploymentOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const expected = `CODER_URL must be the address of a Coder deployment, such as https://coder.example.com`;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw new Error(`${expected}; it is "${text}".`);
  if (url.username || url.password) throw new Error(`${expected}, without user name and password.`);
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new Error(`${expected}, without path, query and fragment; it is "${text}".`);
  }
  return url.origin;
}

/**
 * Rules for Vite's servers to pass `/api` on to a deployment. Cookies are dropped both ways: Coder prefers a cookie to
 * the Coder-Session-Token header and asks for a CSRF token where there is one, so a stale cookie would shut people out.
 */
export function deploymentProxy(origin: string): Record<string, ProxyOptions> {
  return {
    '^/api(/|\\?|$)': {
      target: origin,
      changeOrigin: true,
      secure: true,
      configure(proxy) {
        proxy.on('proxyReq', (request) => request.removeHeader('cookie'));
        proxy.on('proxyRes', (response) => {
          delete response.headers['set-cookie'];
        });
        proxy.on('error', (error, _request, response) => {
          if ('writeHead' in response) answerUnreachable(response, origin, error);
        });
      },
    },
  };
}

function answerUnreachable(response: ServerResponse, origin: string, error: Error): void {
  if (response.headersSent) return;
  response.writeHead(502, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ message: `The deployment at ${origin} can't be reached.`, detail: error.message }));
}
