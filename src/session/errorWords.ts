import { ApiError, type ApiFailure } from '../api/ApiError.ts';

/** An error as a person reads it. */
export interface ErrorWords {
  readonly title: string;
  readonly detail: string | undefined;
  /** What to tell somebody who looks into it: the request and its status. */
  readonly technical: string | undefined;
}

const titles: Readonly<Record<Exclude<ApiFailure, 'status'>, string>> = {
  unreachable: 'The deployment can’t be reached',
  timeout: 'The deployment takes too long to answer',
  'unexpected-answer': 'Unexpected answer from the deployment',
};

const featureGate = / is a Premium feature\. Contact sales!$/;

/**
 * Words for an error of a call of the API, with the server's own where it had any.
 *
 * @param what what could not be done: "load the groups"
 */
export function errorWords(error: unknown, what: string): ErrorWords {
  if (!(error instanceof ApiError)) {
    return {
      title: `Couldn’t ${what}`,
      detail: error instanceof Error ? error.message : undefined,
      technical: undefined,
    };
  }
  const technical = error.status === 0 ? error.request : `${error.request} → ${error.status}`;
  if (error.failure === 'status') return { ...statusWords(error, what), technical };
  return { title: titles[error.failure], detail: failureDetail(error, what), technical };
}

function failureDetail(error: ApiError, what: string): string {
  switch (error.failure) {
    case 'unreachable':
      return `Couldn’t ${what}. Check the network, and whether the server is up.`;
    case 'timeout':
      return `Couldn’t ${what}. ${error.message}`;
    default:
      return `Couldn’t ${what}: ${error.message}${error.detail === undefined ? '' : ` ${error.detail}`}`;
  }
}

function statusWords(error: ApiError, what: string): Omit<ErrorWords, 'technical'> {
  const title = `Couldn’t ${what}`;
  if (error.status === 401) return { title: 'You are signed out', detail: `Sign in to ${what}.` };
  if (error.status === 403 && featureGate.test(error.message)) {
    return { title: 'Not in this deployment’s licence', detail: error.message.replace(' Contact sales!', '') };
  }
  if (error.status === 403) return { title: `You may not ${what}`, detail: error.message };
  if (error.status === 429) {
    const wait = error.retryAfterSeconds === undefined ? '' : ` Try again in ${error.retryAfterSeconds} seconds.`;
    return { title: 'Too many requests', detail: `${error.message}${wait}` };
  }
  return { title, detail: [error.message, error.detail].filter((text) => text !== undefined).join(' ') };
}
