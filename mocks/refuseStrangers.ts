import type { IncomingMessage } from 'node:http';

/**
 * Why a request may not use the session that the proxy holds; undefined if it may. Only a page of this server, opened on this
 * machine, may: another site can make a browser send requests here, under this name or, by DNS rebinding, under its own.
 */
export function strangerReason(request: IncomingMessage): string | undefined {
  const { headers, socket } = request;
  if (!isLoopback(socket.remoteAddress ?? '')) return 'Only this machine may use the session of CODER_SESSION_TOKEN.';
  const host = headers.host ?? '';
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((name) => withPort(name, socket.localPort));
  if (!own.includes(host)) return `This server isn't ${host || 'without a name'}: open it as http://${own[0]}.`;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'Another site sent this request.';
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return 'Another site sent this request.';
  return undefined;
}

/** Browsers leave out the port of the protocol. */
function withPort(name: string, port: number | undefined): string {
  return port === 80 ? name : `${name}:${port}`;
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
