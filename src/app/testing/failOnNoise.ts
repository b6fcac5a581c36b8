import { format } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';

// A test fails when it prints, or when it asks for something that no simulator answers. One that expects an error to be
// printed mocks that console method itself: vi.spyOn(console, 'error').mockReturnValue().

const methods = ['debug', 'error', 'info', 'log', 'warn'] as const;
const printed: string[] = [];
const original = { ...console };

beforeAll(() => {
  for (const method of methods) {
    console[method] = (...args: unknown[]) => {
      printed.push(`console.${method}: ${format(...args)}`);
    };
  }
});

beforeEach(() => {
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    printed.push(`Nothing answers ${method} ${url}`);
    return Promise.reject(new TypeError('Failed to fetch'));
  });
});

afterEach(() => {
  const noise = printed.splice(0);
  if (noise.length > 0) throw new Error(`The test made noise:\n${noise.join('\n')}`);
});

afterAll(() => {
  Object.assign(console, original);
});
