/** What went wrong between the page and the deployment. */
export type ApiFailure =
  /** No answer: offline, refused, or cut off. */
  | 'unreachable'
  /** No answer within the time limit. Whether a write happened is unknown. */
  | 'timeout'
  /** The server answered with a status other than 2xx. */
  | 'status'
  /** A redirect, or a web page: not Coder's API, or something before it. */
  | 'not-coder'
  /** A 2xx answer of another shape than the API has. */
  | 'unexpected-answer';

/** One thing that the server found wrong in a request body. */
export interface Validation {
  readonly field: string;
  readonly detail: string;
}

interface ApiErrorInit {
  readonly failure: ApiFailure;
  readonly request: string;
  readonly message: string;
  readonly status?: number;
  readonly detail?: string | undefined;
  readonly validations?: readonly Validation[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** The one error that a call of the API fails with. `message` and `detail` are the server's own words, if it had any. */
export class ApiError extends Error {
  readonly failure: ApiFailure;
  /** Method and path, without query: `PATCH /api/v2/…`. */
  readonly request: string;
  /** 0 if there was no answer. */
  readonly status: number;
  readonly detail: string | undefined;
  readonly validations: readonly Validation[];
  /** How long a 429 asks to wait. */
  readonly retryAfterSeconds: number | undefined;

  constructor({ failure, request, message, status = 0, detail, validations = [], retryAfterSeconds }: ApiErrorInit) {
    super(message);
    this.name = 'ApiError';
    this.failure = failure;
    this.request = request;
    this.status = status;
    this.detail = detail;
    this.validations = validations;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Whether an error is the server's answer of one of these statuses. */
export function hasStatus(error: unknown, ...statuses: readonly number[]): error is ApiError {
  return error instanceof ApiError && statuses.includes(error.status);
}

/** Whether the server has no such route: its Coder is older, or built without the enterprise code. */
export function isMissingRoute(error: unknown): boolean {
  return hasStatus(error, 404) && error.message === 'Route not found.';
}
