import { fail, type Result } from '../result.ts';
import type { SyncKind, SyncSettings } from '../settings.ts';
import { createPlaces, type PolicyDocument, type PolicyProblem } from './PolicyDocument.ts';
import { printPolicyJson } from './printPolicyJson.ts';
import { readJsonTree } from './readJsonTree.ts';
import { readPolicyJson } from './readPolicyJson.ts';

/** What `coder organizations settings show|set` calls each kind; the first is printed, all are read. */
const commandNames: Readonly<Record<SyncKind, readonly [string, ...string[]]>> = {
  group: ['group-sync', 'groupsync'],
  role: ['role-sync', 'rolesync'],
  organization: ['organization-sync', 'organizationsync', 'org-sync', 'orgsync'],
};

/** `coder organizations settings set group-sync --org engineering` */
export function settingsCommand(kind: SyncKind, verb: 'show' | 'set', organizationName: string | undefined): string {
  const org = organizationName === undefined ? '' : ` --org ${organizationName}`;
  return `coder organizations settings ${verb} ${commandNames[kind][0]}${org}`;
}

/**
 * Writes the command that makes a deployment hold these settings, with the settings in it. Legacy name mappings stay
 * out: the server refuses them.
 *
 * @param organizationName undefined for organization sync
 */
export function printCommands(kind: SyncKind, settings: SyncSettings, organizationName: string | undefined): string {
  const json = printPolicyJson(kind, settings, false);
  return `${settingsCommand(kind, 'set', organizationName)} <<'JSON'\n${json}JSON\n`;
}

const setCommand =
  /^[^\n#]*\bsettings?[ \t]+set[ \t]+([\w-]+)([^\n]*?)<<(-?)[ \t]*(['"]?)(\w+)\4[^\n]*\n([\s\S]*?)\n[ \t]*\5[ \t]*(?:\r?\n|$)/gm;
const organizationFlag = /(?:--org|-O)[ =]*["']?([^\s"'=]+)/;

/** Whether a text is a script of such commands. */
export function looksLikeCommands(text: string): boolean {
  return /\bsettings?[ \t]+set[ \t]+[\w-]+[^\n]*<</.test(text);
}

/** Reads the settings of one kind out of a script of `coder organizations settings set … <<'JSON'` commands. */
export function readCommands(
  kind: SyncKind,
  text: string,
  organizationName: string | undefined,
): Result<PolicyDocument, PolicyProblem> {
  const found = [...text.matchAll(setCommand)].filter(([, name = '']) =>
    commandNames[kind].includes(name.toLowerCase()),
  );
  const ofThis = found.filter(([, , flags = '']) => organizationFlag.exec(flags)?.[1] === organizationName);
  const match = found.length === 1 ? found[0] : ofThis[0];
  if (!match) {
    const what = found.length === 0 ? `sets ${commandNames[kind][0]}` : 'names this organization';
    return fail({ message: `No command in this text ${what}.`, line: 1, column: 1 });
  }
  const json = match[6] ?? '';
  const start = match.index + match[0].lastIndexOf(json);
  // The rest is blanked, so that every offset is one of the whole text.
  const alone = text.slice(0, start).replace(/[^\n]/g, ' ') + json;
  const tree = readJsonTree(alone);
  return tree.ok ? readPolicyJson(kind, tree.value.root, createPlaces(text)) : tree;
}
