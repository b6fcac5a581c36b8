import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runVectors } from './runVectors.ts';

const vectors: unknown = JSON.parse(readFileSync('src/domain/vectors/sync.json', 'utf8'));

describe('runVectors', () => {
  it("gives the server's answer to every vector", () => {
    expect(runVectors(vectors)).toEqual({ passed: 412, failures: [] });
  });

  it('reports a case whose outcome is another one', () => {
    const wrong = { kind: 'claim', name: 'one value', value: 'eng', expected: { values: ['ops'] } };
    expect(runVectors([wrong])).toEqual({
      passed: 0,
      failures: [{ name: 'one value', expected: { values: ['ops'] }, got: { values: ['eng'] } }],
    });
  });

  it('keeps rows that are named like members of objects', () => {
    const vector: unknown = JSON.parse(`{
      "kind": "role", "name": "odd rows", "claims": { "roles": ["__proto__", "constructor"] }, "current_roles": [],
      "default_member_roles": [], "organization_roles": ["a", "b"],
      "settings": { "field": "roles", "mapping": { "__proto__": ["a"], "constructor": ["b"] } },
      "expected": { "enabled": true, "ignored": [], "added": ["a", "b"], "removed": [], "final": ["a", "b"] }
    }`);
    expect(runVectors([vector])).toEqual({ passed: 1, failures: [] });
  });

  it('refuses what is not a list of cases', () => {
    expect(() => runVectors({})).toThrow();
    expect(() => runVectors([{ kind: 'other', name: 'x' }])).toThrow();
  });
});
