import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueTrace } from '../../../domain/trace.ts';
import type { ValueRow } from '../evaluateSync.ts';
import { drawPicture } from './drawPicture.ts';

const to = (...targets: string[]): ValueTrace => ({
  value: 'v',
  reason: 'mapped',
  row: 'v',
  targets: targets.map((target) => ({ target, outcome: target === 'gone' ? 'unknown' : 'given' })),
});
const stopped: ValueTrace = { value: 'v', reason: 'filtered-out', targets: [] };
const unmapped: ValueTrace = { value: 'v', reason: 'unmapped', targets: [] };
const row = (value: string, draft: ValueTrace | undefined, saved = draft): ValueRow => ({
  value,
  count: 1,
  draft,
  saved,
  differs: draft !== saved,
});
const all = { limit: 30, open: new Map<string, number>(), hasLoners: true };
const many = (count: number, trace: ValueTrace, name = 'v') =>
  Array.from({ length: count }, (_, index) => row(`${name}${index}`, trace));
const told = (picture: ReturnType<typeof drawPicture>) =>
  picture.lines.map(({ from, to: end, difference }) => `${from} → ${end} (${difference})`);

describe('drawPicture', () => {
  it('draws a line from each value to each of its ends, by what differs', () => {
    const picture = drawPicture(
      [
        row('a', to('x', 'y'), to('x', 'z')),
        row('b', stopped, unmapped),
        row('c', to('gone')),
        row('d', undefined, to('x')),
      ],
      [{ key: 'x' }, { key: 'y' }, { key: 'lost' }, { key: 'z' }],
      all,
    );
    expect(told(picture).toSorted()).toEqual([
      'value a → target x (both)',
      'value a → target y (draft)',
      'value a → target z (saved)',
      'value b → dead-end filtered-out (draft)',
      'value b → dead-end unmapped (saved)',
      'value c → target gone (both)',
      'value d → target x (saved)',
    ]);
    expect(picture.ends.map(({ id }) => id)).toEqual([
      'target x',
      'target y',
      'target lost',
      'target z',
      'target gone',
      'dead-end filtered-out',
      'dead-end unmapped',
    ]);
    expect(picture.ends.find(({ id }) => id === 'target gone')?.end).toMatchObject({ exists: false });
  });

  it('folds values that lead to the same, but not a few', () => {
    expect(drawPicture(many(12, to('x')), [], all).values).toHaveLength(12);
    const rows = [...many(100, to('x')), ...many(99, stopped, 's'), row('other', to('x', 'y'))];
    const picture = drawPicture(rows, [], all);
    expect(picture.values.map(({ values }) => values.length)).toEqual([100, 1, 99]);
    expect(picture.lines).toHaveLength(4);
  });

  it('opens a fold a part at a time', () => {
    const rows = many(40, stopped);
    const fold = drawPicture(rows, [], all).values[0]?.fold ?? '';
    const opened = drawPicture(rows, [], { ...all, open: new Map([[fold, 20]]) });
    expect(opened.values.map(({ values }) => values.length)).toEqual([...Array(20).fill(1), 20]);
    expect(opened.values.at(-1)?.isRest).toBe(true);
    expect(drawPicture(rows, [], { ...all, limit: 60, open: new Map([[fold, 40]]) }).values).toHaveLength(40);
  });

  it('has a limit on both sides, and leaves out what is plain before what differs or ends nowhere', () => {
    const rows = Array.from({ length: 200 }, (_, index) => row(`v${index}`, to(`t${index}`)));
    const picture = drawPicture([...rows, row('new', to('n'), unmapped), row('stopped', stopped)], [], all);
    expect(picture.values).toHaveLength(30);
    expect(picture.left).toBe(172);
    expect(picture.values.map(({ id }) => id)).toEqual(expect.arrayContaining(['value new', 'value stopped']));
    const wide = drawPicture([row('a', to(...rows.map(({ value }) => value)))], [], all);
    expect(wide.ends).toHaveLength(31);
    expect(wide.ends.at(-1)?.end).toEqual({ type: 'rest', count: 170 });
    expect(wide.lines).toHaveLength(31);
    const both = drawPicture([row('a', to(...rows.map(({ value }) => value)), stopped)], [], all);
    expect(both.ends.slice(-2).map(({ id }) => id)).toEqual(['rest', 'dead-end filtered-out']);
  });

  it('has a place for each node, in order, none on another, and ends for all lines', () => {
    const trace = fc.oneof(
      fc.constant(stopped),
      fc.constant(undefined),
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'gone'), { minLength: 1 }).map((list) => to(...list)),
    );
    const someRows = fc
      .array(fc.tuple(trace, trace), { maxLength: 60 })
      .map((list) => list.map(([draft, saved], index) => row(`v${index}`, draft, saved)));
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 40 }), (rows, limit) => {
        const { values, ends, lines, height, left } = drawPicture(rows, [{ key: 'a' }, { key: 'z' }], {
          ...all,
          limit,
        });
        for (const column of [values, ends]) {
          const places = column.map(({ at }) => at);
          for (const [index, at] of places.entries()) {
            expect(at).toBeGreaterThanOrEqual(index === 0 ? 0.5 : (places[index - 1] ?? 0) + 1 - 1e-9);
            expect(at).toBeLessThanOrEqual(height - 0.5 + 1e-9);
          }
        }
        const ids = new Set([...values, ...ends].map(({ id }) => id));
        expect(lines.filter((line) => !ids.has(line.from) || !ids.has(line.to))).toEqual([]);
        if (left === 0) expect(values.flatMap((node) => node.values)).toHaveLength(rows.length);
      }),
    );
  });
});
