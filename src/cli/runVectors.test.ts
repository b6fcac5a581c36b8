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

  it('takes null for every list, object and setting that is empty', () => {
    const settings = { field: null, mapping: null };
    const nothing = { claims: null, settings };
    const untouched = { enabled: false, added: [], removed: [], final: [] };
    expect(
      runVectors([
        { kind: 'claim', name: 'claim', value: null, expected: { values: [] } },
        { kind: 'regex', name: 'regex', pattern: 'a', inputs: null, expected: { valid: true, matches: [] } },
        { kind: 'merge', name: 'merge', id_token_claims: null, secondary: 'none', expected: { merged: {} } },
        { kind: 'allow_list', name: 'list', claims: null, expected: { allowed: true } },
        { ...nothing, kind: 'site_role', name: 'site', site_roles: null, expected: { enabled: false, final: [] } },
        {
          ...nothing,
          kind: 'group',
          name: 'group',
          organization_id: '0b8e2c54-31f0-4d0c-8f5e-6f1f5a0f7a10',
          groups: null,
          current_group_ids: null,
          expected: { ...untouched, created: [], expected_groups: [] },
        },
        { ...nothing, kind: 'role', name: 'role', expected: { ...untouched, ignored: [] } },
        { ...nothing, kind: 'organization', name: 'organization', expected: { ...untouched, missing: [] } },
      ]),
    ).toEqual({ passed: 8, failures: [] });
  });

  it('reads ids in each form that the server takes, and null as the nil one', () => {
    const id = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
    const row = [id('A'), `{${id('b')}}`, `urn:uuid:${id('C')}`, id('d').replaceAll('-', ''), null];
    const ids = ['a', 'b', 'c', 'd'].map(id);
    const vector = {
      kind: 'organization',
      name: 'ids',
      claims: { orgs: ['all', 'all'] },
      current_organization_ids: [id('B')],
      organizations: ids.map((each) => ({ id: each })),
      settings: { field: 'orgs', mapping: { all: row } },
      expected: {
        enabled: true,
        missing: ['00000000-0000-0000-0000-000000000000'],
        added: ids.filter((each) => each !== id('b')),
        removed: [],
        final: ids,
      },
    };
    expect(runVectors([vector])).toEqual({ passed: 1, failures: [] });
  });

  it('sorts lists as Go does', () => {
    const vector = {
      kind: 'role',
      name: 'order',
      claims: { roles: ['🚀', 'ﬁ', 'z'] },
      settings: { field: 'roles' },
      expected: { enabled: true, ignored: ['z', 'ﬁ', '🚀'], added: [], removed: [], final: [] },
    };
    expect(runVectors([vector])).toEqual({ passed: 1, failures: [] });
  });

  it('fails a case that it cannot read, and runs the others', () => {
    const good = { kind: 'claim', value: 'eng', expected: { values: ['eng'] } };
    expect(runVectors([{ kind: 'other', name: 'x', expected: {} }, good, 1])).toEqual({
      passed: 1,
      failures: [
        { name: 'x', expected: {}, got: { not_run: expect.any(String) } },
        { name: 'case 2', expected: undefined, got: { not_run: expect.any(String) } },
      ],
    });
  });

  it('refuses what is not a list', () => {
    expect(() => runVectors({})).toThrow();
  });
});
