import { expect, it } from 'vitest';
import { numberRows } from './rowOrder.ts';

it('numbers rows from 1 as they are shown: case doesn’t count, but decides between equals', () => {
  const mapping = new Map(['b', 'a', 'B', 'ä', '__proto__'].map((key) => [key, []]));
  expect([...numberRows(mapping)]).toEqual([
    ['__proto__', 1],
    ['a', 2],
    ['B', 3],
    ['b', 4],
    ['ä', 5],
  ]);
});
