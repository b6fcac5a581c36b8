import { goJson } from '../go-json/goJson.ts';
import type { ApiError } from './ApiError.ts';

const jsonType = 'application/json; charset=utf-8';

/** Mirrors `coderd/httpapi/httpapi.go` Write: compact JSON with a newline at its end. */
export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${goJson(body)}\n`, { status, headers: { 'Content-Type': jsonType, ...headers } });
}

export function answerError(error: ApiError): Response {
  const { message, detail, validations } = error.body;
  return answer(
    error.status,
    { message, detail: detail || undefined, validations: validations?.length ? validations : undefined },
    error.headers,
  );
}

/** `net/http` Error: plain text, which the CSRF check and the rate limit answer with. */
export function answerText(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

/** RFC 3339 as Go writes it, without trailing zeros of the fraction. */
export function goTime(date: Date): string {
  return date.toISOString().replace(/\.?0*Z$/, 'Z');
}
