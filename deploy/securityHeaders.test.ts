import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { securityHeaders } from './securityHeaders.ts';

const headers = securityHeaders();
const policy = new Map(
  (headers.get('Content-Security-Policy') ?? '').split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }),
);

/** https://owasp.org/www-project-secure-headers: what it proposes to send, and what we send. Stricter is noted. */
const owasp: readonly (readonly [name: string, proposed: string, sent: string])[] = [
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains', 'max-age=31536000; includeSubDomains'],
  ['X-Frame-Options', 'deny', 'DENY'],
  ['X-Content-Type-Options', 'nosniff', 'nosniff'],
  ['X-Permitted-Cross-Domain-Policies', 'none', 'none'],
  ['X-DNS-Prefetch-Control', 'off', 'off'],
  ['Referrer-Policy', 'no-referrer', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp', 'require-corp'],
  ['Cross-Origin-Resource-Policy', 'same-origin', 'same-origin'],
];

test.each(owasp)('%s: %s', (name, _proposed, sent) => {
  expect(headers.get(name)).toBe(sent);
});

test('the content security policy, directive by directive', () => {
  expect(Object.fromEntries(policy)).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", hash(''), hash(pauseOfTransitions())],
    'worker-src': ["'self'"],
    'connect-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['regex-worker'],
  });
});

test('every feature is off, but writing to the clipboard', () => {
  const features = (headers.get('Permissions-Policy') ?? '').split(', ');
  expect(features.length).toBeGreaterThan(20);
  expect(features.filter((feature) => !/^[a-z-]+=\(\)$/.test(feature))).toEqual(['clipboard-write=(self)']);
});

test('there is no header that this test does not know', () => {
  const known = [...owasp.map(([name]) => name), 'Content-Security-Policy', 'Permissions-Policy'];
  expect(Array.from(headers.keys()).sort()).toEqual(known.sort());
});

/** The one style element with text: MUI's `disableTransitionOnChange`. */
function pauseOfTransitions(): string {
  const source = readFileSync('node_modules/@mui/system/cssVars/createCssVarsProvider.mjs', 'utf8');
  return /DISABLE_CSS_TRANSITION = '([^']+)'/.exec(source)?.[1] ?? 'not found';
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
