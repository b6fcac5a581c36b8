import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySettings, type SyncKind, type SyncSettings } from '../settings.ts';
import { policySettings } from './policy.arbitraries.ts';
import { printBundle } from './policyBundle.ts';
import { printCommands } from './policyCommands.ts';
import { printPolicyCsv } from './policyCsv.ts';
import { printTerraform } from './policyTerraform.ts';
import { printPolicyJson } from './printPolicyJson.ts';
import { readPolicy } from './readPolicy.ts';
import { reindentJson } from './reindentJson.ts';
import { type NamedTarget, resolvePolicy } from './resolvePolicy.ts';

const owner = {
  id: '0b8e2c54-31f0-4d0c-8f5e-6f1f5a0f7a10',
  name: 'engineering',
  displayName: 'Engi$\u007bneer}ing\n"x"',
};
const kinds: readonly SyncKind[] = ['group', 'role', 'organization'];

function importOf(kind: SyncKind, text: string, current: SyncSettings, directory: readonly NamedTarget[] = []) {
  const read = readPolicy(kind, text, kind === 'organization' ? undefined : owner);
  if (!read.ok) throw new Error(`${read.error.line}:${read.error.column} ${read.error.message}\n${text}`);
  const resolved = resolvePolicy(kind, read.value.document, current, directory);
  expect(resolved.unresolved).toEqual([]);
  return { format: read.value.format, settings: resolved.settings };
}

/** No filter and an empty one are told apart, and the order of targets counts. */
function plain({ mapping, legacyNameMapping, ...scalars }: SyncSettings) {
  return { ...scalars, mapping: [...mapping].toSorted(([a], [b]) => (a < b ? -1 : 1)), legacy: [...legacyNameMapping] };
}

describe.each(kinds)('settings of %s sync', (kind) => {
  const of = kind === 'organization' ? undefined : owner;
  const exports = {
    json: (settings: SyncSettings) => printPolicyJson(kind, settings),
    terraform: (settings: SyncSettings) => printTerraform(kind, settings, of, (target) => `name of ${target}\n}`),
    commands: (settings: SyncSettings) => printCommands(kind, settings, of?.name),
  };

  it.each(Object.entries(exports))('come back whole from %s', (format, print) => {
    fc.assert(
      fc.property(policySettings(kind), (settings) => {
        const back = importOf(kind, print(settings), emptySettings);
        expect(back.format).toBe(format);
        expect(plain(back.settings)).toEqual(plain(settings));
      }),
    );
  });

  it('come back from CSV, which holds their mapping, by id', () => {
    fc.assert(
      fc.property(policySettings(kind), (settings) => {
        const back = importOf(
          kind,
          printPolicyCsv(settings.mapping, (target) => target),
          settings,
        );
        expect(back.format).toBe('csv');
        expect(plain(back.settings)).toEqual(plain(settings));
      }),
    );
  });

  it('come back from a file of the whole deployment, out of which their part is taken', () => {
    fc.assert(
      fc.property(policySettings(kind), policySettings('role'), (settings, others) => {
        const json = (of: SyncKind, which: SyncSettings) => printPolicyJson(of, which);
        const own = json(kind, settings);
        const bundle = printBundle(kind === 'organization' ? own : json('organization', emptySettings), [
          { id: 'x', name: 'other', groupSync: json('group', emptySettings), roleSync: json('role', others) },
          {
            ...owner,
            groupSync: kind === 'group' ? own : json('group', emptySettings),
            roleSync: kind === 'role' ? own : json('role', others),
          },
        ]);
        expect(plain(importOf(kind, bundle, emptySettings).settings)).toEqual(plain(settings));
      }),
    );
  });
});

describe('CSV by name', () => {
  const named = fc
    .uniqueArray(
      fc.tuple(fc.uuid(), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), fc.string({ maxLength: 2 })),
      {
        selector: ([, name]) => name,
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((list) => list.map(([target, name, label]) => ({ target, name, label })));

  it('comes back, whatever groups are called', () => {
    fc.assert(
      fc.property(policySettings('group'), named, (settings, directory) => {
        const mapping = new Map(
          [...settings.mapping].map(([value, targets]) => [
            value,
            targets.map((target, index) => directory[index]?.target ?? target),
          ]),
        );
        const nameOf = (target: string) => directory.find((one) => one.target === target)?.name ?? target;
        const back = importOf('group', printPolicyCsv(mapping, nameOf), { ...settings, mapping: new Map() }, directory);
        expect(plain(back.settings)).toEqual(plain({ ...settings, mapping }));
      }),
    );
  });
});

describe('reindentJson', () => {
  it('changes nothing but the space between tokens', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const pretty = reindentJson(json);
        expect(JSON.parse(pretty)).toEqual(JSON.parse(json));
        expect(pretty.replace(/\s/g, '')).toBe(json.replace(/\s/g, ''));
      }),
    );
  });

  it('looks as JSON.stringify does with tabs, where that keeps the order', () => {
    const value = { a: [], b: {}, c: [1, 'x { : ,', null], d: { e: [{ f: true }] } };
    expect(reindentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, '\t'));
  });
});
