import type { TestDirectory } from '../domain/claim-tests/TestDirectory.ts';
import { makeWorld } from '../domain/claim-tests/TestDirectory.ts';
import type { TestWorld } from '../domain/claim-tests/testWorld.ts';
import { compileFilter } from '../domain/goRegex.ts';
import type { PolicyDocument, PolicyProblem } from '../domain/policy/PolicyDocument.ts';
import { isBundle, readBundle } from '../domain/policy/policyBundle.ts';
import { readJsonTree } from '../domain/policy/readJsonTree.ts';
import { resolvePolicy } from '../domain/policy/resolvePolicy.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { emptySettings, type OrganizationId, type SyncKind, type SyncSettings } from '../domain/settings.ts';

/**
 * Reads the settings of a whole deployment, as the app exports them, into a world that tests run in.
 *
 * @param directory what the ids in it name
 * @returns what is wrong with the text, with its line and column, if it can't be read
 */
export function readSettingsFile(text: string, directory: TestDirectory): Result<TestWorld, string> {
  const tree = readJsonTree(text);
  if (!tree.ok) return fail(at(tree.error));
  if (!isBundle(tree.value)) {
    return fail(
      'this isn’t the settings of a whole deployment. Export those: IdP organization sync → As code → Whole deployment → JSON.',
    );
  }
  const bundle = readBundle(tree.value);
  if (!bundle.ok) return fail(at(bundle.error));
  const settings = { group: new Map<string, SyncSettings>(), role: new Map<string, SyncSettings>() };
  let organizationSync: SyncSettings | undefined;
  for (const { kind, organization, document } of bundle.value) {
    if (!document.ok) return fail(at(document.error));
    const read = toSettings(kind, document.value);
    const filter = compileFilter(read.regexFilter ?? '');
    const place = organization === undefined ? '' : ` of ${organization.name || organization.id}`;
    if (!filter.ok) return fail(`${kind} sync${place}: regex_filter: ${filter.error}`);
    if (kind === 'organization') organizationSync = read;
    else settings[kind].set(findId(directory, organization), read);
  }
  const missing = (kind: 'group' | 'role') => {
    const ids = directory.organizations.map(({ id }) => id).filter((id) => !settings[kind].has(id));
    return new Map(ids.map((id) => [id, `the settings have no ${kind} sync of it.`]));
  };
  const gaps = { groups: missing('group'), roles: missing('role') };
  return ok(
    makeWorld(
      directory,
      { organizationSync: organizationSync ?? emptySettings, groupSync: settings.group, roleSync: settings.role },
      organizationSync ? gaps : { ...gaps, organizations: 'the settings have no organization_sync.' },
    ),
  );
}

function toSettings(kind: SyncKind, document: PolicyDocument): SyncSettings {
  const { settings } = resolvePolicy(kind, document, emptySettings, []);
  return { ...settings, legacyNameMapping: document.legacyNameMapping ?? settings.legacyNameMapping };
}

/** By id; by name where it was made anew. One that isn't known keeps its id. */
function findId(
  { organizations }: TestDirectory,
  wanted: { readonly id: string; readonly name: string } | undefined,
): OrganizationId {
  const known =
    organizations.find(({ id }) => id === wanted?.id) ?? organizations.find(({ name }) => name === wanted?.name);
  return known?.id ?? wanted?.id ?? '';
}

function at({ line, column, message }: PolicyProblem): string {
  return `line ${line}, column ${column}: ${message}`;
}
