import type { ServerResponse } from 'node:http';
import type { Connect, Plugin, PreviewServer, ProxyOptions, ViteDevServer } from 'vite';

/**
 * Vite plugin that passes `/api` on to a Coder deployment, in the dev and in the preview server.
 * @param address value of CODER_URL
 * @throws Error that says what is wrong with the address
 */
export function deploymentPlugin(address: string): Plugin {
  const origin = deploymentOrigin(address);
  const proxy = { '^/api(/|\\?|$)': proxyTo(origin) };
  const serve = (server: ViteDevServer | PreviewServer) => {
    server.middlewares.use('/simulator', noSimulator);
    const printUrls = server.printUrls.bind(server);
    server.printUrls = () => {
      printUrls();
      server.config.logger.info(`  ➜  Coder:   ${origin}`);
    };
  };
  return {
    name: 'deployment',
    apply: 'serve',
    config: () => ({ server: { proxy }, preview: { proxy } }),
    configureServer: serve,
    configurePreviewServer: serve,
  };
}

function deploymentOrigin(address: string): string {
  const expected = 'CODER_URL must be the address of a Coder deployment, such as https://coder.example.com';
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Error(`${expected}; it is "${address}".`);
  }
  if (url.username || url.password) throw new Error(`${expected}, without user name and password.`);
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new Error(`${expected}, without path, query and fragment; it is "${address}".`);
  }
  return url.origin;
}

/**
 * Cookies are dropped both ways: Coder prefers a cookie to the Coder-Session-Token header and asks for a CSRF token where
 * there is one, so a stale cookie would shut people out.
 */
function proxyTo(origin: string): ProxyOptions {
  return {
    target: origin,
    changeOrigin: true,
    secure: true,
    configure(proxy) {
      proxy.on('proxyReq', (request) => request.removeHeader('cookie'));
      proxy.on('proxyRes', (response) => {
        delete response.headers['set-cookie'];
      });
      proxy.on('error', (error, _request, response) => {
        if ('writeHead' in response && !response.headersSent) {
          answer(response, 502, { message: `The deployment at ${origin} can't be reached.`, detail: error.message });
        }
      });
    },
  };
}

const noSimulator: Connect.SimpleHandleFunction = (_request, response) => {
  answer(response, 404, { message: 'There is no simulator: CODER_URL names a deployment.' });
};

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
