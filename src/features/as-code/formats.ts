import type { Organization } from '../../api/organizations.ts';
import { printCommands, settingsCommand } from '../../domain/policy/policyCommands.ts';
import { printPolicyCsv } from '../../domain/policy/policyCsv.ts';
import { type PolicyOwner, printTerraform, terraformResources } from '../../domain/policy/policyTerraform.ts';
import { printPolicyJson } from '../../domain/policy/printPolicyJson.ts';
import type { PolicyFormat } from '../../domain/policy/readPolicy.ts';
import { reindentJson } from '../../domain/policy/reindentJson.ts';
import type { SyncSettings, Target } from '../../domain/settings.ts';
import { parseUuid } from '../../domain/uuid.ts';
import type { TextFile } from '../../ui/downloadFile.ts';
import type { AsCodeProps } from './AsCodeProps.ts';

export const formatNames: Readonly<Record<PolicyFormat, string>> = {
  json: 'JSON',
  csv: 'CSV',
  terraform: 'Terraform',
  commands: 'Commands',
};

/** What is to be written. */
export interface ExportRequest extends Pick<AsCodeProps, 'scope' | 'organization' | 'directory'> {
  readonly format: PolicyFormat;
  readonly settings: SyncSettings;
  /** JSON of the settings as the deployment gives it, if that is what is exported. */
  readonly wire: string | undefined;
  readonly withLegacy: boolean;
  readonly targetsAs: 'names' | 'ids';
}

/** Name and text of an export. */
export function exportFile(request: ExportRequest): TextFile {
  const { scope, organization, format } = request;
  const base = organization ? `${organization.name}_${scope.kind}s` : 'organizations';
  switch (format) {
    case 'json':
      return { name: organization ? `${base}-policy.json` : 'organizations_policy.json', text: jsonOf(request) };
    case 'csv':
      return { name: `${base}.csv`, text: printPolicyCsv(request.settings.mapping, targetName(request)) };
    case 'terraform':
      return {
        name: `${base}.tf`,
        text: printTerraform(scope.kind, request.settings, organization && plainName(organization), labelOf(request)),
      };
    case 'commands':
      return { name: `${base}.sh`, text: printCommands(scope.kind, request.settings, organization?.name) };
  }
}

/** Without the marks that keep a name from turning the words around it on the page. */
export function plainName(organization: Organization): PolicyOwner {
  return { ...organization, displayName: organization.displayName.replaceAll(/[\u2066-\u2069]/g, '') };
}

function jsonOf({ scope, settings, wire, withLegacy }: ExportRequest): string {
  if (wire !== undefined && withLegacy) return `${reindentJson(wire)}\n`;
  return printPolicyJson(scope.kind, settings, withLegacy);
}

/** A name that reads like an id would be taken for one: then the id itself is written. */
function targetName({ targetsAs, directory = [] }: ExportRequest): (target: Target) => string {
  if (targetsAs === 'ids') return (target) => target;
  const names = new Map(directory.map(({ target, name }) => [target, name]));
  return (target) => {
    const name = names.get(target);
    return name === undefined || parseUuid(name) !== undefined ? target : name;
  };
}

function labelOf({ scope, directory = [] }: ExportRequest): (target: Target) => string | undefined {
  const labels = new Map(directory.map(({ target, label }) => [target, label]));
  return (target) => (scope.kind === 'role' ? undefined : (labels.get(target) ?? 'unknown'));
}

/** What one should know about a format, and how to use the file. */
export function formatHint({
  scope,
  organization,
  format,
}: Pick<ExportRequest, 'scope' | 'organization' | 'format'>): string {
  const { kind } = scope;
  switch (format) {
    case 'json':
      return `What ${settingsCommand(kind, 'show', organization?.name)} prints, and set reads.`;
    case 'csv':
      return 'The mappings alone, one line per value and target. A value that gives nothing has an empty target.';
    case 'terraform':
      return `For the provider coder/coderd: ${terraformResources[kind]}. What it applies replaces all settings of this sync.`;
    case 'commands':
      return 'For a shell in which the coder CLI is signed in. It replaces all settings of this sync.';
  }
}
