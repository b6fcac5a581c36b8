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
  expect(words.detail).toBe('Template RBAC is a Premium feature.');
});

test('too many requests: says how long to wait', () => {
  const error = new ApiError({ failure: 'status', request, status: 429, message: 'Slow down.', retryAfterSeconds: 60 });
  expect(errorWords(error, 'save').detail).toBe('Slow down. Try again in 60 seconds.');
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
