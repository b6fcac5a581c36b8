import { expect, test } from 'vitest';
import { noAnswer } from './checkDeployment.ts';

function failure(code: string, message = code): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

test.each([
  ['CERT_HAS_EXPIRED', /Only the deployment can mend that/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /Only the deployment can mend that/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /NODE_EXTRA_CA_CERTS/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /NODE_EXTRA_CA_CERTS/],
])('%s is about the certificate', (code, detail) => {
  const trouble = noAnswer('https://coder.example.com', failure(code, 'what OpenSSL says'));
  expect(trouble.message).toBe("The certificate of coder.example.com doesn't verify: what OpenSSL says.");
  expect(trouble.detail).toMatch(detail);
});

test('several addresses were tried', () => {
  const cause = new AggregateError([Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })]);
  const { message } = noAnswer('http://coder.example.com:3000', new TypeError('fetch failed', { cause }));
  expect(message).toBe('coder.example.com:3000 refuses connections.');
});

test('no answer in time', () => {
  const { message } = noAnswer('https://coder.example.com', new DOMException('late', 'TimeoutError'));
  expect(message).toBe("coder.example.com doesn't answer within 5 seconds.");
});

test('anything else keeps its own words', () => {
  expect(noAnswer('https://coder.example.com', failure('ECONNRESET', 'read ECONNRESET')).message).toBe(
    "coder.example.com can't be reached: read ECONNRESET.",
  );
});
