import { beforeEach, expect, test, vi } from 'vitest';
import { isSessionToken, storedToken } from './storedToken.ts';

const token = 'abcdefghij-ABCDEFGHIJKLMNOPQRSTUV';

beforeEach(() => sessionStorage.clear());

test('a token comes back as it was stored', () => {
  storedToken.write(token);
  expect(storedToken.read()).toBe(token);
});

test('nothing is stored at first, and after a removal', () => {
  expect(storedToken.read()).toBeUndefined();
  storedToken.write(token);
  storedToken.remove();
  expect(storedToken.read()).toBeUndefined();
  expect(sessionStorage).toHaveLength(0);
});

test('what isn’t a token is dropped', () => {
  storedToken.write('<script>');
  expect(storedToken.read()).toBeUndefined();
  expect(sessionStorage).toHaveLength(0);
});

test.each([
  '',
  'abc',
  `${token}x`,
  ` ${token}`,
  'abcdefghi-ABCDEFGHIJKLMNOPQRSTUVW',
  'abcdefghij ABCDEFGHIJKLMNOPQRSTUV',
])('%j isn’t a token', (text) => {
  expect(isSessionToken(text)).toBe(false);
});

test('a browser without storage is no reason to fail', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  storedToken.write(token);
  expect(storedToken.read()).toBeUndefined();
});
