import { z } from 'zod';

/** Why nothing can be had from a deployment, in the form of Coder's errors: what is wrong, and what to do. */
export interface Trouble {
  readonly message: string;
  readonly detail: string;
}

export type Deployment =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly trouble: Trouble };

const buildInfo = z.object({ version: z.string(), external_url: z.string() });
const timeoutMs = 5_000;

/** Asks a deployment for its version. Never throws: whatever stands in the way is the answer. */
export async function checkDeployment(origin: string): Promise<Deployment> {
  try {
    const response = await fetch(`${origin}/api/v2/buildinfo`, {
      redirect: 'manual',
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const parsed = buildInfo.safeParse(parseJson(text));
    if (response.ok && parsed.success) return { ok: true, version: parsed.data.version };
    return { ok: false, trouble: strangeAnswer(origin, response) };
  } catch (error) {
    return { ok: false, trouble: noAnswer(origin, error) };
  }
}

/**
 * Whose session a token is.
 * @returns undefined if the deployment doesn't take it
 */
export async function checkSession(origin: string, token: string): Promise<{ readonly username: string } | undefined> {
  try {
    const response = await fetch(`${origin}/api/v2/users/me`, {
      redirect: 'manual',
      headers: { Accept: 'application/json', 'Coder-Session-Token': token },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return response.ok
      ? z.object({ username: z.string() }).safeParse(parseJson(await response.text())).data
      : undefined;
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function strangeAnswer(origin: string, { status, headers }: Response): Trouble {
  const location = headers.get('Location') ?? '';
  const target =
    status >= 300 && status < 400 && URL.canParse(location, origin) ? new URL(location, origin) : undefined;
  if (target && target.origin !== origin) {
    return {
      message: `${origin} redirects to ${target.origin} instead of answering.`,
      detail:
        `If ${target.origin} is the deployment itself, make it CODER_URL. If it is a login page, a login proxy guards the ` +
        'deployment: it has to let /api through, as it does for the coder CLI.',
    };
  }
  if (status >= 500) {
    return {
      message: `${origin} is out of order: it answers ${status}.`,
      detail: 'The deployment or the load balancer in front of it has a problem. Try again when it is up.',
    };
  }
  return {
    message: `${origin} isn't a Coder deployment.`,
    detail: `GET /api/v2/buildinfo gives a ${status} that Coder doesn't give (${headers.get('Content-Type') ?? 'no content type'}). Check CODER_URL.`,
  };
}

/** Why a request got no answer at all. */
export function noAnswer(origin: string, error: unknown): Trouble {
  const host = new URL(origin).host;
  const { code, message } = causeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      message: `${host} can't be found.`,
      detail: 'No name server knows it. Check CODER_URL, and the VPN if it needs one.',
    };
  }
  if (code === 'ECONNREFUSED') {
    return {
      message: `${host} refuses connections.`,
      detail: 'Nothing listens there. Check the port in CODER_URL, and that the deployment is up.',
    };
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|EPROTO/.test(code)) {
    return { message: `${host} doesn't speak HTTPS.`, detail: 'Is it http:// in CODER_URL, or another port?' };
  }
  if (/CERT|SIGNATURE|ISSUER/.test(code)) {
    return {
      message: `The certificate of ${host} doesn't verify: ${message}.`,
      detail: /EXPIRED|NOT_YET|ALTNAME/.test(code)
        ? 'Only the deployment can mend that: the certificate has to be valid now, and for this name.'
        : 'If a company CA has signed it, name that CA: NODE_EXTRA_CA_CERTS=/path/to/ca.pem.',
    };
  }
  const late = error instanceof Error && error.name === 'TimeoutError';
  return {
    message: late
      ? `${host} doesn't answer within ${timeoutMs / 1000} seconds.`
      : `${host} can't be reached: ${message}.`,
    detail: 'Check CODER_URL, the VPN and the firewall.',
  };
}

/** `fetch` wraps what went wrong, sometimes more than once; sockets don't. */
function causeOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  if ('code' in error && typeof error.code === 'string') return { code: error.code, message: error.message };
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return inner === undefined ? { code: '', message: error.message } : causeOf(inner);
}
