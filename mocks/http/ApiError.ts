export interface Validation {
  readonly field: string;
  readonly detail: string;
}

/** `codersdk.Response`, the body of nearly all errors. */
export interface ErrorBody {
  readonly message: string;
  readonly detail?: string;
  readonly validations?: readonly Validation[];
}

/** An answer of the server other than success; handlers throw it, the application writes it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: ErrorBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** Mirrors `coderd/httpapi/httpapi.go` ResourceNotFound: missing, or not to be seen by the caller. */
export function resourceNotFound(): ApiError {
  return new ApiError(404, { message: 'Resource not found or you do not have access to this resource' });
}

/** Mirrors `coderd/httpapi/httpapi.go` RouteNotFound. */
export function routeNotFound(): ApiError {
  return new ApiError(404, { message: 'Route not found.' });
}

/** Mirrors `coderd/httpapi/httpapi.go` Forbidden. */
export function forbidden(): ApiError {
  return new ApiError(403, {
    message: 'Forbidden.',
    detail:
      "You don't have permission to view this content. If you believe this is a mistake, please contact your administrator or try signing in with different credentials.",
  });
}

/** Mirrors `coderd/httpapi/httpapi.go` InternalServerError. */
export function internalError(detail: string): ApiError {
  return new ApiError(500, { message: 'An internal server error occurred.', detail });
}

/** A write that only the database layer refuses (`coderd/database/dbauthz`): the handlers don't expect it. */
export function unauthorizedWrite(): ApiError {
  return internalError('unauthorized: rbac: forbidden');
}

export function badRequest(message: string, detail?: string): ApiError {
  return new ApiError(400, detail === undefined ? { message } : { message, detail });
}

export function validationFailed(validations: readonly Validation[]): ApiError {
  return new ApiError(400, { message: 'Validation failed.', validations });
}

/** Mirrors `coderd/httpapi/queryparams.go`. */
export function invalidQuery(validations: readonly Validation[]): ApiError {
  return new ApiError(400, { message: 'Query parameters have invalid values.', validations });
}
