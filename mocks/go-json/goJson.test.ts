import { describe, expect, it } from 'vitest';
import { freeJson, goJson } from './goJson.ts';

describe('goJson', () => {
  it('escapes what could end a script, and keeps the rest', () => {
    expect(goJson('<a href="x">&\u2028\u2029 ü 🚀 \u007f\b')).toBe(
      '"\\u003ca href=\\"x\\"\\u003e\\u0026\\u2028\\u2029 ü 🚀 \u007f\\b"',
    );
  });

  it('sorts the keys of maps by their bytes, and leaves structs as they are', () => {
    const map = new Map([
      ['🚀', 1],
      ['\ufffd', 2],
      ['b', 3],
      ['B', 4],
      ['__proto__', 5],
    ]);
    expect(goJson({ z: map, a: undefined, b: null })).toBe(
      '{"z":{"B":4,"__proto__":5,"b":3,"\ufffd":2,"🚀":1},"b":null}',
    );
  });

  it('writes JSON that came from elsewhere with sorted keys on each level', () => {
    const claims = JSON.parse('{"z":{"b":1,"a":[{"d":1,"c":2}]},"__proto__":{"x":true}}');
    expect(goJson(freeJson(claims))).toBe('{"__proto__":{"x":true},"z":{"a":[{"c":2,"d":1}],"b":1}}');
  });
});
