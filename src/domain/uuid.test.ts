import { describe, expect, it } from 'vitest';
import { parseUuid } from './uuid.ts';

const id = '5d0a6b3e-7f0e-4b53-9c1d-2a6f0b7c9e11';

describe('parseUuid', () => {
  it.each([id, id.toUpperCase(), id.replaceAll('-', ''), `{${id}}`, `urn:uuid:${id}`, `URN:UUID:${id}`])(
    'reads %s',
    (text) => {
      expect(parseUuid(text)).toBe(id);
    },
  );

  it.each([
    '',
    ` ${id}`,
    `${id}\n`,
    `{${id}`,
    `{${id.replaceAll('-', '')}}`,
    `urn:uuid:${id.replaceAll('-', '')}`,
    `urn:uuid:{${id}}`,
    `{urn:uuid:${id}}`,
    id.replace('5', 'g'),
    id.slice(1),
    '5d0a6b3e7-f0e-4b53-9c1d-2a6f0b7c9e11',
  ])('refuses %j', (text) => {
    expect(parseUuid(text)).toBeUndefined();
  });
});
