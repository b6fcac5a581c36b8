import { expect, test } from 'vitest';
import { loginAddress, wantedPath } from './loginAddress.ts';

const origin = 'https://coder.example.com';

function there(redirect: string): string {
  return wantedPath(`?${new URLSearchParams({ redirect })}`, origin);
}

test('leads back to where somebody wanted to go, with query and hash', () => {
  const wanted = { pathname: '/organizations/engineering/idp-sync', search: '?tab=roles', hash: '#row' };
  const { search } = new URL(loginAddress(wanted), origin);
  expect(wantedPath(search, origin)).toBe('/organizations/engineering/idp-sync?tab=roles#row');
});

test('without a wish it leads home', () => {
  expect(loginAddress({ pathname: '/', search: '', hash: '' })).toBe('/login');
  expect(wantedPath('', origin)).toBe('/');
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'organizations',
  '/login?redirect=/x',
])('%j leads home', (redirect) => {
  expect(there(redirect)).toBe('/');
});
