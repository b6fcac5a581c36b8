import { expect, it } from 'vitest';
import { cleanValue } from './cleanValue.ts';

it.each<[string, string, readonly string[], string]>([
  ['leaves what is clean', 'eng', [], 'eng'],
  ['takes spaces off the ends', '  eng ops\t\n', [], 'eng ops'],
  ['takes a no-break space off', '\u00a0eng', [], 'eng'],
  ['keeps spaces that logins carry', ' eng', [' eng', 'eng'], ' eng'],
  ['takes spaces off that logins carry in another way', '  eng', [' eng'], 'eng'],
  ['leaves nothing of nothing', '   ', [], ''],
  ['keeps case and slashes', '/Eng/', ['eng'], '/Eng/'],
])('%s', (_, text, seen, clean) => {
  expect(cleanValue(text, seen)).toBe(clean);
});
