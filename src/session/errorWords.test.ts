import { expect, test } from 'vitest';
import { ApiError } from '../api/ApiError.ts';
import { errorWords } from './errorWords.ts';

const request = 'GET /api/v2/organizations';

test('without a network it says that the deployment can’t be reached, and what was not done', () => {
  const error = new ApiError({ failure: 'unreachable', request, message: 'The deployment can’t be reached.' });
  const words = errorWords(error, 'load the organizations');
  expect(words.title).toBe('The deployment can’t be reached');
  expect(words.detail).toContain('load the organizations');
  expect(words.technical).toBe(request);
});

test('a server’s failure is told in its own words, with request and status', () => {
  const error = new ApiError({ failure: 'status', request, status: 500, message: 'Internal.', detail: 'pq: gone' });
  expect(errorWords(error, 'load the groups')).toEqual({
    title: 'Couldn’t load the groups',
    detail: 'Internal. pq: gone',
    technical: `${request} → 500`,
  });
});

test('a missing feature isn’t a missing permission, and nobody is told to contact sales', () => {
  const message = 'Template RBAC is a Premium feature. Contact sales!';
  const words = errorWords(new ApiError({ failure: 'status', request, status: 403, message }), 'load the groups');
  expect(words.title).toBe('Not in this deployment’s licence');
  expect(words.detail).toBe('Template RBAC is a Premium feature. An Owner can change the licence.');
});

test('too many requests: says how long to wait', () => {
  const error = new ApiError({ failure: 'status', request, status: 429, message: 'Slow down.', retryAfterSeconds: 60 });
  expect(errorWords(error, 'save')).toMatchObject({ detail: 'Slow down.', waitSeconds: 60 });
});

test('a route that isn’t there is a Coder that is older or smaller, not something missing', () => {
  const error = new ApiError({ failure: 'status', request, status: 404, message: 'Route not found.' });
  const { title, detail } = errorWords(error, 'load the groups');
  expect(title).toBe('This deployment’s Coder can’t do that');
  expect(detail).toMatch(/Couldn’t load the groups: .*older version.*enterprise code.*An Owner can upgrade/);
});

test.each([502, 503])(
  'a gateway without a server behind it (%s): can’t be reached, in the words of the proxy',
  (status) => {
    const message = 'The certificate of coder.example.com doesn’t verify: self-signed.';
    const detail = 'Name the CA in NODE_EXTRA_CA_CERTS.';
    const words = errorWords(new ApiError({ failure: 'status', request, status, message, detail }), 'load the groups');
    expect(words).toMatchObject({ title: 'The deployment can’t be reached', detail: `${message} ${detail}` });
  },
);

test('what isn’t Coder says what stands there, and what to do', () => {
  const message = 'What came back is a web page.';
  const { title, detail } = errorWords(
    new ApiError({ failure: 'not-coder', request, status: 200, message }),
    'sign in',
  );
  expect(title).toBe('This isn’t Coder’s API');
  expect(detail).toMatch(/^Couldn’t sign in: What came back is a web page\. .*CODER_URL.*let \/api through/);
});

test('an answer of another shape names the place', () => {
  const error = new ApiError({
    failure: 'unexpected-answer',
    request,
    status: 200,
    message: 'The deployment answered in a form that this page doesn’t know.',
    detail: '0.name: expected string',
  });
  expect(errorWords(error, 'load the organizations').detail).toContain('0.name: expected string');
});

test('an error of another kind keeps its message', () => {
  expect(errorWords(new Error('boom'), 'load the page')).toEqual({
    title: 'Couldn’t load the page',
    detail: 'boom',
    technical: undefined,
  });
});
