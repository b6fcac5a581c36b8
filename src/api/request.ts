import * as z from 'zod/mini';
import { ApiError } from './ApiError.ts';
import { sessionToken } from './sessionToken.ts';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Another token than that of the session, to try it out. */
  readonly token?: string;
  /** A person asks, so it isn't held back by a 429 from before. */
  readonly isUrgent?: boolean;
}

/** Where the API is on the host of this page: `/api`, unless the build names another path (docs/hosting.md). */
const apiPath: string = import.meta.env.VITE_API_PATH;
const timeoutMs = 30_000;

const errorBody = z.object({
  message: z.string(),
  detail: z.optional(z.string()),
  validations: z.optional(z.array(z.object({ field: z.string(), detail: z.string() }))),
});

/**
 * Sends one request to the deployment and parses its answer. The session token goes as a header and cookies stay at
 * home, so that neither a stale cookie nor CSRF rules matter (`coderd/httpmw/apikey.go`, `csrf.go`).
 *
 * @param path below `/api/v2`, with its segments already encoded
 * @throws ApiError, always; an abort by the caller's signal goes through as it is
 */
export async function request<T>(schema: z.ZodMiniType<T>, path: string, options: RequestOptions = {}): Promise<T> {
  const { method = 'GET' } = options;
  const name = `${method} /api/v2${path}`;
  const { response, text } = await ask(name, path, options);
  const parsed = z.safeParse(schema, parseJson(text, response.status));
  if (parsed.success) return parsed.data;
  throw new ApiError({
    failure: 'unexpected-answer',
    request: name,
    status: response.status,
    message: 'The deployment answered in a form that this page doesn’t know.',
    detail: describeIssues(parsed.error.issues),
  });
}

/**
 * Reads an answer as the text that it is, where parsing would lose something, such as the order of keys.
 *
 * @throws ApiError, as {@link request}
 */
export async function requestText(path: string, options: RequestOptions = {}): Promise<string> {
  return (await ask(`GET /api/v2${path}`, path, options)).text;
}

/** Sends a request, unless it has to wait, and throws what isn't a good answer of Coder's API. */
async function ask(name: string, path: string, options: RequestOptions): Promise<Answer> {
  const { method = 'GET', isUrgent = method !== 'GET' } = options;
  const pause = isUrgent ? undefined : pauses.get(name);
  if (pause && pause.until > Date.now()) throw rateLimited(name, pause);
  const { response, text } = await send(name, path, options);
  const stranger = strangerOf(response, text);
  if (stranger !== undefined) throw notCoder(name, response.status, stranger);
  if (!response.ok) {
    const error = statusError(name, response, text);
    const { message, retryAfterSeconds } = error;
    if (error.status === 429 && retryAfterSeconds !== undefined) {
      pauses.set(name, { message, until: Date.now() + retryAfterSeconds * 1000 });
    }
    throw error;
  }
  return { response, text };
}

interface Pause {
  readonly message: string;
  readonly until: number;
}

/** What the server has asked to wait with, by method and path as it counts requests: it isn't sent before. */
const pauses = new Map<string, Pause>();
sessionToken.subscribe(() => pauses.clear());

function rateLimited(name: string, { message, until }: Pause): ApiError {
  const retryAfterSeconds = Math.ceil((until - Date.now()) / 1000);
  return new ApiError({ failure: 'status', request: name, status: 429, message, retryAfterSeconds });
}

/** What Coder's API never answers. A gateway's own page about a server that is down counts as its status. */
function strangerOf({ type, status }: Response, text: string): string | undefined {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'a redirect to another address';
  return status < 500 && text.trimStart().startsWith('<') ? 'a web page' : undefined;
}

interface Answer {
  readonly response: Response;
  readonly text: string;
}

async function send(
  name: string,
  path: string,
  { method = 'GET', query, body, signal, token = sessionToken.get() }: RequestOptions,
): Promise<Answer> {
  const search = query ? `?${new URLSearchParams(query)}` : '';
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(`${apiPath}/v2${path}${search}`, {
      method,
      credentials: 'omit',
      redirect: 'manual',
      headers: {
        Accept: 'application/json',
        ...(token === undefined ? {} : { 'Coder-Session-Token': token }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const text = await response.text();
    const isRefused = response.status === 401 && strangerOf(response, text) === undefined;
    if (isRefused && token !== undefined) sessionToken.reject(token);
    return { response, text };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw timeout.aborted ? timedOut(name) : unreachable(name, cause);
  }
}

/** A 204 has no body; everything else is JSON or not of this API. */
function parseJson(text: string, status: number): unknown {
  if (status === 204) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function statusError(name: string, response: Response, text: string): ApiError {
  const body = z.safeParse(errorBody, parseJson(text, response.status));
  const plain = text.trim() === '' || text.trimStart().startsWith('<') ? undefined : text.trim().slice(0, 500);
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new ApiError({
    // A gateway that gave up waiting says nothing about what the server did.
    failure: response.status === 504 ? 'timeout' : 'status',
    request: name,
    status: response.status,
    message: body.success ? body.data.message : `The server answered ${response.status}.`,
    detail: body.success ? body.data.detail : plain,
    validations: body.success ? body.data.validations : [],
    retryAfterSeconds: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
  });
}

function notCoder(name: string, status: number, stranger: string): ApiError {
  const message = `What came back is ${stranger}.`;
  return new ApiError({ failure: 'not-coder', request: name, status, message });
}

function timedOut(name: string): ApiError {
  const message = `No answer within ${timeoutMs / 1000} seconds.`;
  return new ApiError({ failure: 'timeout', request: name, message });
}

function unreachable(name: string, cause: unknown): ApiError {
  const detail = cause instanceof Error ? cause.message : undefined;
  return new ApiError({ failure: 'unreachable', request: name, message: 'The deployment can’t be reached.', detail });
}

/** Path and reason of what was unexpected, without the value: it can be somebody's claim. */
function describeIssues(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  const lines = issues.slice(0, 3).map(({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`);
  return lines.join('; ');
}
