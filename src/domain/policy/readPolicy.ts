import { fail, ok, type Result } from '../result.ts';
import type { SyncKind } from '../settings.ts';
import type { PolicyDocument, PolicyProblem } from './PolicyDocument.ts';
import { isBundle, readBundle } from './policyBundle.ts';
import { looksLikeCommands, readCommands } from './policyCommands.ts';
import { readPolicyCsv } from './policyCsv.ts';
import { readTerraform } from './policyTerraform.ts';
import { readJsonTree } from './readJsonTree.ts';
import { readPolicyJson } from './readPolicyJson.ts';

/** How settings can be written down. */
export type PolicyFormat = 'json' | 'csv' | 'terraform' | 'commands';

/** A text that was read, and as what. */
export interface ReadPolicy {
  readonly format: PolicyFormat;
  readonly document: PolicyDocument;
}

/** Says what a text seems to be. */
function guessFormat(text: string): PolicyFormat {
  if (looksLikeCommands(text)) return 'commands';
  if (/^\s*resource\s+"coderd_/m.test(text)) return 'terraform';
  const start = text.replace(/^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*|\ufeff)*/, '')[0];
  return start === '{' || start === '[' ? 'json' : 'csv';
}

/**
 * Reads the settings of one sync from a text of any format.
 *
 * @param organization which part of a text with several is meant; undefined for organization sync
 */
export function readPolicy(
  kind: SyncKind,
  text: string,
  organization: { readonly id: string; readonly name: string } | undefined,
): Result<ReadPolicy, PolicyProblem> {
  const format = guessFormat(text);
  const document = readAs(format, kind, text, organization);
  return document.ok ? ok({ format, document: document.value }) : document;
}

function readAs(
  format: PolicyFormat,
  kind: SyncKind,
  text: string,
  organization: { readonly id: string; readonly name: string } | undefined,
): Result<PolicyDocument, PolicyProblem> {
  switch (format) {
    case 'csv':
      return readPolicyCsv(text);
    case 'terraform':
      return readTerraform(kind, text, organization);
    case 'commands':
      return readCommands(kind, text, organization?.name);
    case 'json':
      return readJson(kind, text, organization);
  }
}

function readJson(
  kind: SyncKind,
  text: string,
  organization: { readonly id: string; readonly name: string } | undefined,
): Result<PolicyDocument, PolicyProblem> {
  const tree = readJsonTree(text);
  if (!tree.ok) return tree;
  const read = isBundle(tree.value)
    ? readPart(kind, tree.value, organization)
    : readPolicyJson(kind, tree.value.root, tree.value.placeAt);
  return read.ok ? ok({ ...read.value, notes: [...tree.value.notes, ...read.value.notes] }) : read;
}

function readPart(
  kind: SyncKind,
  tree: Parameters<typeof readBundle>[0],
  organization: { readonly id: string; readonly name: string } | undefined,
): Result<PolicyDocument, PolicyProblem> {
  const bundle = readBundle(tree);
  if (!bundle.ok) return bundle;
  const ofKind = bundle.value.filter((entry) => entry.kind === kind);
  const part =
    ofKind.find((entry) => entry.organization?.id === organization?.id) ??
    ofKind.find((entry) => entry.organization?.name === organization?.name);
  if (!part)
    return fail({
      message: 'This file of a whole deployment has no settings of this kind for this place.',
      line: 1,
      column: 1,
    });
  if (!part.document.ok) return part.document;
  const message = 'Taken out of a file of a whole deployment; the rest of it was left alone.';
  return ok({ ...part.document.value, notes: [{ message }, ...part.document.value.notes] });
}
