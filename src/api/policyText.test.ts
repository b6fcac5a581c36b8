import { afterEach, describe, expect, it, vi } from 'vitest';
import { type TestClient, testClient } from '../../mocks/testClient.ts';
import { printCommands } from '../domain/policy/policyCommands.ts';
import { printPolicyCsv } from '../domain/policy/policyCsv.ts';
import { printTerraform } from '../domain/policy/policyTerraform.ts';
import { printPolicyJson } from '../domain/policy/printPolicyJson.ts';
import { readPolicy } from '../domain/policy/readPolicy.ts';
import { reindentJson } from '../domain/policy/reindentJson.ts';
import { type NamedTarget, resolvePolicy } from '../domain/policy/resolvePolicy.ts';
import type { SyncSettings } from '../domain/settings.ts';
import type { SettingsScope } from './keys.ts';
import { sessionToken } from './sessionToken.ts';
import { readSettings, readSettingsText } from './syncSettings.ts';

const dataScenarios = [
  'a believable company',
  'a large organization',
  'nothing configured',
  'nobody has signed in with OIDC',
  'five hundred organizations',
  'group settings answer with a null list',
] as const;

async function owner(scenario: (typeof dataScenarios)[number]): Promise<TestClient> {
  const client = await testClient({ scenario }).as('owner');
  sessionToken.set(client.token);
  vi.stubGlobal('fetch', (input: string, { signal: _, ...init }: RequestInit) =>
    client.simulator.fetch(new Request(new URL(input, 'http://coder.test'), { ...init, redirect: 'follow' })),
  );
  return client;
}

function scopesOf({ simulator }: TestClient) {
  const organizations = [...simulator.state.organizations.values()].filter(({ deleted }) => !deleted);
  return [
    { scope: { kind: 'organization' } as const, organization: undefined },
    ...organizations.flatMap((organization) =>
      (['group', 'role'] as const).map((kind) => ({
        scope: { kind, organizationId: organization.id } as const,
        organization: { id: organization.id, name: organization.name, displayName: organization.displayName },
      })),
    ),
  ];
}

function directoryOf({ simulator }: TestClient, scope: SettingsScope): readonly NamedTarget[] {
  if (scope.kind !== 'group') return [];
  return [...simulator.state.groups.values()]
    .filter(({ organizationId }) => organizationId === scope.organizationId)
    .map(({ id, name, displayName }) => ({ target: id, name, label: displayName || name }));
}

function plain({ mapping, legacyNameMapping, ...scalars }: SyncSettings) {
  const sorted = [...mapping].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...scalars, mapping: sorted, legacy: [...legacyNameMapping] };
}

afterEach(() => sessionToken.set(undefined));

describe.each(dataScenarios)('as code: %s', (scenario) => {
  it('prints what the deployment gives, byte for byte but for the indentation', async () => {
    const client = await owner(scenario);
    for (const { scope } of scopesOf(client)) {
      const wire = await readSettingsText(scope);
      const settings = await readSettings(scope);
      const pretty = `${reindentJson(wire)}\n`;
      expect(pretty.replaceAll(/\n\t*/g, '').replaceAll('": ', '":')).toBe(wire.trimEnd());
      // What was null is an empty list here: the one difference that there may be.
      expect(printPolicyJson(scope.kind, settings)).toBe(pretty.replaceAll(/^(\t\t".*"): null/gm, '$1: []'));
    }
  });

  it('reads every export back as the same settings', async () => {
    const client = await owner(scenario);
    for (const { scope, organization } of scopesOf(client)) {
      const { kind } = scope;
      const settings = await readSettings(scope);
      const directory = directoryOf(client, scope);
      const names = new Map(directory.map((one) => [one.target, one.name]));
      const name = (target: string) => names.get(target) ?? target;
      const exports = {
        wire: `${reindentJson(await readSettingsText(scope))}\n`,
        json: printPolicyJson(kind, settings),
        ids: printPolicyCsv(settings.mapping, (target) => target),
        names: printPolicyCsv(settings.mapping, name),
        terraform: printTerraform(kind, settings, organization, name),
        commands: printCommands(kind, settings, organization?.name),
      };
      for (const [format, text] of Object.entries(exports)) {
        const read = readPolicy(kind, text, organization);
        if (!read.ok) throw new Error(`${format}: ${read.error.line}:${read.error.column} ${read.error.message}`);
        const back = resolvePolicy(kind, read.value.document, settings, directory);
        expect(back.unresolved, format).toEqual([]);
        expect(plain(back.settings), format).toEqual(plain(settings));
      }
    }
  });
});
