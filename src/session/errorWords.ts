import { ApiError, type ApiFailure, isMissingRoute } from '../api/ApiError.ts';

/** An error as a person reads it. */
export interface ErrorWords {
  readonly title: string;
  readonly detail: string | undefined;
  /** What to tell somebody who looks into it: the request and its status. */
  readonly technical: string | undefined;
  /** How long the server asks to wait before it is asked again. */
  readonly waitSeconds?: number | undefined;
}

const unreachable = 'The deployment can’t be reached';

const titles: Readonly<Record<Exclude<ApiFailure, 'status'>, string>> = {
  unreachable,
  timeout: 'The deployment takes too long to answer',
  'not-coder': 'This isn’t Coder’s API',
  'unexpected-answer': 'Unexpected answer from the deployment',
};

const featureGate = / is a Premium feature\. Contact sales!$/;

/**
 * Words for an error of a call of the API, with the server's own where it had any, and what one can do about it.
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
    case 'not-coder':
      return (
        `Couldn’t ${what}: ${error.message} Either the address is wrong (CODER_URL of the proxy), or a sign-in page stands ` +
        'before the deployment. Open the deployment in another tab and sign in there; what guards it has to let /api through.'
      );
    default:
      return `Couldn’t ${what}: ${said(error)}`;
  }
}

/** The server's own words. */
function said({ message, detail }: ApiError): string {
  return detail === undefined ? message : `${message} ${detail}`;
}

function statusWords(error: ApiError, what: string): Omit<ErrorWords, 'technical'> {
  const title = `Couldn’t ${what}`;
  if (error.status === 401) return { title: 'You are signed out', detail: `Sign in to ${what}.` };
  if (error.status === 403 && featureGate.test(error.message)) {
    return {
      title: 'Not in this deployment’s licence',
      detail: `${error.message.replace(' Contact sales!', '')} An Owner can change the licence.`,
    };
  }
  if (error.status === 403) return { title: `You may not ${what}`, detail: error.message };
  if (isMissingRoute(error)) {
    return {
      title: 'This deployment’s Coder can’t do that',
      detail: `Couldn’t ${what}: it is an older version, or built without the enterprise code. An Owner can upgrade it.`,
    };
  }
  if (error.status === 429) {
    return { title: 'Too many requests', detail: said(error), waitSeconds: error.retryAfterSeconds };
  }
  if (error.status === 502 || error.status === 503) return { title: unreachable, detail: said(error) };
  return { title, detail: said(error) };
}
