import { eachInTurn } from '../../api/eachInTurn.ts';
import type { SettingsScope } from '../../api/keys.ts';
import type { Organization } from '../../api/organizations.ts';
import { readSettings, readSettingsText } from '../../api/syncSettings.ts';
import { printBundle } from '../../domain/policy/policyBundle.ts';
import { printTerraform } from '../../domain/policy/policyTerraform.ts';
import type { TextFile } from '../../ui/downloadFile.ts';
import { plainName } from './formats.ts';

/**
 * Reads the settings of all organizations and of the deployment, and writes them as one file.
 *
 * @throws ApiError, if any of them can't be read: a file with gaps would look like a whole one
 */
export async function readDeployment(
  format: 'json' | 'terraform',
  organizations: readonly Organization[],
  onDone: (count: number) => void,
): Promise<TextFile> {
  const scopes: readonly SettingsScope[] = [
    { kind: 'organization' },
    ...organizations.flatMap(({ id }) => [
      { kind: 'group', organizationId: id } as const,
      { kind: 'role', organizationId: id } as const,
    ]),
  ];
  if (format === 'terraform') {
    const settings = await eachInTurn(scopes, (scope) => readSettings(scope), onDone);
    const owners = new Map(organizations.map((organization) => [organization.id, plainName(organization)]));
    const parts = settings.map((one, index) => {
      const scope = scopes[index] ?? { kind: 'organization' };
      return printTerraform(scope.kind, one, owners.get(scope.organizationId ?? ''), () => undefined);
    });
    return { name: 'idp-sync.tf', text: parts.join('\n') };
  }
  const [whole = '', ...texts] = await eachInTurn(scopes, readSettingsText, onDone);
  const parts = organizations.map(({ id, name }, index) => ({
    id,
    name,
    groupSync: texts[index * 2] ?? '{}',
    roleSync: texts[index * 2 + 1] ?? '{}',
  }));
  return { name: 'idp-sync.json', text: printBundle(whole, parts) };
}
